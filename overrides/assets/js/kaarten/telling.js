// What is told of a choice: how much of each set, how many cards, on how much paper.

import { find } from "../samen/dom.js";
import { amount, enumerate } from "../samen/words.js";
import { sheets } from "./vellen.js";

/** @typedef {import("./keuze.js").Choice} Choice */
/** @typedef {import("./pdf.js").Pile} Pile */

/**
 * How much of each set is chosen, and what its buttons do now.
 * @param {import("./aanbod.js").SetPart[]} sets
 * @param {Choice} choice
 * @param {import("./filters.js").Filters} filters
 * @param {(set: import("./aanbod.js").SetPart) => string[]} meant the cards that the button of a set is about
 */
export function tellSets(sets, choice, filters, meant) {
  const filtering = filters.active;
  for (const set of sets) {
    const { part, rows, whole, pieces } = set;
    const shown = filters.inSight(set).length;
    const chosen = rows.filter(({ box }) => choice.kaarten.has(box.value)).length;
    const total = amount(rows.length, "kaart", "kaarten");
    find(part, ".tel").textContent =
      (shown < rows.length ? `${shown} van ${total}` : total) + (chosen ? `, ${chosen} gekozen` : "");
    part.classList.toggle("heeft-keuze", chosen > 0);
    const ids = meant(set);
    const which = `${filtering ? "deze" : "alle"} ${amount(ids.length, "kaart", "kaarten")}`;
    whole.textContent = ids.every((id) => choice.kaarten.has(id)) ? `Wis ${which}` : `Kies ${which}`;
    if (pieces.length) find(part, ".kies-delen").hidden = filtering;
    for (const piece of pieces) {
      piece.setAttribute("aria-pressed", String(choice.sets.has(piece.dataset.set ?? "")));
    }
  }
}

/**
 * What is chosen altogether.
 * @param {HTMLElement} page
 * @param {number} chosen
 * @param {{ piles: Pile[], explaining: number }} printed
 * @param {string[]} absent names of cards that don't come in the form
 */
export function tellChoice(page, chosen, { piles, explaining }, absent) {
  const cards = `${amount(chosen, "kaart", "kaarten")} gekozen`;
  const extra = explaining ? ` en ${amount(explaining, "uitlegkaart", "uitlegkaarten")}` : "";
  find(page, ".kies-tel").textContent = chosen
    ? [cards + extra, ...paper(piles)].join(", ")
    : "Nog geen kaarten gekozen";
  const some = absent.length > 8 ? [...absent.slice(0, 7), `nog ${absent.length - 7} andere`] : absent;
  const many =
    absent.length === 1
      ? "Eén kaart is er niet in dit formaat en doet"
      : `${absent.length} kaarten zijn er niet in dit formaat en doen`;
  find(page, ".kies-weg").textContent = absent.length ? `${many} niet mee: ${enumerate(some)}.` : "";
  find(page, ".kies-niets").hidden = chosen > 0;
  find(page, ".kies-printer").hidden = piles.length > 0 && !piles.some(({ form }) => form.keert);
}

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
