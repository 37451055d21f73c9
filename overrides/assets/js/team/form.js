// The form with the lines, for one person at a time: whoever opens it gets the places and the consent, and it empties.

import { find, findAll, told } from "../samen/dom.js";
import { LINES, MARKERS, NONE, lineOf } from "./code.js";
import { fieldOf } from "../samen/steps.js";

/** @typedef {(places: number[], consent: boolean) => void} HandIn */

export class Form {
  /** @type {HandIn} */
  #onDone = () => {};

  /** @param {import("../samen/steps.js").Page} page */
  constructor(page) {
    this.page = page;
    this.form = page.form("invullen");
    page.on("inleveren", () => this.#handIn());
    // Enter on a place sends the form in some browsers; handing in can't be undone, so that takes the button.
    page.onSubmit("invullen", () => {});
  }

  /**
   * @param {number[]} fields
   * @param {"doorgeven" | "meedoen"} role for which the words around the lines differ
   * @param {HandIn} onDone
   */
  open(fields, role, onDone) {
    this.#onDone = onDone;
    for (const part of findAll(this.form, "[data-veld]")) part.hidden = !fields.includes(Number(told(part, "veld")));
    for (const part of findAll(this.form, "[data-rol]")) part.hidden = told(part, "rol") !== role;
    const button = find(this.form, "[data-doorgeven]");
    button.textContent = told(button, role);
    this.page.step("invullen");
  }

  empty() {
    this.form.reset();
  }

  #handIn() {
    const places = this.#places();
    if (places.every((place) => place === NONE)) this.page.say(".team-melding", "zonder-plek", this.form);
    else this.#onDone(places, fieldOf(this.form, "tonen").checked);
  }

  #places() {
    const places = Array.from({ length: LINES }, () => NONE);
    for (const part of findAll(this.form, "[data-veld]:not([hidden])")) {
      for (const marker of MARKERS) {
        const [chosen] = findAll(part, `input[name$="-${marker}"]:checked`, HTMLInputElement);
        if (chosen) places[lineOf(Number(told(part, "veld")), marker)] = Number(chosen.value);
      }
    }
    return places;
  }
}
