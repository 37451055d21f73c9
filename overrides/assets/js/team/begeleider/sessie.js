// One round of a team session: takes in what people hand in, counts it, and gives the picture once there is enough.
//
// What is given on this device is added to a count for each line as soon as the next has come in, and then forgotten. What a
// phone sent is kept until the picture, so that the same phone can replace it; after the picture there are only counts.

import { MARKERS, NONE, decode, fieldsOf, lineOf, linesOf } from "../code.js";

export const ENOUGH = 5;
// Fewer people who show themselves would not be a picture of a group.
const FEWEST = 2;
// The five parts of the line in which the eleven places fall, the same from both ends; their words are in `parts` of the macro.
const BIN = [0, 0, 1, 1, 1, 2, 3, 3, 3, 4, 4];
export const BINS = 5;

/**
 * @typedef {"ontvangen" | "vervangen" | "doet-niet-mee" | "twee-keer" | "andere-sessie" | "te-laat" | "zonder-plek" | import("../code.js").Fault} Answer
 *   the name of what happened, under which the page has a sentence
 * @typedef {{ places: number[], consent: boolean }} Given what one person handed in; from a phone without a place, when that one
 *   doesn't take part after all
 * @typedef {{ given: Given } | { nonce: number } | "niet-mee"} Last what came in last: on this device, from a phone, or no places
 * @typedef {{ received: number, willing: number, all: number[][], seen: number[][] }} Counts how many people and how many who want
 *   to be seen, and for each line how many of both are in each part of it
 * @typedef {object} Beeld
 * @property {number} received how many handed in
 * @property {number | null} shown how many of them are in the picture, when that isn't all
 * @property {{ field: number, lines: { marker: import("../code.js").Marker, bins: number[] | null }[] }[]} fields bins is null for a line with too few
 * @typedef {{ number: number, people: number | null, declined: number, counts: Counts, phones: [number, Given][],
 *   last: Last | null, beeld: Beeld | null }} Kept a session as data
 */

export class Sessie {
  /** @type {number | null} how many take part, when that was told */
  people = null;
  /** How many chose on this device not to take part; after the picture, of all. */
  #declined = 0;
  /** @type {Counts} of what can no longer be replaced or taken back */
  #counts;
  /** @type {Map<number, Given>} what phones sent, by nonce */
  #phones = new Map();
  /** @type {Last | null} null when there is nothing to take back */
  #last = null;
  /** @type {Beeld | null} */
  #beeld = null;

  /** @param {number} number */
  constructor(number) {
    this.number = number;
    this.fields = fieldsOf(number);
    this.lines = linesOf(number);
    this.#counts = nobody(this.lines);
  }

  /** The session that was kept as data. @param {Kept} kept */
  static from({ number, people, declined, counts, phones, last, beeld }) {
    const session = new Sessie(number);
    session.people = people;
    session.#declined = declined;
    session.#counts = counts;
    session.#phones = new Map(phones);
    session.#last = last;
    session.#beeld = beeld;
    return session;
  }

