// What this tab has put on the device. Browsers show a tab what another wrote a moment later, so one that writes in that
// moment undoes it without knowing; by this it is put back.

import { findIn, filled, isEmpty, putIn, without } from "./document.js";

/** @typedef {import("./document.js").Document} Document */
/** @typedef {import("./document.js").Reflectie} Reflectie */

export class Traces {
  /** @type {Map<string, {own: Reflectie, parts: Set<string>}>} by reflection: as it was, and the parts that were put */
  #put = new Map();
  /** @type {Set<string>} reflections that were taken out */
  #gone = new Set();

  /** @param {Reflectie} own @param {Iterable<string>} parts */
  put(own, parts) {
    const before = this.#put.get(own.id)?.parts ?? [];
    this.#put.set(own.id, { own: structuredClone(own), parts: new Set([...before, ...parts]) });
  }

  /** These came from a file: nothing of them was changed here. @param {Reflectie[]} reflecties */
  add(reflecties) {
    for (const one of reflecties) if (!this.#put.has(one.id)) this.put(one, []);
  }

  /** @param {string} id of a reflection that is taken out */
  drop(id) {
    this.#gone.add(id);
    this.#put.delete(id);
  }

  /** These are there again. @param {Iterable<string>} ids */
  back(ids) {
    for (const id of ids) this.#gone.delete(id);
  }

  /** Another tab has changed these parts, by reflection, so they are no longer this one's. @param {Record<string, string[]>} theirs */
  yield(theirs) {
    this.back(Object.keys(theirs));
    for (const [id, parts] of Object.entries(theirs)) for (const part of parts) this.#put.get(id)?.parts.delete(part);
  }

  clear() {
    this.#put.clear();
    this.#gone.clear();
  }

  /** Everything of this tab, by reflection. */
  get parts() {
    return Object.fromEntries([...this.#put].map(([id, { parts }]) => [id, [...parts]]));
  }

  /** @param {Document} document @returns {Document} the same one when nothing is missing */
  repaired(document) {
    let whole = [...this.#gone].reduce((rest, id) => (findIn(rest, id) ? without(rest, id) : rest), document);
    for (const [id, { own, parts }] of this.#put) {
      const there = findIn(whole, id);
      const missing = there ? [...parts].some((name) => part(there, name) !== part(own, name)) : !isEmpty(own);
      if (missing) whole = filled(putIn(whole, own, parts));
    }
    return whole;
  }
}

/** A part by its name, such as `plekken sv4`, to compare. @param {Reflectie} one @param {string} name */
function part(one, name) {
  const [field, key] = name.split(" ");
  if (field === "plekken") return JSON.stringify(Object.entries(one.plekken[key] ?? {}).sort());
  return field === "notities" ? one.notities[key] : one.waar;
}
