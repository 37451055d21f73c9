// The form for paper and printer: what it says of a choice, and a choice that it should say.

import { find } from "../samen/dom.js";
import { isShift } from "./keuze.js";

/** @typedef {import("./keuze.js").Choice} Choice */

const CHECKS = /** @type {const} */ (["zwart", "leeg"]);
const AXES = /** @type {const} */ (["rechts", "omhoog"]);

export class Vorm {
  /** @param {HTMLElement} page @param {() => void} onChange */
  constructor(page, onChange) {
    this.page = page;
    const form = find(page, ".kies-vorm");
    form.addEventListener("input", (event) => {
      if (!(event.target instanceof Element && event.target.closest(".kies-uitleg"))) onChange();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  /** @param {typeof CHECKS[number] | typeof AXES[number]} name */
  #field(name) {
    return find(this.page, `#kies-${name}`, HTMLInputElement);
  }

  get #format() {
    return find(this.page, "#kies-formaat", HTMLSelectElement);
  }

  /** Put what the fields say into a choice. @param {Choice} choice */
  read(choice) {
    const { value } = find(this.page, "[name=omslaan]:checked", HTMLInputElement);
    choice.omslaan = value === "kort" ? "kort" : "lang";
    choice.vorm = this.#format.value;
    const [right, up] = AXES.map((name) => {
      const field = this.#field(name);
      const mm = field.value === "" && !field.validity.badInput ? 0 : field.valueAsNumber;
      field.setAttribute("aria-invalid", String(!isShift(mm)));
      return mm;
    });
    choice.schuif = [right, up];
    for (const name of CHECKS) choice[name] = this.#field(name).checked;
  }

  /** Make the fields say what a choice says. @param {Choice} choice */
  fill(choice) {
    const { vorm, omslaan, schuif } = choice;
    this.#format.value = vorm;
    find(this.page, `[name=omslaan][value=${omslaan}]`, HTMLInputElement).checked = true;
    for (const name of CHECKS) this.#field(name).checked = choice[name];
    for (const [axis, name] of AXES.entries()) {
      const field = this.#field(name);
      field.valueAsNumber = schuif[axis];
      field.removeAttribute("aria-invalid");
    }
  }
}
