// The index as it is searched: made of the file that macros/search wrote, when search is opened.

import { folded } from "../samen/fold.js";
import { letters, past, sound, stem, words } from "./words.js";

/**
 * @typedef {[number, string, string, string, string[]?]} Item
 * @typedef {[string, string?]} Section
 *
 * @typedef {object} Source the file, as macros/search/index.py tells
 * @property {string[]} rooms
 * @property {string[]} kinds
 * @property {string[]} places
 * @property {string[]} stop
 * @property {[string[], number[], number[], number[], string[][], string[][], string[][], string[], Item[][], Section[][]]} pages
 * @property {string} words
 * @property {string} found
 *
 * @typedef {object} Page
 * @property {string} address
 * @property {string} room
 * @property {string} kind
 * @property {number} standing how likely it is that somebody means a page of this kind
 * @property {string} title
 * @property {string} sentence
 * @property {string[]} others what else it is called, and what people type for it
 *
 * @typedef {object} Place somewhere in a page
 * @property {string} anchor
 * @property {string} kind empty for a passage of prose
 * @property {string} head
 * @property {string} text empty for a passage of prose
 * @property {string[]} [asked] what people type for it
 *
 * @typedef {object} Unit what is weighed as a whole: a name, a sentence, a heading, a text
 * @property {number} page
 * @property {Place | null} place null for the page itself
 * @property {number} weight what a word in it counts for
 * @property {number} size how many words it has, for what is a name; 0 for a text
 * @property {string} joined a name without what parts its words, else empty
 * @property {string} stems a name by the stems of its words that say something, else empty
 */

/** What a word counts for by where it stands. */
export const WEIGHTS = {
  own: 10,
  synonym: 9,
  asked: 8,
  sentence: 4,
  head: 5,
  item: 2.5,
  heading: 3,
  prose: 1.6,
  kind: 4,
};

export class Index {
  /** @type {Page[]} */
  pages;
  /** @type {Unit[]} */
  units = [];
  /** Every word there is, in alphabetical order, and the units that have it. @type {string[]} */
  words;
  /** @type {number[][]} */
  found;
  /** @type {string[]} */
  stems;
  /** How each word sounds. @type {string[]} */
  sounds;
  /** Which letters each word has, as it is written and as it sounds. @type {number[]} */
  letters;
  /** The words with a stem. @type {Map<string, number[]>} */
  byStem = new Map();
  /** Forms of the past by the stem of their verb. @type {Map<string, number[]>} */
  byPast = new Map();
  /** @type {Map<string, number>} */
  byWord = new Map();
  /** Items by their id, without what parts it. @type {Map<string, { page: number, place: Place }>} */
  byId = new Map();
  /** @type {Set<string>} */
  stop;
  /** @type {string[]} */
  rooms;
  /** @type {{ page: number, place: Place | null, joined: string }[] | undefined} */
  #texts;

