// Samen kijken: one page for who leads and for who takes part. Nothing of a session leaves this tab.

import { toldApart } from "./samen/apart.js";
import { find, findAll } from "./samen/dom.js";
import { parts, readChoices } from "./samen/address/fragment.js";
import { say } from "./samen/say.js";
import { framed } from "./samen/site.js";
import { Begeleider } from "./team/begeleider/begeleider.js";
import { readSession } from "./team/code.js";
import { Deelnemer } from "./team/deelnemer.js";
import { Form } from "./team/form.js";
import { Page, fieldOf } from "./samen/steps.js";

class Team {
  /** @param {HTMLElement} root */
  constructor(root) {
    const page = new Page(root);
    const form = new Form(page);
    this.page = page;
    this.member = new Deelnemer(page, form);
    this.leader = new Begeleider(page, form, () => this.member.end());
    page.onSubmit("meedoen", (asked) => this.#join(fieldOf(asked, "sessie").value));
    page.on("opnieuw", () => page.step("begin"));
    // Another link to this page, such as that of the next round, changes only the fragment.
    addEventListener("hashchange", () => this.#follow());
    // Going back may bring the page out of the browser's memory, places and all.
    addEventListener("pageshow", (event) => {
      if (!event.persisted) return;
      this.leader.forget();
      this.#arrive();
    });
    find(root, ".zonder-script").remove();
    this.#arrive();
  }

  /** As the page is when it is opened: who leads goes on where they were, who takes part fills in anew. */
  #arrive() {
    this.member.empty();
    if (this.leader.resume()) return;
    this.page.show("begin");
    this.#follow();
  }

  /** Follow the fragment: `#sessie=35C1F` takes part, `#velden=2,4` chooses fields for a session; a place on the page does nothing. */
  #follow() {
    const asked = readChoices(location.hash);
    if (!asked || this.leader.session) return;
    const session = asked.get("sessie");
    if (session !== null) this.#join(session);
    else if (asked.has("velden") && this.member.session === null) this.#choose(parts(asked.get("velden") ?? ""));
  }

  /** @param {string} text what somebody typed, or a link says */
  #join(text) {
    const session = readSession(text);
    if (session !== null && session !== this.member.session) this.member.join(session);
    // Who takes part in a session isn't taken out of it by a link that is wrong.
    if (session !== null || this.member.session !== null) return;
    this.page.step("begin");
    const form = this.page.form("meedoen");
    this.page.say(".team-melding", "sessie", form);
    fieldOf(form, "sessie").focus();
  }

  /** @param {string[]} numbers */
  #choose(numbers) {
    this.page.show("begin");
    const boxes = findAll(this.page.root, '[name="veld"]', HTMLInputElement);
    for (const box of boxes) box.checked = numbers.includes(box.value);
    const known = numbers.every((number) => boxes.some((box) => box.value === number));
    const told = find(this.page.form("begin"), ".team-melding");
    say(told, known ? "" : this.page.sentence("velden", { aantal: boxes.length }));
  }
}

customElements.define(
  "team-sessie",
  class extends HTMLElement {
    connectedCallback() {
      // Where no header keeps this page out of a frame, a session there is of the page around it, which may go at any moment.
      if (framed) this.replaceChildren(toldApart(", en daar begint Samen kijken niet.", { class: "team-vak" }));
      else this.team = new Team(this);
    }
  },
);
