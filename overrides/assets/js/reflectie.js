// The self-reflection: turns the long form on the page into steps, and shows the overview. Everything stays in this page.

import { called } from "./reflectie/called.js";
import { Fields } from "./reflectie/fields.js";
import { Form } from "./reflectie/form.js";
import { keeping } from "./reflectie/keeping.js";
import { State } from "./reflectie/kept/state.js";
import { readLink } from "./reflectie/link.js";
import { END } from "./reflectie/route.js";
import { Screens } from "./reflectie/screens.js";
import { Views } from "./reflectie/views.js";
import { writeFragment } from "./samen/address/fragment.js";
import { ask } from "./samen/ask.js";
import { find, from, hide, told } from "./samen/dom.js";
import { say } from "./samen/say.js";
import { framed } from "./samen/site.js";
import { amount, quote } from "./samen/words.js";

class Zelfreflectie {
  /** @type {import("./reflectie/link.js").Keuze | null} */
  #link = null;

  /** @param {HTMLElement} page */
  constructor(page) {
    const state = new State();
    const fields = new Fields(page);
    this.page = page;
    this.state = state;
    this.fields = fields;
    this.status = find(page, ".reflectie-melding");
    this.welcome = find(page, ".link-begin");
    // What one came for stands before what anybody needs to know.
    find(document, ".lead").after(this.welcome);
    this.form = new Form(page, fields, state);
    this.screens = new Screens(page, fields, state, {
      leave: () => this.#tell(""),
      show: (shown) => this.#shown(shown),
      open: () => this.form.fill(),
    });
    this.views = new Views(page, fields, state, (one) => this.screens.steps(one));
    // In a frame nothing is kept, and nothing shown of what is.
    const sentence = framed ? "" : state.begin();
    keeping(
      find(page, ".bewaren"),
      state,
      (...words) => this.#ask(...words),
      (words) => this.#tell(words),
    );
    this.#listen();
    this.screens.begin();
    this.#readLink();
    if (sentence) this.#tell(sentence);
  }

