// Samen kijken: one page for who leads and for who takes part. Nothing of a session leaves this page's memory, but for the
// number by which a participant counts once.

import { readSession } from "./team/code.js";
import { Pagina } from "./team/pagina.js";
import { Formulier } from "./team/formulier.js";
import { Begeleider } from "./team/begeleider.js";
import { Deelnemer } from "./team/deelnemer.js";

class TeamSessie extends HTMLElement {
  connectedCallback() {
    const page = (this.page = new Pagina(this));
    const form = new Formulier(page);
    this.member = new Deelnemer(page, form);
    this.leader = new Begeleider(page, form, () => this.member.end());
    page.onSubmit("meedoen", (asked) => this.#join(asked.elements.sessie.value));
    page.on("opnieuw", () => page.step("begin"));
    // Another link to this page, such as that of the next round, changes only the fragment.
    addEventListener("hashchange", () => this.#follow());
    // Going back may bring the page out of the browser's memory, places and all.
    addEventListener("pageshow", (event) => {
      if (event.persisted) this.#arrive();
    });
    this.#arrive();
  }

  /** As the page is when it is opened. */
  #arrive() {
    this.leader.end();
    this.member.empty();
    this.#show("begin");
    this.#follow();
  }

  /** Show a step, and leave the reader where they are. */
  #show(name) {
    for (const part of this.page.all("[data-stap]")) part.hidden = part.dataset.stap !== name;
  }

  /** Follow the fragment: `#sessie=35C1` takes part, `#velden=2,4` chooses fields for a session; a place on the page does nothing. */
  #follow() {
    const asked = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
    if (this.leader.session) return;
    if (asked.has("sessie")) this.#join(asked.get("sessie"));
    else if (asked.has("velden") && this.member.session === null) this.#choose(asked.get("velden").split(","));
  }

  #join(text) {
    const session = readSession(text);
    if (session !== null && session !== this.member.session) this.member.join(session);
    // Who takes part in a session isn't taken out of it by a link that is wrong.
    if (session !== null || this.member.session !== null) return;
    this.page.step("begin");
    const form = this.page.find('[data-form="meedoen"]');
    this.page.say(this.page.find(".team-melding", form), this.page.sentence("sessie"));
    form.elements.sessie.focus();
  }

  #choose(numbers) {
    this.#show("begin");
    const boxes = this.page.all('[name="veld"]');
    for (const box of boxes) box.checked = numbers.includes(box.value);
    if (numbers.every((number) => boxes.some((box) => box.value === number))) return;
    this.page.say(
      this.page.find('[data-form="begin"] .team-melding'),
      this.page.sentence("velden", { aantal: boxes.length }),
    );
  }
}

customElements.define("team-sessie", TeamSessie);
