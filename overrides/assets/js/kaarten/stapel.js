// From a choice to what is printed: which cards in which form, in what order, with the cards that come along.

import { deckOf, explainers, inOrder, usedDecks } from "./keuze.js";

/**
 * @typedef {import("./keuze.js").Choice} Choice
 * @typedef {import("./keuze.js").Offer} Offer
 * @typedef {import("./pdf.js").Catalogue} Catalogue
 * @typedef {import("./pdf.js").Pile} Pile
 * @typedef {import("./vellen.js").Form} Form
 */

/**
 * Cards lie in the order of the sets, those that explain a set before it; in an order of one's own, these lie before all.
 * @param {Choice} choice @param {Offer} offer @param {Catalogue} catalogue
 * @returns {{ piles: Pile[], explaining: number, blanks: number, absent: string[], other: string[] }} how many cards explain and
 *   how many are blank; which cards don't come in the form and stay out, and which are printed in their own form instead
 */
export function pilesOf(choice, offer, catalogue) {
  const used = usedDecks(choice, offer);
  /** @type {Map<Form, Set<string>>} */
  const piles = new Map();
  /** @type {string[]} */
  const absent = [];
  /** @type {string[]} */
  const other = [];
  /** @param {string} id @param {string} size @returns {Form | undefined} the form in which it comes */
  const put = (id, size) => {
    const usual = catalogue.vormen.find(({ maat }) => maat === size);
    const asked = choice.vorm ? catalogue.vormen.find((one) => one.id === choice.vorm) : usual;
    const form = [asked, choice.mee ? usual : undefined].find((one) => one && id in catalogue.maten[one.maat].kaarten);
    if (!form) return undefined;
    if (!piles.has(form)) piles.set(form, new Set());
    piles.get(form)?.add(id);
    return form;
  };
  const explained = explainers(choice, offer);
  /** @param {(deck: import("./keuze.js").Deck) => boolean} of */
  const explain = (of) => {
    for (const [id, deck] of choice.uitleg ? explained : []) if (of(deck) && !choice.zonder.has(id)) put(id, deck.maat);
  };
  /** @param {string} id */
  const lay = (id) => {
    const form = put(id, deckOf(offer, offer.cards.get(id)?.deck ?? "").maat);
    if (!form) absent.push(id);
    else if (choice.vorm && form.id !== choice.vorm) other.push(id);
  };
  const chosen = inOrder(choice, offer);
  if (choice.eigen) {
    explain(() => true);
    for (const id of chosen) lay(id);
  } else {
    for (const deck of offer.decks.values()) {
      explain((one) => one === deck || deck.delen.includes(one));
      for (const id of chosen) if (offer.cards.get(id)?.deck === deck.id) lay(id);
    }
  }
  const laid = catalogue.vormen
    .map((form) => ({ form, cards: [...(piles.get(form) ?? [])] }))
    .filter(({ cards }) => cards.length);
  // Where none of the cards comes in the form, what explains them is of no use either.
  const useful = laid.filter(({ cards }) => cards.some((id) => choice.kaarten.has(id)));
  const explaining = useful.flatMap(({ cards }) => cards).filter((id) => !choice.kaarten.has(id)).length;
  const full = useful.map((pile) => (choice.leeg ? filledUp(pile, used, catalogue) : pile));
  const blanks = amountOf(full) - amountOf(useful);
  return { piles: full, explaining, blanks, absent, other };
}

/** @param {Pile[]} piles */
const amountOf = (piles) => piles.reduce((sum, { cards }) => sum + cards.length, 0);

/** @param {Pile} pile @param {Set<string>} used @param {Catalogue} catalogue @returns {Pile} */
function filledUp({ form, cards }, used, catalogue) {
  const blanks = [...used].map((id) => `${id}-leeg-1`).filter((id) => id in catalogue.maten[form.maat].kaarten);
  const room = blanks.length ? (form.perVel - (cards.length % form.perVel)) % form.perVel : 0;
  return { form, cards: [...cards, ...Array.from({ length: room }, (_, number) => blanks[number % blanks.length])] };
}

/** The stocks that the piles take faces from, as paths. @param {Pile[]} piles @param {Catalogue} catalogue @returns {string[]} */
export const stocksOf = (piles, catalogue) => [
  ...new Set(
    piles.flatMap(({ form, cards }) => {
      const { voorraad, kaarten } = catalogue.maten[form.maat];
      return cards.map((card) => `${form.maat}/${voorraad[kaarten[card][0]]}`);
    }),
  ),
];
