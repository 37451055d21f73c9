// How much paper it takes to print cards.

import { amount } from "../../samen/words.js";
import { sheets } from "./vellen.js";

/** @typedef {import("./vellen.js").Pile} Pile */

/** @param {Pile[]} some */
const count = (some) => some.reduce((sum, { form, cards }) => sum + sheets(form, cards).length, 0);

/** How many sheets one prints oneself. @param {Pile[]} piles */
export const ownSheets = (piles) => count(piles.filter(({ form }) => !form.afloop));

/** How much paper the piles take: pages where a print shop cuts them. @param {Pile[]} piles @returns {string[]} */
export function paper(piles) {
  const loose = ownSheets(piles);
  const pages = 2 * (count(piles) - loose);
  return [loose ? amount(loose, "vel", "vellen") : "", pages ? amount(pages, "bladzijde", "bladzijden") : ""].filter(
    Boolean,
  );
}
