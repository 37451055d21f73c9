// What one can put in a plan: the index that the build makes of everything on the site with an id, and its texts once they are here. Pure.

import { isCard } from "./draaiboek.js";

/** @typedef {import("./draaiboek.js").Blok} Blok */

/**
 * What the index says of one thing; what isn't known is left out.
 * @typedef {object} Gegeven
 * @property {string} soort such as `werkkaart`, `oefening`, `veld`, `vraag`, `set`
 * @property {string} [titel] absent for a way to use a deck, which is called after that
 * @property {string} [adres] of its page, below the root; else it stands on that of `bij`
 * @property {string} [bij] id of what it is a part of, or of its deck
 * @property {string} [doel] what it is for
 * @property {[number, number]} [minuten] as short as can be, and usual: our estimate
 * @property {[number, number]} [bespreken] the same for talking it over afterwards
 * @property {number} [genoemd] minutes of a part of it that a publication names
 * @property {[number, number]} [mensen]
 * @property {number} [begeleiden] 1 to 3
 * @property {number} [meedoen] 1 to 3
 * @property {string} [online]
 * @property {"schrijven" | "bewegen"} [bezig] how people are busy for the most of it; they sit and talk when it is not told
 * @property {number[]} [fasen]
 * @property {string[]} [voor]
 * @property {string} [door] what shows that it is done
 * @property {string[]} [nodig] what to bring, beside what one prints
 * @property {string[]} [printen] ids of the decks and sheets that one needs for it
 * @property {string[]} [sets] ids of decks that go with it
 * @property {string} [kaart] id of the deck in which it has a card of its own
 * @property {[string, boolean][]} [past] ids of what goes with it, and whether that is our own idea
 *
 * @typedef {object} Teksten how it is done
 * @property {string} [tekst]
 * @property {[string, string]} [polen] what stands at both ends of its line
 * @property {string} [vooraf] what must be done first
 * @property {string} [opstelling] how many groups there are, and how people sit or stand
 * @property {string[]} [stappen] texts, or ids of things with one
 * @property {string[]} [regels] of the game
 * @property {string[]} [vragen] as the steps; of an exercise those that are asked in the course of it
 * @property {string[]} [nabespreken] questions for talking it over
 * @property {string[]} [kiezen] roles or words to choose from
 *
 * @typedef {{ titel: string, adres: string, doel: string, vel?: true }} Set a deck to print, or a sheet, of which one chooses no cards
 * @typedef {{ schema: number, blokken: Record<string, Gegeven>, sets: Record<string, Set>, begeleiden: string[] }} Index what
 *   `blokken.json` holds; with what it asks of who leads, in words, from 1 on
 *
 * @typedef {object} Vast what is always there
 * @property {string} id
 * @property {string} titel
 * @property {string} adres whole
 * @property {string} van title of what it is a part of
 * @property {string} tekst
 * @property {string[]} stappen
 * @property {string[]} vragen
 * @property {string[]} kiezen
 * @property {string[]} nodig
 * @property {string[]} printen
 * @property {string[]} sets
 * @property {[string, boolean][]} past
 * @typedef {Omit<Gegeven & Teksten, keyof Vast> & Vast} Kaart everything that is known of a thing
 */

/** Minutes of a card that nobody reckoned. */
const UNKNOWN_TIME = 15;
const LOOSE = new Map([
  ["pauze", { titel: "Pauze", minuten: 15 }],
  ["ruimte", { titel: "Ruimte voor wat uitloopt", minuten: 10 }],
  ["eigen", { titel: "Eigen onderdeel", minuten: 10 }],
]);

export class Aanbod {
  /** @type {Map<string, Teksten>} */
  #texts = new Map();

  /** @param {Index} index @param {string | URL} root of the site */
  constructor({ blokken, sets, begeleiden }, root) {
    this.root = root;
    this.leads = begeleiden;
    this.given = new Map(Object.entries(blokken));
    this.decks = new Map(Object.entries(sets));
  }

  /** Take in the texts, what `blokken-tekst.json` holds. @param {{ blokken: Record<string, Teksten> }} texts */
  fill({ blokken }) {
    this.#texts = new Map(Object.entries(blokken));
  }

  /** Whether the texts are there. */
  get filled() {
    return this.#texts.size > 0;
  }

  /** Everything, in the order of the site. @returns {Kaart[]} */
  get all() {
    return [...this.given.keys()].flatMap((id) => this.card(id) ?? []);
  }

