// The screens of the reflection, one at a time, and the browser's history of them.

import { pushState, replaceState } from "../samen/address/entry.js";
import { readChoices } from "../samen/address/fragment.js";
import { find, findAll, told } from "../samen/dom.js";
import { END, route, sayWhere } from "./route.js";

/** @typedef {import("./kept/document.js").Reflectie} Reflectie */
/** @typedef {import("./route.js").Step} Step */
/** @typedef {"start" | "stap" | "pauze" | "naast"} Screen */

/**
 * @typedef {object} Acts what others do when
 * @property {() => void} leave before another screen is shown
 * @property {(shown: string) => void} show fills what is shown: a screen, or `overzicht`
 * @property {() => void} open after going back to another reflection
 */

export class Screens {
  /** @type {Screen} */
  screen = "start";
  step = 0;
  /** Tells the history of this visit from that of one before it, of which only the address is left. */
  #visit = Math.random();
  /** @type {string[]} the reflections of this visit, for the history: an address book without names */
  #ids = [];

  /**
   * @param {HTMLElement} page
   * @param {import("./fields.js").Fields} fields
   * @param {import("./kept/state.js").State} state
   * @param {Acts} acts
   */
  constructor(page, fields, state, acts) {
    this.page = page;
    this.fields = fields;
    this.state = state;
    this.acts = acts;
    this.screens = findAll(page, ".scherm");
    this.buttons = find(page, ".stappen-knoppen");
    addEventListener("popstate", (event) => {
      // To a place on the page, such as the content: nobody asked for another screen.
      if (!event.state && location.hash && !readChoices(location.hash)) {
        replaceState(this.#entry(null));
        return;
      }
      const known = event.state?.visit === this.#visit ? event.state : { screen: "start", step: 0 };
      if (known.screen === "stap" || known.screen === "pauze") {
        state.open(this.#ids[known.who]);
        acts.open();
      }
      this.show(known.screen, known.step);
      this.focus();
    });
  }

  /** The steps through a reflection. @param {Reflectie | null} one */
  steps(one = this.state.current) {
    if (!one) return [];
    return route({ ...one, velden: this.fields.known(one.velden) }, (id) => this.fields.questions(id));
  }

  /** What is shown first, without a step in the history. */
  begin() {
    replaceState(this.#entry(null));
    this.show("start", 0);
  }

  /** @param {Screen} screen */
  go(screen, step = 0) {
    const from = { screen: this.screen, step: this.step };
    this.show(screen, step);
    pushState(this.#entry(from));
    this.focus();
  }

  /** To the first step that fits; nowhere when none does. @param {(step: Step, at: number) => boolean} fits */
  goTo(fits) {
    this.go("stap", Math.max(this.steps().findIndex(fits), 0));
  }

  /** To the step before; when one came from there, by going back in the history. */
  back() {
    /** @type {{screen: Screen, step: number}} */
    const to = this.step > 0 ? { screen: "stap", step: this.step - 1 } : { screen: "start", step: 0 };
    const from = history.state?.from;
    if (from && from.screen === to.screen && from.step === to.step) history.back();
    else this.go(to.screen, to.step);
  }

  /** What the history keeps of where one is: numbers that mean something in this visit only. @param {object | null} from */
  #entry(from) {
    const id = this.state.current?.id;
    if (id && !this.#ids.includes(id)) this.#ids.push(id);
    return { visit: this.#visit, screen: this.screen, step: this.step, who: this.#ids.indexOf(id ?? ""), from };
  }

  /** @param {Screen} screen @param {number} step */
  show(screen, step) {
    const { state } = this;
    this.acts.leave();
    state.write();
    const steps = this.steps();
    this.screen = state.current || screen === "naast" ? screen : "start";
    this.step = this.screen === "stap" ? Math.min(Math.max(step, 0), steps.length - 1) : 0;
    const at = this.screen === "stap" ? steps[this.step] : null;
    const shown = at?.key === END ? END : this.screen;
    this.page.dataset.scherm = shown;
    for (const section of this.screens) {
      section.hidden = told(section, "scherm") !== shown || (shown === "stap" && section.dataset.veld !== at?.veld);
    }
    this.buttons.hidden = shown !== "stap";
    find(this.page, ".bewaren").hidden = shown === "stap";
    if (at && at.key !== state.current?.waar) state.draft.reach(at.key);
    if (at && shown === "stap") this.#showStep(steps, at);
    this.acts.show(shown);
  }

  /** @param {Step[]} steps @param {Step} at */
  #showStep(steps, at) {
    const section = this.fields.section(at.veld);
    find(section, ".waar").textContent = sayWhere(steps, this.step);
    find(section, ".lijn").hidden = !at.lijn;
    find(section, ".reflectie-vragen").hidden = !at.vragen.length;
    section.classList.toggle("een-vraag", !at.lijn);
    for (const item of findAll(section, "[data-vraag]")) item.hidden = !at.vragen.includes(told(item, "vraag"));
    const next = steps[this.step + 1];
    /** @param {string} name */
    const button = (name) => find(this.buttons, `[data-doe=${name}]`);
    button("volgende").textContent =
      next.key === END
        ? "Naar het overzicht"
        : next.veld !== at.veld
          ? "Volgend veld"
          : at.lijn
            ? "Naar de vragen"
            : "Volgende vraag";
    button("naar-overzicht").hidden = next.key === END;
    button("sla-over").hidden = next.veld !== at.veld;
  }

  /** Move the focus to the heading of what is shown now, and to the top of it. */
  focus() {
    const section = this.screens.find((one) => !one.hidden);
    if (!section) return;
    const one = section.classList.contains("een-vraag");
    find(section, one ? "li[data-vraag]:not([hidden]) h3" : "h2").focus({ preventScroll: true });
    this.page.scrollIntoView({ behavior: "instant", block: "start" });
  }
}
