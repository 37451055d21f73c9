// How much paper it takes to print cards.

import { amount } from "../../samen/words.js";
import { sheets } from "./vellen.js";

/** @typedef {import("./vellen.js").Pile} Pile */

/** How much paper the piles take: pages where a print shop cuts them. @param {Pile[]} piles @returns {string[]} */
export function paper(piles) {
  /** @param {Pile[]} some */
  const count = (some) => some.reduce((sum, { form, cards }) => sum + sheets(form, cards).length, 0);
  const shop = piles.filter(({ form }) => form.afloop);
  const loose = count(piles) - count(shop);
  const pages = 2 * count(shop);
  return [loose ? amount(loose, "vel", "vellen") : "", pages ? amount(pages, "bladzijde", "bladzijden") : ""].filter(
    Boolean,
  );
}