  /** @param {string} id @returns {Kaart | null} null for what isn't known */
  card(id) {
    const one = this.given.get(id);
    if (!one) return null;
    const around = this.given.get(one.bij ?? "");
    const deck = around ? undefined : this.decks.get(one.bij ?? "");
    const { tekst = "", stappen = [], vragen = [], kiezen = [], ...more } = this.#texts.get(id) ?? {};
    return {
      ...one,
      ...more,
      id,
      titel: one.titel ?? deck?.titel ?? id,
      doel: one.doel ?? deck?.doel,
      adres: new URL(one.adres ?? `${(around ?? deck)?.adres ?? ""}#${id}`, this.root).href,
      van: (around ?? deck)?.titel ?? "",
      tekst,
      stappen: stappen.map((step) => this.text(step)),
      vragen: vragen.map((question) => this.text(question)),
      kiezen,
      nodig: one.nodig ?? [],
      printen: (deck && one.bij ? [one.bij] : one.printen) ?? [],
      // What goes with a card goes with a part of it.
      sets: [...(one.sets ?? []), ...(around?.sets ?? [])],
      past: one.past ?? [],
    };
  }

  /** The card of a block; null for a break and the like, and for what isn't known. @param {Blok} blok */
  of(blok) {
    return isCard(blok) ? this.card(blok.wat) : null;
  }

  /** What a block is called. @param {Blok} blok */
  title(blok) {
    return blok.titel || this.of(blok)?.titel || LOOSE.get(blok.wat)?.titel || `Onbekend (${blok.wat})`;
  }

  /** What a block is for; empty when nobody said. @param {Blok} blok */
  purpose(blok) {
    return blok.doel || this.of(blok)?.doel || "";
  }

  /** How a block is done. @param {Blok} blok @returns {string[]} */
  steps(blok) {
    return blok.stappen?.match(/.*\S.*/g) ?? this.of(blok)?.stappen ?? [];
  }

  /** What is asked in a block. @param {Blok} blok @returns {string[]} */
  questions(blok) {
    return blok.vragen?.map((id) => this.text(id)) ?? this.of(blok)?.vragen ?? [];
  }

  /** Ids of what is printed for a block. @param {Blok} blok */
  prints(blok) {
    return [...new Set([this.of(blok)?.printen ?? [], blok.printen ?? []].flat())];
  }

  /** What there is to bring for a block, with what is printed for it by name. @param {Blok} blok */
  needs(blok) {
    const printed = this.prints(blok).flatMap((id) => this.decks.get(id)?.titel ?? []);
    return [this.of(blok)?.nodig ?? [], printed, blok.materiaal || []].flat();
  }

  /** What shows that one can go on; empty when nobody said. @param {Blok} blok */
  sign(blok) {
    return blok.door || this.of(blok)?.door || "";
  }

  /** Whether a block names something that this site doesn't have. @param {Blok} blok */
  isUnknown(blok) {
    return isCard(blok) && !this.given.has(blok.wat);
  }

  /** Minutes of something as it is put in a plan. @param {string} wat @returns {{ minuten: number, kort?: number }} */
  time(wat) {
    const loose = LOOSE.get(wat);
    if (loose) return { minuten: loose.minuten };
    const [kort, minuten] = this.given.get(wat)?.minuten ?? [UNKNOWN_TIME, UNKNOWN_TIME];
    return kort < minuten ? { minuten, kort } : { minuten };
  }

  /** Whether the minutes of a block are our estimate, for nobody has changed them. @param {Blok} blok */
  isEstimate(blok) {
    return isCard(blok) && this.given.get(blok.wat)?.minuten?.[1] === blok.minuten;
  }

  /** Minutes of a block as they are written down, `±` before our estimate. @param {Blok} blok */
  minutes(blok) {
    return `${this.isEstimate(blok) ? "±" : ""}${blok.minuten}`;
  }

  /** @param {string} text that may be the id of something with a text */
  text(text) {
    const one = this.given.get(text);
    if (!one) return text;
    const { tekst = "", stappen = [] } = this.#texts.get(text) ?? {};
    const titel = one.titel ?? "";
    const whole = tekst ? `${titel}${/[.?!]$/.test(titel) ? "" : "."} ${tekst}` : titel;
    return stappen.length ? `${whole} ${stappen.join("; ")}` : whole;
  }
}
