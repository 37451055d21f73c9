// Cards that somebody wrote, as parts of the fragment of an address: `#kaarten=zelf-1&zelf-1=emoties:Opgelucht&achter-1=Sinds+wanneer%3F`.

import { amount } from "../samen/words.js";

/**
 * @typedef {{ set: string, groot: string, klein: string, achter: string }} Written a card in the look of a set: what stands large on
 *   its front, what stands small below it, and its back with one line for each paragraph; one without words is to write on by hand
 * @typedef {import("./keuze.js").Offer} Offer
 */

export const PARTS = /** @type {const} */ (["groot", "klein", "achter"]);
export const MOST_CARDS = 100;
export const MOST_LETTERS = 1000;
const KEY = /^(zelf|klein|achter)-([1-9]\d{0,5})$/;
// Letters that a PDF draws as one sign: whoever copies them from there sees two and can't write it without.
const LIGATURES = /[\ufb00-\ufb06\u0132\u0133]/g;
// What a text processor leaves behind and nobody sees, and halves of a letter.
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]|\p{Cs}/gu;

/** Whether a key of a fragment is about cards that somebody wrote. @param {string} key */
export const isWritten = (key) => KEY.test(key);

// Hyphens of a text processor that the letter of the cards has not, such as one where no line may break.
const HYPHENS = /[\u2010-\u2012]/g;

/** A text as it is kept: letters in one piece, no more white than one sees. @param {string} text */
const tidied = (text) =>
  text
    .normalize("NFC")
    .replace(UNSEEN, "")
    .replace(HYPHENS, "-")
    .replace(LIGATURES, (sign) => sign.normalize("NFKC"))
    .split(/[\r\n\v\u0085\u2028\u2029]+/)
    .map((line) => line.replace(/[\s\u00a0]+/g, " ").trim())
    .filter(Boolean)
    .join("\n");

/** The same on one line. @param {string} text */
const onOneLine = (text) => tidied(text).replaceAll("\n", " ");

/** @param {Record<"set" | typeof PARTS[number], string>} card @returns {Written} */
export const tidiedCard = ({ set, groot, klein, achter }) => ({
  set,
  groot: onOneLine(groot),
  klein: onOneLine(klein),
  achter: tidied(achter),
});

/** The part whose text is longer than a link or a file may have. @param {Written} card */
export const tooLongPart = (card) => PARTS.find((part) => card[part].length > MOST_LETTERS);

/** What a card is called in a list. @param {Written} card */
export const nameOf = ({ groot }) => groot || "Lege kaart";

/**
 * @param {URLSearchParams} choices
 * @param {Offer} offer
 * @returns {{ written: Map<string, Written>, trouble: string }} the cards by id, and a sentence about those that can't be
 */
export function readWritten(choices, offer) {
  /** @type {Map<string, Written>} */
  const written = new Map();
  let [strange, long] = [0, 0];
  for (const [key, value] of choices) {
    const [, part, number] = key.match(KEY) ?? [];
    if (part !== "zelf") continue;
    const [set] = value.split(":", 1);
    const card = tidiedCard({
      set,
      groot: value.slice(set.length + 1),
      klein: choices.get(`klein-${number}`) ?? "",
      achter: choices.get(`achter-${number}`) ?? "",
    });
    if (!offer.decks.get(set)?.zelf) strange += 1;
    else if (tooLongPart(card) || written.size >= MOST_CARDS) long += 1;
    else written.set(key, card);
  }
  const trouble = [
    strange && `${amount(strange, "eigen kaart", "eigen kaarten")} van een set die we niet kennen`,
    long && `${amount(long, "eigen kaart", "eigen kaarten")} te veel of met te lange tekst`,
  ].filter(Boolean);
  return { written, trouble: trouble.length ? `Niet overgenomen uit deze link: ${trouble.join(" en ")}.` : "" };
}

/** Put cards into the offer, so that they are cards as all others; those that are not there any more go out of it. @param {Map<string, Written>} written @param {Offer} offer */
export function offerWritten(written, { cards }) {
  for (const id of cards.keys()) if (isWritten(id)) cards.delete(id);
  for (const [id, card] of written) cards.set(id, { id, naam: nameOf(card), deck: card.set });
}

/** The parts of a fragment. @param {Map<string, Written>} written */
export const writeWritten = (written) =>
  [...written].flatMap(([id, { set, groot, klein, achter }]) => {
    const number = id.slice("zelf-".length);
    return [
      `${id}=${set}:${coded(groot)}`,
      klein && `klein-${number}=${coded(klein)}`,
      achter && `achter-${number}=${coded(achter)}`,
    ].filter(Boolean);
  });

/** Also the signs that many a program leaves out of the link when they stand at its end. @param {string} text */
const coded = (text) =>
  encodeURIComponent(text)
    .replaceAll("%20", "+")
    .replace(/[.~'()*!_]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * A number that no card had before; past the highest that a link can have, one that no card has.
 * @param {Map<string, Written>} written @param {number} last the highest that was given
 */
export function nextNumber(written, last) {
  const next = Math.max(last, ...[...written.keys()].map((id) => Number(id.slice("zelf-".length)))) + 1;
  if (isWritten(`zelf-${next}`)) return next;
  let free = 1;
  while (written.has(`zelf-${free}`)) free += 1;
  return free;
}
