// From a choice to what is printed: which cards in which form, in what order, with the cards that come along.

import { ownSheets } from "./druk/papier.js";
import { deckOf, explainers, inOrder, usedDecks } from "./keuze.js";

/**
 * @typedef {import("./keuze.js").Choice} Choice
 * @typedef {import("./keuze.js").Offer} Offer
 * @typedef {import("./druk/voorraad.js").Catalogue} Catalogue
 * @typedef {import("./druk/vellen.js").Pile} Pile
 * @typedef {import("./druk/vellen.js").Form} Form
 */

/**
 * Cards lie in the order of the sets, those that explain a set before it; in an order of one's own, these lie before all.
 * @param {Choice} choice @param {Offer} offer @param {Catalogue} catalogue
 * @returns {{ piles: Pile[], explaining: number, spared: number, explains: Map<string, import("./keuze.js").Deck>, blanks: number, absent: string[], other: string[] }}
 *   how many cards explain, how many sheets fewer it takes without them, and which can lie with these cards; how many are blank;
 *   which cards don't come in the form and stay out, and which are printed in their own form instead
 */
export function pilesOf(choice, offer, catalogue) {
  const used = usedDecks(choice, offer);
  /** @type {Map<Form, Set<string>>} */
  const piles = new Map();
  /** @type {string[]} */
  const absent = [];
  /** @type {string[]} */
  const other = [];
  /** @param {string} id @param {string} size @returns {Form[]} the forms in which it may come, the one that is meant first */
  const formsOf = (id, size) => {
    const forms = catalogue.vormen.filter(({ maat }) => id in catalogue.maten[maat].kaarten);
    const own = forms.filter(({ maat }) => maat === size);
    const asked = catalogue.vormen.find((one) => one.id === choice.vorm);
    if (!asked) return own.slice(0, 1);
    const along = choice.mee && ([...own, ...forms].find((form) => goesWith(form, asked)) ?? own[0]);
    return [...forms.filter((form) => form === asked), ...(along ? [along] : [])];
  };
  /** @param {string} id @param {Form | undefined} form */
  const put = (id, form) => {
    if (!form) return;
    if (!piles.has(form)) piles.set(form, new Set());
    piles.get(form)?.add(id);
  };
  const chosen = inOrder(choice, offer);
  /** @param {string} id */
  const formOf = (id) => formsOf(id, deckOf(offer, offer.cards.get(id)?.deck ?? "").maat)[0];
  // What explains cards lies with some of them: in another form it is of no use.
  const inUse = new Set(chosen.map(formOf));
  const explained = [...explainers(choice, offer)].flatMap(([id, deck]) => {
    const form = formsOf(id, deck.maat).find((one) => inUse.has(one));
    return form ? [{ id, deck, form }] : [];
  });
  /** @param {(deck: import("./keuze.js").Deck) => boolean} of */
  const explain = (of) => {
    for (const { id, deck, form } of choice.uitleg ? explained : []) {
      if (of(deck) && !choice.zonder.has(id)) put(id, form);
    }
  };
  /** @param {string} id */
  const lay = (id) => {
    const form = formOf(id);
    put(id, form);
    if (!form) absent.push(id);
    else if (choice.vorm && form.id !== choice.vorm) other.push(id);
  };
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
  const without = laid.map(({ form, cards }) => ({ form, cards: cards.filter((id) => choice.kaarten.has(id)) }));
  const explaining = amountOf(laid) - amountOf(without);
  const spared = ownSheets(laid) - ownSheets(without);
  const explains = new Map(explained.map(({ id, deck }) => [id, deck]));
  const full = laid.map((pile) => (choice.leeg ? filledUp(pile, used, catalogue) : pile));
  const blanks = amountOf(full) - amountOf(laid);
  return { piles: full, explaining, spared, explains, blanks, absent, other };
}

/**
 * Whether who prints one form can have the other printed the same way: by the same print shop, or by a printer that turns sheets
 * or doesn't, on paper that is no larger, with as much ink.
 * @param {Form} form @param {Form} asked
 */
function goesWith(form, asked) {
  const fits = [Math.min, Math.max].every((side) => side(...form.vel) <= side(...asked.vel));
  return (
    form.keert === asked.keert && form.laag === asked.laag && form.afloop === asked.afloop && (form.afloop > 0 || fits)
  );
}

/** @param {Pile[]} piles */
const amountOf = (piles) => piles.reduce((sum, { cards }) => sum + cards.length, 0);

/** @param {Pile} pile @param {Set<string>} used @param {Catalogue} catalogue @returns {Pile} */
function filledUp({ form, cards }, used, catalogue) {
  const blanks = [...used].map((id) => `${id}-leeg-1`).filter((id) => id in catalogue.maten[form.maat].kaarten);
  const room = blanks.length ? (form.perVel - (cards.length % form.perVel)) % form.perVel : 0;
  return { form, cards: [...cards, ...Array.from({ length: room }, (_, number) => blanks[number % blanks.length])] };
}
