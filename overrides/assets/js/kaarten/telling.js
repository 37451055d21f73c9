// What is told of a choice: how much of each set, how many cards, on how much paper.

import { find, rewrite } from "../samen/dom.js";
import { amount, enumerate } from "../samen/words.js";
import { paper } from "./druk/papier.js";

/** @typedef {import("./keuze.js").Choice} Choice */

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
    const { part, all, whole, pieces } = set;
    const shown = filters.inSight(set).length;
    const chosen = all.filter((id) => choice.kaarten.has(id)).length;
    const total = amount(all.length, "kaart", "kaarten");
    find(part, ".tel").textContent =
      (shown < all.length ? `${shown} van ${total}` : total) + (chosen ? `, ${chosen} gekozen` : "");
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
 * What the PDF will hold, and what stays out of it.
 * @param {HTMLElement} page
 * @param {number} chosen
 * @param {ReturnType<typeof import("./stapel.js").pilesOf>} printed
 * @param {(ids: string[]) => string[]} names of cards
 * @param {boolean} mee whether what doesn't come in the form is printed in its own
 */
export function tellChoice(page, chosen, { piles, explaining, blanks, absent, other }, names, mee) {
  const held = chosen - absent.length;
  const cards = absent.length
    ? `${held} van je ${amount(chosen, "kaart", "kaarten")}`
    : `${amount(chosen, "kaart", "kaarten")} gekozen`;
  const extra = [
    explaining ? amount(explaining, "uitlegkaart", "uitlegkaarten") : "",
    blanks ? amount(blanks, "lege kaart", "lege kaarten") : "",
  ].filter(Boolean);
  const all = chosen ? [enumerate([cards, ...extra]), ...paper(piles)].join(", ") : "Nog geen kaarten gekozen";
  rewrite(find(page, ".kies-tel"), all);
  const left = absent.length ? absent : other;
  const one = left.length === 1;
  const many = one ? "Eén kaart is er niet in dit formaat en" : `${left.length} kaarten zijn er niet in dit formaat en`;
  const stays = one ? "blijft achter" : "blijven achter";
  const comes = one ? "komt mee in het eigen formaat" : "komen mee in hun eigen formaat";
  const told = left.length ? `${many} ${absent.length ? stays : comes}` : "";
  const some = names(left.length > 8 ? left.slice(0, 7) : left);
  if (some.length < left.length) some.push(`nog ${left.length - some.length} andere`);
  const which = enumerate(some);
  rewrite(find(page, ".kies-weg"), told ? `${told}: ${which}${/[.?!]$/.test(which) ? "" : "."}` : "");
  find(page, ".kies-mee").hidden = !told;
  find(page, ".kies-mee span").textContent = told ? `${told}. ` : "";
  find(page, '[data-doe="mee"]').textContent = mee ? "Laat die toch weg" : "Print die ook, in hun eigen formaat";
  find(page, ".kies-niets").hidden = chosen > 0;
  find(page, ".kies-printer").hidden = piles.length > 0 && !piles.some(({ form }) => form.keert);
}
