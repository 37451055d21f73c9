// Of all fields and questions on the page, shows those that its address chooses, such as #velden=2,4&vragen=sv2-v1,sv4-v6.

import { leesLink } from "./reflectie/link.js";

class GekozenVragen extends HTMLElement {
  connectedCallback() {
    this.onward = document.querySelector(".herkomst a");
    this.#show();
    addEventListener("hashchange", () => this.#show());
  }

  #show() {
    const fields = [...this.querySelectorAll("[data-veld]")];
    const questions = [...this.querySelectorAll("[data-vraag]")];
    const choice = leesLink(
      location.hash,
      fields.map((one) => one.dataset.veld),
      questions.map((one) => one.dataset.vraag),
    );
    // The name of a place on the page takes nothing of the choice away.
    if (!choice && location.hash) return;
    // A link in which nothing is known chooses nothing.
    const chosen = choice?.velden.length ? choice : null;
    for (const field of fields) field.hidden = Boolean(chosen) && !chosen.velden.includes(field.dataset.veld);
    for (const question of questions) {
      // As in the reflection: those for bestuurders are there for who asks for them.
      question.hidden =
        Boolean(chosen) &&
        !(chosen.vragen ? chosen.vragen.includes(question.dataset.vraag) : !("bestuurders" in question.dataset));
    }
    for (const list of this.querySelectorAll("ol.vragen"))
      list.hidden = !list.querySelector("li[data-vraag]:not([hidden])");
    this.querySelector(".keuze-melding").textContent = choice?.zin ?? "";
    this.onward.hash = chosen?.fragment ?? "";
  }
}

customElements.define("gekozen-vragen", GekozenVragen);
