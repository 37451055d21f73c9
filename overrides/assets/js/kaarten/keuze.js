// A choice of cards as the fragment of an address, short enough to mail: `#kaarten=sv4-v1,sv4-v6&set=emoties&vorm=a7`.

import { parts, readChoices } from "../samen/address/fragment.js";
import { amount, enumerate, quote } from "../samen/words.js";
import { isWritten, offerWritten, readWritten, writeWritten } from "./geschreven.js";

/**
 * @typedef {{ id: string, naam: string, maat: string, spelregels?: string, alle: string[], delen: Deck[], zelf: boolean }} Deck a set, the sets
 *   whose cards are all listed in other ones, and whether one can write cards of it
 * @typedef {{ id: string, naam: string, deck: string }} Card a card and the set that lists it
 * @typedef {{ decks: Map<string, Deck>, cards: Map<string, Card>, forms: Set<string> }} Offer
 * @typedef {{ kaarten: Set<string>, sets: Set<string>, vorm: string, omslaan: "lang" | "kort", schuif: [number, number],
 *   zwart: boolean, leeg: boolean, uitleg: boolean, zonder: Set<string>, mee: boolean, eigen: boolean,
 *   geschreven: Map<string, import("./geschreven.js").Written> }} Choice `sets` were chosen
 *   as a whole: their cards are in `kaarten` too. `zonder` are cards that explain and stay out, all of them without `uitleg`. With
 *   `mee` what doesn't come in the form is printed in its own; with `eigen` cards lie in the order of `kaarten`, else of the sets. `geschreven`
 *   are cards that somebody wrote, also those that are not chosen
 */

export const MOST_MM = 10;

/** @returns {Choice} */
export const nothing = () => ({
  kaarten: new Set(),
  sets: new Set(),
  vorm: "",
  omslaan: "lang",
  schuif: [0, 0],
  zwart: false,
  leeg: false,
  uitleg: true,
  zonder: new Set(),
  mee: false,
  eigen: false,
  geschreven: new Map(),
});

/** The chosen cards in the order in which they are printed. @param {Choice} choice @param {Offer} offer */
export const inOrder = ({ kaarten, eigen }, { cards }) =>
  eigen ? [...kaarten] : [...cards.keys()].filter((id) => kaarten.has(id));

/** The cards that explain the sets of a choice, by id with the set that each is of. @param {Choice} choice @param {Offer} offer */
export function explainers(choice, offer) {
  const used = usedDecks(choice, offer);
  /** @type {Map<string, Deck>} */
  const found = new Map();
  for (const deck of offer.decks.values()) {
    for (const one of [deck, ...deck.delen].filter(({ id }) => used.has(id))) {
      for (const id of [one.id, one.spelregels]) if (id && !found.has(id)) found.set(id, one);
    }
  }
  return found;
}

/** The sets that were chosen as a whole, and those that the other cards are listed in. @param {Choice} choice @param {Offer} offer */
export function usedDecks(choice, { decks, cards }) {
  const covered = new Set([...choice.sets].flatMap((id) => decks.get(id)?.alle ?? []));
  const loose = [...choice.kaarten].filter((id) => !covered.has(id));
  return new Set([...choice.sets, ...loose.flatMap((id) => cards.get(id)?.deck ?? [])]);
}

/** Of a set of which a card is not chosen any more, the others are loose cards. @param {Choice} choice @param {Offer} offer */
export function loosen(choice, offer) {
  for (const set of choice.sets) {
    if (!deckOf(offer, set).alle.every((id) => choice.kaarten.has(id))) choice.sets.delete(set);
  }
}

/** @param {number} mm */
export const isShift = (mm) => Math.abs(mm) <= MOST_MM;

/** The deck with this id, which must be one of the offer's. @param {Offer} offer @param {string} id */
export function deckOf({ decks }, id) {
  const deck = decks.get(id);
  if (!deck) throw new Error(`there is no set ${id}`);
  return deck;
}

/**
 * @param {string} fragment with or without its `#`
 * @param {Offer} offer
 * @returns {{ choice: Choice, trouble: string }} what is known of it, and a sentence about what isn't
 */
