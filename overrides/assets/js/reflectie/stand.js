// What this tab knows: the reflections, the one being made, whether keeping is on, and what other tabs do.

import { Weigering, isLeeg, leeg, voegIn, voegSamen } from "./document.js";
import { SLEUTEL, bewaar, haalEigenWeg, haalWeg, kanaal, kijk } from "./opslag.js";

/** @typedef {import("./document.js").Reflectie} Reflectie */
/** @typedef {import("./document.js").Document} Document */

const WAIT = 300;

/** @returns {string} an id that no other reflection has */
export const kenmerk = () =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Today here, such as 2026-03-09. */
export function vandaag() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * Events: `lijst` when the reflections or the keeping changed, `nieuws` when another tab changed the one being made,
 * `weg` when that one is gone, `gewist` when everything is, `melding` with a sentence in `detail`.
 */
export class Stand extends EventTarget {
  /** @type {Document} everything but what is in `#changed` */
  document = leeg();
  /** @type {Reflectie | null} the one being made */
  nu = null;
  aan = false;
  /** Whether something on the device may not be written over. */
  vast = false;
  /** @type {Set<string>} */
  #changed = new Set();
  #failed = false;
  #timer = 0;
  /**
   * What this tab has put on the device, by reflection. Browsers show a tab what another wrote a moment later, so one that
   * writes in that moment undoes it without knowing; this is how it is put back.
   * @type {Map<string, {own: Reflectie, parts: Set<string>}>}
   */
  #mine = new Map();
  /** @type {Set<string>} reflections that were taken out, for the same reason */
  #gone = new Set();
  #tell = kanaal((news) => this.#hear(news));

  /** Look what is kept. @returns {string | undefined} what the person should know */
  begin() {
    addEventListener("storage", ({ key, newValue }) => {
      if (key === SLEUTEL && newValue && this.aan) this.#refresh();
    });
    const found = kijk();
    this.aan = found.aan;
    this.vast = Boolean(found.vast);
    this.document = found.document;
    return found.zin;
  }

  /** All that has something in it, the newest first. @returns {Reflectie[]} */
  get reflecties() {
    return filled(this.document)
      .reflecties.reverse()
      .sort((a, b) => b.begonnen.localeCompare(a.begonnen));
  }

