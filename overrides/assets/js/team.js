// Samen kijken: one page for who leads and for who takes part. Nothing of a session leaves this page's memory.

import { readSession } from "./team/code.js";
import { Pagina } from "./team/pagina.js";
import { Formulier } from "./team/formulier.js";
import { Begeleider } from "./team/begeleider.js";
import { Deelnemer } from "./team/deelnemer.js";

class TeamSessie extends HTMLElement {
  connectedCallback() {
    const page = (this.page = new Pagina(this));
    const form = new Formulier(page);
    this.leader = new Begeleider(page, form);
    this.member = new Deelnemer(page, form);
    page.onSubmit("meedoen", (asked) => this.#join(asked.elements.sessie.value));
    page.on("opnieuw", () => page.step("begin"));
    // Another link to this page, such as that of the next round, changes only the fragment.
    addEventListener("hashchange", () => {
      if (!this.leader.session) this.#arrive();
    });
    // Going back may bring the page out of the browser's memory, places and all.
    addEventListener("pageshow", (event) => {
      if (!event.persisted) return;
      this.leader.end();
      this.member.end();
      this.#arrive();
    });
    this.#arrive();
  }

  /** Follow the fragment: `#sessie=35C1` takes part, `#velden=2,4` chooses fields for a session. */
  #arrive() {
    const asked = new URLSearchParams(location.hash.slice(1));
    if (asked.has("sessie")) {
      this.#join(asked.get("sessie"));
      return;
    }
    for (const part of this.page.all("[data-stap]")) part.hidden = part.dataset.stap !== "begin";
    if (asked.has("velden")) this.#choose(asked.get("velden").split(","));
  }

  #join(text) {
    const session = readSession(text);
    if (session !== null) {
      this.member.join(session);
      return;
    }
    this.page.step("begin");
    const form = this.page.find('[data-form="meedoen"]');
    this.page.say(this.page.find(".team-melding", form), this.page.sentence("sessie"));
    form.elements.sessie.focus();
  }

  #choose(numbers) {
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
