// What is found by words in what one can put in a plan; fetched when somebody types one.

import { hasAll, known, parts } from "../woorden.js";

/** @typedef {import("../begeleiden/blokken.js").Kaart} Kaart */

/**
 * A function that gives the cards that have all of some words, those with the words in their title first.
 * @param {Kaart[]} cards
 * @param {Map<string, string>} kinds what each kind is called
 * @param {string} address of what people type for them
 * @returns {Promise<(typed: string) => Kaart[]>}
 */
export async function finder(cards, kinds, address) {
  // Without that, as without a network, they are found by their own words.
  const answer = await fetch(new URL(address, document.baseURI)).catch(() => null);
  /** @type {Record<string, { zoekwoorden: string }>} */
  const asked = answer?.ok ? (await answer.json()).blokken : {};
  const all = cards.map((card) => {
    const typed = [card.id, card.bij ?? ""].map((id) => asked[id]?.zoekwoorden ?? "");
    return {
      card,
      title: known(card.titel),
      whole: known([card.titel, card.van, card.doel, kinds.get(card.soort), card.id, ...typed].join(" ")),
    };
  });
  return (typed) => {
    const said = parts(typed);
    const found = all.filter(({ whole }) => hasAll(whole, said));
    const inTitle = found.filter(({ title }) => hasAll(title, said));
    return [...new Set([...inTitle, ...found])].map(({ card }) => card);
  };
}
