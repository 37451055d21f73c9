// Of all fields and questions on the page, shows those that its address chooses, such as #velden=2,4&vragen=sv2-v1,sv4-v6.

import { readLink } from "../reflectie/link.js";
import { find, findAll, told } from "../samen/dom.js";
import { say } from "../samen/say.js";

/** @type {import("../reflectie/link.js").Keuze} */
const NOTHING = { velden: [], vragen: null, sentence: "", fragment: "" };

class GekozenVragen extends HTMLElement {
  connectedCallback() {
    this.#show();
    addEventListener("hashchange", () => this.#show());
  }

  #show() {
    const fields = findAll(this, "[data-veld]");
    const questions = findAll(this, "[data-vraag]");
    const choice = readLink(
      location.hash,
      fields.map((one) => told(one, "veld")),
      questions.map((one) => told(one, "vraag")),
    );
    // The name of a place on the page takes nothing of the choice away.
    if (!choice && location.hash) return;
    // A link in which nothing is known chooses nothing.
    const { velden, vragen, sentence, fragment } = choice ?? NOTHING;
    for (const field of fields) field.hidden = velden.length > 0 && !velden.includes(told(field, "veld"));
    for (const question of questions) {
      // As in the reflection: those for bestuurders are there for who asks for them.
      const asked = vragen ? vragen.includes(told(question, "vraag")) : !("bestuurders" in question.dataset);
      question.hidden = velden.length > 0 && !asked;
    }
    for (const list of findAll(this, "ol.vragen")) {
      list.hidden = !list.querySelector("li[data-vraag]:not([hidden])");
    }
    say(find(this, ".keuze-melding"), sentence);
    find(document, ".herkomst a", HTMLAnchorElement).hash = velden.length ? fragment : "";
  }
}

customElements.define("gekozen-vragen", GekozenVragen);