  /** @returns {Kept} */
  toJSON() {
    // In the order of the nonces, which says nothing of who came first.
    const phones = [...this.#phones].sort(([one], [other]) => one - other);
    const { number, people } = this;
    return {
      number,
      people,
      declined: this.#declined,
      counts: this.#counts,
      phones,
      last: this.#last,
      beeld: this.#beeld,
    };
  }

  /** How many handed in places. */
  get received() {
    return this.#beeld?.received ?? this.#total().received;
  }

  /** How many chose not to take part. */
  get declined() {
    return this.#declined + [...this.#phones.values()].filter(({ places }) => !this.#hasPlace(places)).length;
  }

  /** How many people have yet to answer; null when it wasn't told how many take part. */
  get toCome() {
    return this.people === null ? null : this.people - this.received - this.declined;
  }

  get canTakeBack() {
    return this.#last !== null;
  }

  /** The picture, once it has been shown. */
  get beeld() {
    return this.#beeld;
  }

  /** Take in a code. @param {string} text @returns {{ answer: Answer, tekens?: number }} */
  takeCode(text) {
    const { sent, fault, tekens } = decode(text);
    if (!sent) return { answer: fault, tekens };
    const { session, nonce, places, consent } = sent;
    if (session !== this.number) return { answer: "andere-sessie" };
    if (this.#beeld) return { answer: "te-laat" };
    const before = this.#phones.get(nonce);
    if (before && before.consent === consent && String(before.places) === String(places))
      return { answer: "twee-keer" };
    this.#settle({ nonce });
    this.#phones.set(nonce, { places, consent });
    if (!this.#hasPlace(places)) return { answer: "doet-niet-mee" };
    return { answer: before && this.#hasPlace(before.places) ? "vervangen" : "ontvangen" };
  }

  /** Take in places that were given on this device. @param {number[]} places @param {boolean} consent @returns {Answer} */
  take(places, consent) {
    if (this.#beeld) return "te-laat";
    if (!this.#hasPlace(places)) return "zonder-plek";
    this.#settle({ given: { places, consent } });
    return "ontvangen";
  }

  /** Somebody chooses not to take part. */
  decline() {
    if (this.#beeld) return;
    this.#settle("niet-mee");
    this.#declined += 1;
  }

  /** Take back what came in last, whatever it was; once, until something else comes in. */
  takeBack() {
    const last = this.#last;
    this.#last = null;
    if (last === "niet-mee") this.#declined -= 1;
    else if (last && "nonce" in last) this.#phones.delete(last.nonce);
  }

  /**
   * The picture, after which nothing more is taken in: what came later would stand out. Null when there are too few.
   * @returns {Beeld | null}
   */
  show() {
    if (this.#beeld) return this.#beeld;
    const total = this.#total();
    const enough = total.received >= ENOUGH;
    if (!enough && total.willing < FEWEST) return null;
    const counts = enough ? total.all : total.seen;
    this.#beeld = {
      received: total.received,
      shown: enough ? null : total.willing,
      fields: this.fields.map((field) => ({
        field,
        lines: MARKERS.map((marker) => {
          const bins = counts[this.lines.indexOf(lineOf(field, marker))];
          // On a line that most people left empty, the few others would be told apart.
          return { marker, bins: enough && sum(bins) < ENOUGH ? null : bins };
        }),
      })),
    };
    this.#declined = this.declined;
    this.#phones.clear();
    this.#last = null;
    this.#counts = nobody(this.lines);
    return this.#beeld;
  }

  /** @param {number[]} places */
  #hasPlace(places) {
    return this.lines.some((line) => places[line] !== NONE);
  }

  /** What came in before can no longer be taken back. @param {Last} last */
  #settle(last) {
    this.#counts = this.#given(this.#counts);
    this.#last = last;
  }

  #total() {
    const phones = [...this.#phones.values()].filter(({ places }) => this.#hasPlace(places));
    return phones.reduce((counts, one) => this.#added(counts, one), this.#given(this.#counts));
  }

  /** `counts` with what came in last on this device. @param {Counts} counts */
  #given(counts) {
    const last = this.#last;
    return last && last !== "niet-mee" && "given" in last ? this.#added(counts, last.given) : counts;
  }

  /** @param {Counts} counts @param {Given} given @returns {Counts} */
  #added({ received, willing, all, seen }, { places, consent }) {
    /** @param {number[][]} lines */
    const counted = (lines) =>
      lines.map((bins, at) => bins.map((count, bin) => count + Number(BIN[places[this.lines[at]]] === bin)));
    return {
      received: received + 1,
      willing: willing + Number(consent),
      all: counted(all),
      seen: consent ? counted(seen) : seen,
    };
  }
}

/** @param {number[]} lines @returns {Counts} */
function nobody(lines) {
  const tally = () => lines.map(() => Array.from({ length: BINS }, () => 0));
  return { received: 0, willing: 0, all: tally(), seen: tally() };
}

/** @param {number[]} bins */
const sum = (bins) => bins.reduce((all, one) => all + one, 0);