  /** @param {Source} source */
  constructor(source) {
    this.rooms = source.rooms;
    this.stop = new Set(source.stop);
    /** @type {Map<string, number[]>} */
    const terms = new Map();
    const [addresses, rooms, kinds, standings, own, synonyms, asked, sentences, items, passages] = source.pages;
    this.pages = addresses.map((address, page) => ({
      address,
      room: source.rooms[rooms[page]],
      kind: source.kinds[kinds[page]],
      standing: standings[page] / 100,
      title: own[page][0],
      sentence: sentences[page],
      others: [...synonyms[page], ...asked[page]],
    }));
    /** @type {number[]} */
    const sections = [];
    this.pages.forEach(({ address, room, kind, sentence }, page) => {
      for (const name of own[page]) this.#name(terms, page, name, WEIGHTS.own);
      // The last part of an address is an id, or as good as one.
      this.#name(terms, page, address.split("/").at(-2) ?? "", WEIGHTS.synonym);
      for (const name of synonyms[page]) this.#name(terms, page, name, WEIGHTS.synonym);
      for (const name of asked[page]) this.#name(terms, page, name, WEIGHTS.asked);
      this.#text(terms, page, null, sentence, WEIGHTS.sentence);
      // Somebody who asks for cards on emotions names the room.
      this.#text(terms, page, null, `${room} ${kind}`, WEIGHTS.kind);
      for (const [kind, anchor, head, text, askedHere = []] of items[page]) {
        const place = { anchor, kind: source.places[kind], head, text, asked: askedHere };
        if (head) this.#name(terms, page, head, WEIGHTS.head, place);
        for (const name of askedHere) this.#name(terms, page, name, WEIGHTS.asked, place);
        this.#text(terms, page, place, text, WEIGHTS.item);
        this.byId.set(plainId(anchor), { page, place });
      }
      for (const [head, anchor = words(head).join("-")] of passages[page]) {
        const place = head ? { anchor, kind: "", head, text: "" } : null;
        if (head) this.#text(terms, page, place, head, WEIGHTS.heading);
        sections.push(this.#unit(page, place, WEIGHTS.prose));
      }
    });
    this.#prose(terms, source, sections);
    this.words = [...terms.keys()].sort();
    this.found = this.words.map((word) => terms.get(word) ?? []);
    this.stems = this.words.map(stem);
    this.sounds = this.stems.map(sound);
    this.letters = this.words.map((word, number) => letters(word) | letters(this.sounds[number]));
    this.words.forEach((word, number) => {
      this.byWord.set(word, number);
      push(this.byStem, this.stems[number], number);
      const active = past(word);
      if (active && active !== this.stems[number]) push(this.byPast, active, number);
    });
  }

  /**
   * What each page and item says, as one word; made when it is first asked for.
   * @returns {{ page: number, place: Place | null, joined: string }[]}
   */
  get texts() {
    return (this.#texts ??= [
      ...this.pages.map(({ sentence }, page) => ({ page, place: null, joined: joined(sentence) })),
      ...[...this.byId.values()].map((one) => ({ ...one, joined: joined(one.place.head + one.place.text) })),
    ]);
  }

  /** @param {number} page @param {Place | null} place @param {number} weight @param {Partial<Unit>} [name] */
  #unit(page, place, weight, name) {
    return this.units.push({ page, place, weight, size: 0, joined: "", stems: "", ...name }) - 1;
  }

  /** @param {Map<string, number[]>} terms @param {number} page @param {string} name @param {number} weight @param {Place | null} [place] */
  #name(terms, page, name, weight, place = null) {
    const all = words(name);
    const said = all.filter((word) => !this.stop.has(word));
    const stems = (said.length ? said : all).map(stem).sort().join(" ");
    const unit = this.#unit(page, place, weight, { size: said.length || all.length, joined: joined(name), stems });
    for (const word of all) push(terms, word, unit);
    // Written as one word by some: nietweten, cocreatie.
    all.slice(1).forEach((word, i) => push(terms, all[i] + word, unit));
  }

  /** @param {Map<string, number[]>} terms @param {number} page @param {Place | null} place @param {string} text @param {number} weight */
  #text(terms, page, place, text, weight) {
    const unit = this.#unit(page, place, weight);
    for (const word of words(text)) if (!this.stop.has(word)) push(terms, word, unit);
  }

  /** @param {Map<string, number[]>} terms @param {Source} source @param {number[]} sections the unit of each */
  #prose(terms, source, sections) {
    const found = source.found.split(" ");
    let word = "";
    source.words.split(" ").forEach((shortened, number) => {
      word = word.slice(0, parseInt(shortened[0], 36)) + shortened.slice(1);
      let section = -1;
      for (const step of steps(found[number])) push(terms, word, sections[(section += step)]);
    });
  }
}

const SIGNS = Array.from({ length: 92 }, (_, i) => String.fromCharCode(35 + i)).filter((sign) => sign !== "\\");
const VALUES = new Map(SIGNS.map((sign, value) => [sign, value]));
const HALF = 45;

/** The numbers that macros/search/index.py wrote as signs. @param {string} written */
function* steps(written) {
  let step = 0;
  let worth = 1;
  for (const sign of written) {
    const value = VALUES.get(sign) ?? 0;
    step += (value % HALF) * worth;
    worth *= HALF;
    if (value >= HALF) continue;
    yield step;
    step = 0;
    worth = 1;
  }
}

/** A text as one word: all its letters and digits. @param {string} text */
export const joined = (text) => folded(text).replace(/[^a-z0-9]/g, "");

/** An id as it is read aloud or typed in haste: without what parts it and zeros before a number. @param {string} id */
export const plainId = (id) => joined(id.replace(/(?<!\d)0+(?=\d)/g, ""));

/** Add a value to the list of a key, once when it comes twice in a row. @template K, V @param {Map<K, V[]>} map @param {K} key @param {V} value */
function push(map, key, value) {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (list.at(-1) !== value) list.push(value);
}
