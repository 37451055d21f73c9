// One round of a team session: takes in what people hand in, counts it, and gives the picture once there is enough.
//
// What comes in is added to a count for each line at once and then forgotten, so that no person's places stay together.

import { LINES, MARKERS, NONE, decode, fieldsOf, lineOf } from "./code.js";

export const ENOUGH = 5;
// Fewer people who show themselves would not be a picture of a group.
export const FEWEST = 2;
// The five parts of the line in which the eleven places fall, the same from both ends.
const BIN = [0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 4];
export const BINS = 5;

/**
 * @typedef {"ontvangen" | "twee-keer" | "andere-sessie" | "te-laat" | "zonder-plek" | import("./code.js").Fault} Answer
 *   the name of what happened, under which the page has a sentence
 * @typedef {object} Beeld
 * @property {number} received how many handed in
 * @property {number | null} shown how many of them are in the picture, when that isn't all
 * @property {{ field: number, lines: { marker: import("./code.js").Marker, bins: number[] | null }[] }[]} fields bins is null for a line with too few
 */

export class Sessie {
  /** @type {Set<number>} nonces */
  #taken = new Set();
  #received = 0;
  #willing = 0;
  #closed = false;
  // Counts of all, and of those who want to be seen when there are fewer than five.
  #all = tally();
  #seen = tally();

  /** @param {number} number */
  constructor(number) {
    this.number = number;
    this.fields = fieldsOf(number);
  }

  get received() {
    return this.#received;
  }

  get willing() {
    return this.#willing;
  }

  /** Take in a code. @param {string} text @returns {{ answer: Answer, tekens?: number }} */
  takeCode(text) {
    const { sent, fault, tekens } = decode(text);
    if (!sent) return { answer: fault, tekens };
    if (sent.session !== this.number) return { answer: "andere-sessie" };
    if (this.#taken.has(sent.nonce)) return { answer: "twee-keer" };
    const answer = this.take(sent.places, sent.consent);
    if (answer === "ontvangen") this.#taken.add(sent.nonce);
    return { answer };
  }

  /** Take in places that were given on this device. @param {number[]} places @param {boolean} consent @returns {Answer} */
  take(places, consent) {
    if (this.#closed) return "te-laat";
    if (!this.#lines().some(({ line }) => places[line] !== NONE)) return "zonder-plek";
    this.#received += 1;
    this.#willing += Number(consent);
    for (const counts of consent ? [this.#all, this.#seen] : [this.#all]) {
      for (const { line } of this.#lines()) if (places[line] !== NONE) counts[line][BIN[places[line]]] += 1;
    }
    return "ontvangen";
  }

  /**
   * The picture, after which nothing more is taken in: what came later would stand out. Null when there are too few.
   * @returns {Beeld | null}
   */
  show() {
    const enough = this.#received >= ENOUGH;
    if (!enough && this.#willing < FEWEST) return null;
    this.#closed = true;
    this.#taken.clear();
    const counts = enough ? this.#all : this.#seen;
    return {
      received: this.#received,
      shown: enough ? null : this.#willing,
      fields: this.fields.map((field) => ({
        field,
        lines: MARKERS.map((marker) => {
          const bins = counts[lineOf(field, marker)];
          // On a line that most people left empty, the few others would be told apart.
          return { marker, bins: enough && total(bins) < ENOUGH ? null : [...bins] };
        }),
      })),
    };
  }

  #lines() {
    return this.fields.flatMap((field) => MARKERS.map((marker) => ({ line: lineOf(field, marker) })));
  }
}

/** @returns {number[][]} for each line how many there are in each part of it */
const tally = () => Array.from({ length: LINES }, () => Array.from({ length: BINS }, () => 0));
/** @param {number[]} bins */
const total = (bins) => bins.reduce((all, one) => all + one, 0);
