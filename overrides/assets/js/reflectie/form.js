// The form on the page: which fields are chosen, and the places and notes of the reflection that is being made.

import { findAll } from "../samen/dom.js";
import { PLEKKEN } from "./kept/document.js";

/** @typedef {import("./kept/document.js").Plekken} Plekken */

export class Form {
  /** @param {HTMLElement} page @param {import("./fields.js").Fields} fields @param {import("./kept/state.js").State} state */
  constructor(page, fields, state) {
    this.boxes = findAll(page, "[name=velden]", HTMLInputElement);
    this.fields = fields;
    this.state = state;
    for (const [id, section] of fields.sections) {
      // Whatever touches a line; some of it tells only afterwards what has become of the places.
      for (const type of ["change", "click", "reset", "pointercancel"]) {
        section.addEventListener(type, () => setTimeout(() => this.#read(id, section)));
      }
      section.addEventListener("input", ({ target }) => {
        if (target instanceof HTMLTextAreaElement) state.draft.note(target.name, target.value);
      });
    }
  }

  /** Put the places and notes of the one being made into the form; what is being typed at stays. */
  fill() {
    const { plekken = {}, notities = {} } = this.state.current ?? {};
    for (const [id, section] of this.fields.sections) {
      for (const input of findAll(section, ".rail input", HTMLInputElement)) {
        input.checked = plekken[id]?.[questionOf(input)] === Number(input.value);
      }
      // The line hears this and says the place in words.
      for (const rail of findAll(section, ".rail")) rail.dispatchEvent(new Event("input"));
      for (const note of findAll(section, "textarea", HTMLTextAreaElement)) {
        if (note !== document.activeElement || !this.state.current) note.value = notities[note.name] ?? "";
      }
    }
  }

  /** @param {string} id @param {HTMLElement} section */
  #read(id, section) {
    const { current } = this.state;
    if (!current) return;
    const chosen = findAll(section, ".rail input:checked", HTMLInputElement);
    /** @type {Plekken} */
    const places = Object.fromEntries(chosen.map((input) => [questionOf(input), Number(input.value)]));
    const before = current.plekken[id] ?? {};
    if (PLEKKEN.some((name) => places[name] !== before[name])) this.state.draft.place(id, places);
  }
}

/** Which of the three questions a place answers; its name is such as `sv4-natuur`. @param {HTMLInputElement} input */
const questionOf = (input) => input.name.split("-")[1];