  #listen() {
    const { state, page } = this;
    page.addEventListener("click", (event) => {
      const button = from(event, "[data-doe]");
      if (button) this.#act(button.dataset.doe ?? "", button.dataset.bij ?? "");
    });
    const choice = find(page, ".keuze", HTMLFormElement);
    choice.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#start(new FormData(choice));
    });
    find(this.welcome, "button").addEventListener("click", () => choice.requestSubmit());
    state.on("list", () => this.#list());
    state.on("news", () => this.form.fill());
    state.on("message", (sentence) => this.#tell(sentence));
    state.on("removed", () => this.#away("Deze reflectie is in een ander tabblad gewist."));
    state.on("wiped", () => this.#away("Alles is gewist, ook in andere tabbladen en op dit apparaat."));
    addEventListener("hashchange", () => this.#readLink());
    addEventListener("pagehide", () => state.write());
    document.addEventListener("visibilitychange", () => state.write());
    // Going back may bring the page out of the browser's memory; it is then as closed as it was said to be.
    addEventListener("pageshow", (event) => {
      if (event.persisted) location.reload();
    });
  }

  /**
   * Asks whether to leave when that would lose something; only then, for a page that may ask is not kept for going back.
   * @param {Event} event
   */
  #guard = (event) => event.preventDefault();

  /** @param {string} action @param {string} id */
  #act(action, id) {
    const { screens, state } = this;
    const here = screens.steps()[screens.step];
    if (action === "alle") {
      for (const box of this.form.boxes) box.checked = true;
      this.#tell("Alle spanningsvelden zijn aangevinkt.");
    } else if (action === "alle-vragen") {
      this.#useLink(null);
      this.#tell("Je krijgt nu alle vragen.");
    } else if (action === "start" || action === "naast" || action === "pauze") screens.go(action);
    else if (action === "volgende") screens.go("stap", screens.step + 1);
    else if (action === "terug") screens.back();
    else if (action === "sla-over") screens.goTo((step, at) => at > screens.step && step.veld !== here.veld);
    else if (action === "naar-overzicht") screens.goTo((step) => step.key === END);
    else if (action === "naar") screens.goTo((step) => step.veld === id);
    else if (action === "print") print();
    else if (action === "verder" || action === "bekijk") {
      if (id) state.open(id);
      const reached = action === "bekijk" ? END : state.current?.waar;
      this.form.fill();
      screens.goTo((step) => step.key === reached);
    } else if (action === "haal-weg") this.#remove(id);
  }

  /** @param {string} id */
  async #remove(id) {
    const one = this.state.reflecties.find((each) => each.id === id);
    if (!one) return;
    const name = called(one, this.state.reflecties);
    const text = `De plekken en notities van ${name} verdwijnen.`;
    if (!(await this.#ask("Deze reflectie wissen?", text, "Wis"))) return;
    this.state.remove(id);
    this.form.fill();
    this.#tell(`De reflectie van ${name} is weg.`);
    find(this.page, "#reflectie-start").focus();
  }

  /** @param {FormData} choice */
  #start(choice) {
    const velden = choice.getAll("velden").map(String);
    find(this.page, ".fout").textContent = velden.length
      ? ""
      : "Kies eerst een spanningsveld: tik er minstens één aan.";
    if (!velden.length) {
      this.form.boxes[0].focus();
      return;
    }
    // Somebody may have chosen questions for some fields; of a field that was added here all are asked.
    const link = this.#link;
    const vragen = link?.vragen
      ? velden.flatMap((id) =>
          this.fields
            .questions(id)
            .map((one) => one.id)
            .filter((one) => !link.velden.includes(id) || link.vragen?.includes(one)),
        )
      : null;
    const samen = Boolean(choice.get("samen"));
    this.state.start({ velden, vragen, bestuurder: choice.has("bestuurder"), samen });
    this.form.fill();
    this.screens.go("stap");
  }

  /** @param {string} screen */
  #shown(screen) {
    if (screen === END) this.views.overview();
    else if (screen === "naast") this.views.beside();
    this.#list();
  }

  /** @param {string} sentence why one is back at the start */
  #away(sentence) {
    this.form.fill();
    find(this.page, ".keuze", HTMLFormElement).reset();
    if (this.screens.screen !== "start") this.screens.go("start");
    this.#list();
    this.#tell(sentence);
  }

  #list() {
    const { state } = this;
    this.page.classList.toggle("bewaart", state.keeping);
    if (state.unsaved) addEventListener("beforeunload", this.#guard);
    else removeEventListener("beforeunload", this.#guard);
    if (this.screens.screen === "start") this.views.list();
  }

  // A link with a choice

  #readLink() {
    const ids = this.fields.ids;
    const questions = ids.flatMap((id) => this.fields.questions(id).map((one) => one.id));
    const choice = readLink(location.hash, ids, questions);
    if (!choice) return;
    if (this.screens.screen !== "start") this.screens.show("start", 0);
    this.#useLink(choice);
    if (choice.sentence) {
      // What isn't known could be anything, so it doesn't stay in the address.
      writeFragment(choice.fragment.slice(1));
      this.#tell(choice.sentence);
    }
  }

  /** @param {import("./reflectie/link.js").Keuze | null} choice */
  #useLink(choice) {
    this.#link = choice;
    if (choice) for (const box of this.form.boxes) box.checked = choice.velden.includes(box.value);
    const begin = find(this.page, ".keuze [type=submit]");
    find(this.welcome, "span").textContent = choice ? this.#chosen(choice) : "";
    hide(this.welcome, !choice?.velden.length, begin);
    const note = find(this.page, ".link-keuze");
    hide(note, !choice?.vragen, begin);
    const forBestuurders = choice?.vragen?.some((id) =>
      this.page.querySelector(`[data-vraag="${CSS.escape(id)}"][data-bestuurders]`),
    );
    find(note, "span").hidden = !forBestuurders;
  }

  // Words

  /** @param {import("./reflectie/link.js").Keuze} choice */
  #chosen({ velden, vragen }) {
    const names = quote(velden.map((id) => told(this.fields.section(id), "kort")));
    const asked = vragen ? `, met ${amount(vragen.length, "vraag", "vragen")}` : "";
    return `De link waarmee je hier kwam, koos voor je: ${names}${asked}. Wil je iets anders? Dat kan hieronder.`;
  }

  /** @param {[title: string, text: string, yes: string]} words */
  #ask(...words) {
    return ask(find(this.page, ".vraag-venster", HTMLDialogElement), ...words);
  }

  /** @param {string} sentence */
  #tell(sentence) {
    say(this.status, sentence);
  }
}

customElements.define(
  "zelf-reflectie",
  class extends HTMLElement {
    connectedCallback() {
      new Zelfreflectie(this);
    }
  },
);
