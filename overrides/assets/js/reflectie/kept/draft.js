// The reflection that is being made, and which parts of it were changed since they were put with the rest.

import { randomName } from "../../samen/random.js";
import { today } from "../../samen/words.js";

/** @typedef {import("./document.js").Reflectie} Reflectie */

/** How long it rests after a change, in milliseconds, before it is put with the rest. */
const REST = 300;

/** @returns {string} an id that no other reflection has */
export const newId = () => randomName(8);

export class Draft {
  /** @type {Reflectie | null} */
  current = null;
  /** @type {Set<string>} names of parts, such as `plekken sv4`, `notities sv4-v1` or `waar` */
  changed = new Set();
  #timer = 0;
  #onRest;

  /** @param {() => void} onRest called once changes have come to rest */
  constructor(onRest) {
    this.#onRest = onRest;
  }

  /** @param {Pick<Reflectie, "velden" | "vragen" | "bestuurder" | "samen">} choice */
  start(choice) {
    this.current = { id: newId(), begonnen: today(), ...choice, waar: "", plekken: {}, notities: {} };
  }

  /** Go on with this one as it is now. @param {Reflectie} reflectie */
  take(reflectie) {
    this.current = structuredClone(reflectie);
  }

  drop() {
    clearTimeout(this.#timer);
    this.current = null;
    this.changed.clear();
  }

  /** The step that was reached. @param {string} step */
  reach(step) {
    if (!this.current) return;
    this.current.waar = step;
    this.#change("waar");
  }

  /** The places on the line of a field; none takes them out. @param {string} veld @param {import("./document.js").Plekken} plekken */
  place(veld, plekken) {
    if (!this.current) return;
    if (Object.keys(plekken).length) this.current.plekken[veld] = plekken;
    else delete this.current.plekken[veld];
    this.#change(`plekken ${veld}`);
  }

  /** The note at a question; only spaces take it out. @param {string} vraag @param {string} text */
  note(vraag, text) {
    if (!this.current) return;
    if (text.trim()) this.current.notities[vraag] = text;
    else delete this.current.notities[vraag];
    this.#change(`notities ${vraag}`);
  }

  /** @param {string} part */
  #change(part) {
    this.changed.add(part);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onRest, REST);
  }
}
