// From a choice to what is printed: which cards in which form, in what order, with the cards that come along.

/**
 * @typedef {import("./keuze.js").Choice} Choice
 * @typedef {import("./keuze.js").Offer} Offer
 * @typedef {import("./pdf.js").Catalogue} Catalogue
 * @typedef {import("./pdf.js").Pile} Pile
 * @typedef {import("./vellen.js").Form} Form
 */

/**
 * Cards lie in the order of the sets; those that explain a set lie before it.
 * @param {Choice} choice @param {Offer} offer @param {Catalogue} catalogue
 * @returns {{ piles: Pile[], explaining: number, absent: string[] }} how many cards explain, and which don't come in the form
 */
export function pilesOf(choice, offer, catalogue) {
  const used = usedDecks(choice, offer);
  /** @type {Map<Form, Set<string>>} */
  const piles = new Map();
  /** @type {string[]} */
  const absent = [];
  /** @param {string | undefined} id @param {string} size */
  const put = (id, size) => {
    const form = catalogue.vormen.find((one) => (choice.vorm ? one.id === choice.vorm : one.maat === size));
    if (!form || !id || !(id in catalogue.maten[form.maat].kaarten)) return false;
    if (!piles.has(form)) piles.set(form, new Set());
    piles.get(form)?.add(id);
    return true;
  };
  for (const deck of offer.decks.values()) {
    for (const one of choice.uitleg ? [deck, ...deck.delen] : []) {
      if (used.has(one.id)) for (const id of [one.id, one.spelregels]) put(id, one.maat);
    }
    for (const card of offer.cards.values()) {
      if (card.deck === deck.id && choice.kaarten.has(card.id) && !put(card.id, deck.maat)) absent.push(card.id);
    }
  }
  const inOrder = catalogue.vormen
    .map((form) => ({ form, cards: [...(piles.get(form) ?? [])] }))
    .filter(({ cards }) => cards.length);
  // Where none of the cards comes in the form, what explains them is of no use either.
  const useful = inOrder.filter(({ cards }) => cards.some((id) => choice.kaarten.has(id)));
  const explaining = useful.flatMap(({ cards }) => cards).filter((id) => !choice.kaarten.has(id)).length;
  return { piles: useful.map((pile) => (choice.leeg ? filledUp(pile, used, catalogue) : pile)), explaining, absent };
}

/** The sets that were chosen as a whole, and those that the other cards are listed in. @param {Choice} choice @param {Offer} offer */
function usedDecks(choice, { decks, cards }) {
  const covered = new Set([...choice.sets].flatMap((id) => decks.get(id)?.alle ?? []));
  const loose = [...choice.kaarten].filter((id) => !covered.has(id));
  return new Set([...choice.sets, ...loose.flatMap((id) => cards.get(id)?.deck ?? [])]);
}

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
