// The form with the lines, for one person at a time: whoever opens it gets the places and the consent, and it empties.

import { LINES, MARKERS, NONE, lineOf } from "./code.js";

export class Formulier {
  /** @param {import("./pagina.js").Pagina} page */
  constructor(page) {
    this.page = page;
    this.form = page.find('[data-form="invullen"]');
    page.on("inleveren", () => this.#handIn());
    // Enter on a place sends the form in some browsers; handing in can't be undone, so that takes the button.
    page.onSubmit("invullen", () => {});
  }

  /**
   * @param {number[]} fields
   * @param {"doorgeven" | "meedoen"} role for which the words around the lines differ
   * @param {(places: number[], consent: boolean) => void} onDone
   */
  open(fields, role, onDone) {
    this.onDone = onDone;
    for (const part of this.page.all("[data-veld]", this.form))
      part.hidden = !fields.includes(Number(part.dataset.veld));
    for (const part of this.page.all("[data-rol]", this.form)) part.hidden = part.dataset.rol !== role;
    const button = this.page.find("[data-doorgeven]", this.form);
    button.textContent = button.dataset[role];
    this.page.step("invullen");
  }

  empty() {
    this.form.reset();
  }

  #handIn() {
    const places = this.#places();
    if (places.every((place) => place === NONE)) {
      this.page.say(this.page.find(".team-melding", this.form), this.page.sentence("zonder-plek"));
      return;
    }
    this.onDone(places, this.form.elements.tonen.checked);
  }

  #places() {
    const places = Array(LINES).fill(NONE);
    for (const part of this.page.all("[data-veld]:not([hidden])", this.form)) {
      for (const marker of MARKERS) {
        const chosen = this.page.find(`input[name$="-${marker}"]:checked`, part);
        if (chosen) places[lineOf(Number(part.dataset.veld), marker)] = Number(chosen.value);
      }
    }
    return places;
  }
}