  /** Whether closing the page would lose something. */
  get onbewaard() {
    return (!this.aan || this.#failed) && this.document.nieuw && this.reflecties.length > 0;
  }

  /** @param {Pick<Reflectie, "velden" | "vragen" | "bestuurder" | "samen">} choice */
  nieuw(choice) {
    this.schrijf();
    this.nu = { id: kenmerk(), begonnen: vandaag(), ...choice, waar: "", plekken: {}, notities: {} };
  }

  /** @param {string} id */
  open(id) {
    this.schrijf();
    const found = find(this.document, id);
    if (found) this.nu = structuredClone(found);
  }

  /**
   * Change a part of the one being made; `key` names an entry of `plekken` or `notities`, undefined takes it out.
   * @param {string} part @param {unknown} value @param {string} [key]
   */
  wijzig(part, value, key) {
    if (!this.nu) return;
    if (!key) this.nu[part] = value;
    else if (value === undefined) delete this.nu[part][key];
    else this.nu[part][key] = value;
    this.#changed.add(key ? `${part} ${key}` : part);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.schrijf(), WAIT);
  }

  /** Put what has changed with the rest, on the device if that is on. */
  schrijf() {
    clearTimeout(this.#timer);
    if (!this.nu || !this.#changed.size) return;
    const mine = structuredClone(this.nu);
    const changed = [...this.#changed];
    const parts = this.#mine.get(mine.id)?.parts ?? [];
    if (this.#change((document) => filled(voegIn(document, mine, changed)), { [mine.id]: changed }))
      this.#changed.clear();
    if (this.nu) {
      const both = find(this.document, mine.id);
      if (both) this.nu = structuredClone(both);
      this.#mine.set(mine.id, { own: structuredClone(this.nu), parts: new Set([...parts, ...changed]) });
    }
    this.#say("lijst");
  }

  /** @throws {Weigering} when it can't be kept */
  zetAan() {
    this.schrijf();
    const mine = this.document;
    this.document = bewaar(
      (found) => (found.reflecties.length ? voegSamen(found, mine, kenmerk).document : mine),
      true,
    );
    this.aan = true;
    this.#failed = false;
    this.#tell({ soort: "bewaard", delen: {} });
    this.#say("lijst");
  }

  /** Take everything off the device; this page still has it. */
  zetUit() {
    this.schrijf();
    haalWeg();
    this.aan = false;
    this.document = { ...this.document, nieuw: this.reflecties.length > 0 };
    this.#tell({ soort: "uit" });
    this.#say("lijst");
  }

  /** @param {Document} other @returns {{erbij: number, gelijk: number, anders: number}} how many were put in, and how */
  voegToe(other) {
    this.schrijf();
    let counts;
    this.#change(
      (document) => {
        const { document: both, ...rest } = voegSamen(document, other, kenmerk);
        counts = rest;
        return both;
      },
      whole(other),
      true,
    );
    for (const one of this.document.reflecties)
      if (!this.#mine.has(one.id)) this.#mine.set(one.id, { own: one, parts: new Set() });
    this.#say("lijst");
    return counts;
  }

  /** Take one out. @param {string} id */
  haal(id) {
    this.schrijf();
    this.#drop(id);
    this.#change((document) => without(document, id));
    this.#tell({ soort: "weg", id });
    this.#say("lijst");
  }

  /** A copy has been taken out. */
  kopie() {
    this.#change((document) => ({ ...document, kopie: vandaag(), nieuw: false }));
    this.#say("lijst");
  }

  /** Everything, here, on the device and in other tabs. */
  wis() {
    this.#forget();
    try {
      haalWeg();
    } catch {
      // Where storage is forbidden, nothing was kept.
    }
    this.#tell({ soort: "gewist" });
    this.#say("gewist");
  }

  /**
   * @param {(document: Document) => Document} change
   * @param {Record<string, string[]>} parts what that changes, by reflection
   * @param {boolean} strict throw when it can't be kept, with nothing changed
   * @returns {boolean} whether it is where it should be
   */
  #change(change, parts = {}, strict = false) {
    for (const id of Object.keys(parts)) this.#gone.delete(id);
    if (!this.aan) {
      this.document = change(this.document);
      return true;
    }
    try {
      this.document = bewaar(change);
      if (this.#failed) this.#say("melding", "Het bewaren lukt weer.");
      this.#failed = false;
      this.#tell({ soort: "bewaard", delen: parts });
      return true;
    } catch (error) {
      if (!(error instanceof Weigering)) throw error;
      if (error.soort === "gewist") {
        this.#forget();
        this.#say("gewist");
        return true;
      }
      if (strict) throw error;
      this.#failed = true;
      this.document = change(this.document);
      this.#say("melding", error.message);
      return false;
    }
  }

  #forget() {
    clearTimeout(this.#timer);
    this.#changed.clear();
    this.#mine.clear();
    this.document = leeg();
    this.nu = null;
    this.aan = this.vast = this.#failed = false;
  }

  /** @param {string} id of a reflection that is taken out */
  #drop(id) {
    this.#gone.add(id);
    this.#mine.delete(id);
    this.document = without(this.document, id);
    if (this.nu?.id !== id) return false;
    this.nu = null;
    this.#changed.clear();
    return true;
  }

  /** @param {import("./opslag.js").Nieuws} news */
  #hear({ soort, id, delen }) {
    if (soort === "gewist") {
      if (this.aan) haalEigenWeg();
      this.#forget();
      this.#say("gewist");
    } else if (soort === "uit") {
      if (this.aan) haalEigenWeg();
      this.aan = false;
    } else if (soort === "weg") {
      if (this.#drop(id)) this.#say("weg");
      if (this.aan) this.#refresh();
    } else if (soort === "bewaard" && this.aan) {
      this.#refresh(delen);
    }
    this.#say("lijst");
  }

  /**
   * Take over what is on the device, after putting back what went missing.
   * @param {Record<string, string[]>} theirs what another tab says that it changed
   */
  #refresh(theirs = {}) {
    for (const [id, parts] of Object.entries(theirs)) {
      this.#gone.delete(id);
      for (const part of parts) this.#mine.get(id)?.parts.delete(part);
    }
    const found = kijk();
    if (!found.aan) return;
    this.document = found.document;
    if (this.#repaired(found.document) !== found.document) {
      this.#change(
        (document) => this.#repaired(document),
        Object.fromEntries([...this.#mine].map(([id, { parts }]) => [id, [...parts]])),
      );
    }
    const both = this.nu && find(this.document, this.nu.id);
    if (both) {
      this.nu = structuredClone(find(voegIn(this.document, this.nu, this.#changed), both.id));
      this.#say("nieuws");
    }
    this.#say("lijst");
  }

  /** @param {Document} document @returns {Document} the same one when nothing is missing */
  #repaired(document) {
    let whole = [...this.#gone].reduce((rest, id) => (find(rest, id) ? without(rest, id) : rest), document);
    for (const [id, { own, parts }] of this.#mine) {
      const there = find(whole, id);
      const missing = there ? [...parts].some((name) => part(there, name) !== part(own, name)) : !isLeeg(own);
      if (missing) whole = filled(voegIn(whole, own, parts));
    }
    return whole;
  }

  #say(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

/** @param {Document} document @param {string} id */
const find = (document, id) => document.reflecties.find((one) => one.id === id);
const without = (document, id) => ({ ...document, reflecties: document.reflecties.filter((one) => one.id !== id) });
const whole = (document) => Object.fromEntries(document.reflecties.map((one) => [one.id, []]));

/** A part by its name, such as `plekken sv4`, to compare. @param {Reflectie} one @param {string} name */
function part(one, name) {
  const [field, key] = name.split(" ");
  const value = key ? one[field][key] : one[field];
  return JSON.stringify(typeof value === "object" && value ? Object.entries(value).sort() : value);
}

/** Without reflections that have nothing in them. @param {Document} document */
const filled = (document) => ({ ...document, reflecties: document.reflecties.filter((one) => !isLeeg(one)) });