export function readChoice(fragment, offer) {
  const { decks, cards, forms } = offer;
  const explaining = new Set([...decks.values()].flatMap(({ id, spelregels }) => [id, spelregels ?? id]));
  const choice = nothing();
  /** @type {Unknown} */
  const unknown = { kaarten: new Set(), sets: new Set(), rest: new Set() };
  const choices = readChoices(fragment) ?? new URLSearchParams();
  const { written, trouble } = readWritten(choices, offer);
  choice.geschreven = written;
  offerWritten(written, offer);
  for (const [key, value] of choices) {
    if (isWritten(key)) continue;
    const ids = parts(value);
    if (key === "kaarten") {
      for (const id of ids) (cards.has(id) ? choice : unknown).kaarten.add(id);
    } else if (key === "set") {
      for (const id of ids) (decks.has(id) ? choice : unknown).sets.add(id);
    } else if (key === "zonder") {
      for (const id of ids) (explaining.has(id) ? choice.zonder : unknown.kaarten).add(id);
    } else if (key === "volgorde" && value === "eigen") choice.eigen = true;
    else if (key === "vorm" && (forms.has(value) || !value)) choice.vorm = value;
    else if (key === "omslaan" && (value === "lang" || value === "kort")) choice.omslaan = value;
    else if (key === "schuif" && ids.length === 2 && ids.every(isWrittenShift)) {
      choice.schuif = [Number(ids[0]), Number(ids[1])];
    } else if (
      (key === "zwart" || key === "leeg" || key === "uitleg" || key === "mee") &&
      (value === "1" || value === "0")
    ) {
      choice[key] = value === "1";
    } else unknown.rest.add(`${key}=${value}`);
  }
  for (const set of choice.sets) for (const id of deckOf(offer, set).alle) choice.kaarten.add(id);
  return { choice, trouble: [sentence(unknown), trouble].filter(Boolean).join(" ") };
}

/** @param {string} text */
const isWrittenShift = (text) => /^-?\d+(\.\d+)?$/.test(text) && isShift(Number(text));

/** @typedef {{ kaarten: Set<string>, sets: Set<string>, rest: Set<string> }} Unknown */

/** @param {Unknown} unknown */
function sentence({ kaarten, sets, rest }) {
  const known = [
    kaarten.size ? `${amount(kaarten.size, "kaart", "kaarten")} (${quote(kaarten)})` : "",
    sets.size ? `${amount(sets.size, "set", "sets")} (${quote(sets)})` : "",
    rest.size ? quote(rest) : "",
  ].filter(Boolean);
  return known.length ? `In deze link staat iets wat we niet kennen: ${enumerate(known)}; de rest is overgenomen.` : "";
}

/** @param {Choice} choice @param {Offer} offer @returns {string} the fragment, without `#`; empty when nothing is chosen */
export function writeChoice(choice, offer) {
  const { decks, cards } = offer;
  const sets = new Set(choice.sets);
  const covered = new Set([...sets].flatMap((id) => deckOf(offer, id).alle));
  // A set that is ticked card by card is as well one word.
  for (const deck of decks.values()) {
    const listed = deck.alle.filter((id) => cards.get(id)?.deck === deck.id);
    if (
      listed.length &&
      listed.length === deck.alle.length &&
      listed.every((id) => choice.kaarten.has(id) && !covered.has(id))
    ) {
      sets.add(deck.id);
      for (const id of listed) covered.add(id);
    }
  }
  // In an order of one's own every card is named, also those of a set.
  const loose = inOrder(choice, offer).filter((id) => choice.eigen || !covered.has(id));
  const explained = [...explainers(choice, offer).keys()];
  const without = explained.filter((id) => choice.zonder.has(id));
  const unexplained = !choice.uitleg || (explained.length > 0 && without.length === explained.length);
  return [
    loose.length && `kaarten=${loose.join()}`,
    sets.size && `set=${[...sets].join()}`,
    choice.vorm && `vorm=${choice.vorm}`,
    choice.omslaan === "kort" && "omslaan=kort",
    choice.schuif.some(Boolean) && choice.schuif.every(isShift) && `schuif=${choice.schuif.join()}`,
    choice.zwart && "zwart=1",
    choice.leeg && "leeg=1",
    unexplained ? "uitleg=0" : without.length && `zonder=${without.join()}`,
    choice.mee && "mee=1",
    choice.eigen && "volgorde=eigen",
    ...writeWritten(choice.geschreven),
  ]
    .filter(Boolean)
    .join("&");
}
