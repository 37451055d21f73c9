// The planner: a meeting put together from blocks, in the address as one goes. Everything stays in this page.

import { MOST_PEOPLE, blocksOf, empty, isEmpty } from "./begeleiden/draaiboek.js";
import { hasMore, readPlan, writePlan } from "./begeleiden/link.js";
import { fetchBlocks } from "./begeleiden/ophalen.js";
import { files } from "./draaiboek/bewaard/bestand.js";
import { earlierPlans, mark } from "./draaiboek/bewaard/tabblad.js";
import { Lijst } from "./draaiboek/lijst/lijst.js";
import { put } from "./draaiboek/lijst/rij.js";
import { Overzicht } from "./draaiboek/overzicht.js";
import { Staat } from "./draaiboek/staat.js";
import { changePlan } from "./draaiboek/stappen.js";
import { takeOut } from "./draaiboek/uit/uit.js";
import { Zoeker } from "./draaiboek/zoeker.js";
import { writeFragment } from "./samen/address/fragment.js";
import { find, findAll, from, hide, told } from "./samen/dom.js";
import { keepToo } from "./samen/offline/worker.js";
import { say } from "./samen/say.js";
import { root } from "./samen/site.js";

const SETTLED = 300;
/** ms that a sentence about what was done stays in sight. */
const HEARD = 15_000;

/** @typedef {import("./begeleiden/draaiboek.js").Draaiboek} Draaiboek */

class Planner {
  #later = 0;
  #written = "";
  /** @type {Draaiboek | null} what this tab remembers beside that: the plan with all that the address leaves out */
  #whole = null;
  /** @type {number | undefined} how many people there were before somebody began to type that */
  #groep;

  /** @param {HTMLElement} page @param {Awaited<ReturnType<typeof fetchBlocks>>} blocks */
  constructor(page, { aanbod, filled }) {
    this.page = page;
    const status = find(page, ".plan-melding");
    this.state = new Staat(aanbod, (sentence, done) => say(status, sentence, done ? HEARD : 0));
    const { state } = this;
    this.list = new Lijst(page, state);
    new Overzicht(page, state);
    takeOut(page, state, filled);
    files(page, state);
    state.onChange((other) => this.#changed(other));
    const whole = history.state?.heel;
    this.#read(true);
    const programma = new URLSearchParams(location.search).get("programma");
    if (programma || whole)
      state.fetched(import("./draaiboek/bewaard/heel.js")).then((it) => it?.take(page, state, programma, whole));
    this.finder = new Zoeker(page, state, (id) => this.list.add(id));
    earlierPlans(page, state, ({ wat, id: _, ...rest }) => this.list.add(wat, undefined, rest));
    this.#listen();
    for (const next of ["uitvoeren", "groep"]) keepToo(new URL(`begeleiden/${next}/`, root).href);
    for (const part of findAll(page, ".met-script")) part.hidden = false;
    find(page, ".zonder-script").hidden = true;
    filled.then(() => this.list.show()).catch(() => {});
  }

  #listen() {
    const { page, state } = this;
    page.addEventListener("click", (event) => {
      const button = from(event, "[data-doe]");
      const action = button && told(button, "doe");
      if (action === "undo" || action === "redo") state.go(action);
      else if (action === "zoek") this.finder?.focus();
      else if (action === "bijeenkomst") this.list.addMeeting();
      else if (action === "leeg") state.replace("Leeg begonnen", empty(), `Alles is weg. ${state.regret}`);
    });
    find(page, ".plan-kop").addEventListener("input", ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      if (target.name === "titel") {
        state.change("Naam", changePlan(state.plan, { titel: target.value }), "", "titel");
      } else if (/^(|[1-9]\d*)$/.test(target.value) && Number(target.value) <= MOST_PEOPLE) {
        const groep = target.value ? Number(target.value) : undefined;
        state.change("Groep", changePlan(state.plan, { groep }), "", "groep");
      }
    });
    find(page, ".plan-kop").addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.name !== "groep") return;
      if (target.value === String(state.plan.groep ?? "") && !target.validity.badInput) {
        this.#groep = state.plan.groep;
        return;
      }
      const groep = this.#groep;
      if (groep !== state.plan.groep) state.change("Groep", changePlan(state.plan, { groep }), "", "groep");
      target.value = String(groep ?? "");
      state.say(`Typ een heel getal van 1 tot en met ${MOST_PEOPLE}. Het blijft ${groep ?? "leeg"}.`);
    });
    addEventListener("keydown", (event) => {
      const typing = event.target instanceof Element && event.target.closest("input, textarea, select");
      if (typing || !(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z") return;
      event.preventDefault();
      state.go(event.shiftKey ? "redo" : "undo");
    });
    addEventListener("hashchange", () => this.#read(false));
    addEventListener("pagehide", () => this.#write());
  }

  /** Take the plan in the address. @param {boolean} first whether there is no other yet */
  #read(first) {
    const fragment = location.hash.slice(1);
    const found = readPlan(fragment);
    const { state } = this;
    /** @type {string | undefined} the plan that this tab itself wrote here */
    const agenda = history.state?.draaiboek;
    if (!found || (!first && agenda === state.plan.agenda)) {
      if (first) state.begin(empty());
      else {
        // The name of a place on the page leaves the plan as it is, and so does going back to there; a reload is to find it.
        this.#written = fragment;
        this.#write();
      }
      return;
    }
    // A link of which nothing could be read stays where it is, until there is something to write in its place.
    this.#written = found.trouble && isEmpty(found.plan) ? writePlan(found.plan) : fragment;
    const plan = { ...(state.left(agenda) ?? found.plan), agenda };
    const unknown = blocksOf(plan).filter((blok) => state.aanbod.isUnknown(blok));
    const trouble = [
      found.trouble,
      unknown.length === 1
        ? `‘${unknown[0].wat}’ kent deze site niet. Het blok blijft staan, met zijn minuten.`
        : unknown.length
          ? `${unknown.length} blokken kent deze site niet. Ze blijven staan, met hun minuten.`
          : "",
    ].filter(Boolean);
    if (first) state.begin(plan);
    else state.replace("Andere link", plan, `Het draaiboek uit de link staat er nu. ${state.regret}`);
    if (trouble.length) state.say(trouble.join(" "));
  }

  /** @param {boolean} other whether it is another plan now */
  #changed(other) {
    const { page, state } = this;
    put(find(page, '.plan-kop [name="titel"]', HTMLInputElement), state.plan.titel, other);
    const people = find(page, '.plan-kop [name="groep"]', HTMLInputElement);
    if (other || document.activeElement !== people) this.#groep = state.plan.groep;
    put(people, String(state.plan.groep ?? ""), other);
    const heading = find(page, "#je-draaiboek");
    for (const part of findAll(page, ".plan-als-leeg")) hide(part, !isEmpty(state.plan), heading);
    for (const part of findAll(page, ".plan-als-gevuld")) hide(part, isEmpty(state.plan), heading);
    if (state.atRisk) addEventListener("beforeunload", this.#guard);
    else removeEventListener("beforeunload", this.#guard);
    // At once, for a reload does not wait; what follows close upon it waits until that is over, for browsers count changes of an
    // address.
    if (!this.#later) this.#write();
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.#write(), SETTLED);
  }

  /** Asks whether to leave when that would lose something; only then, for such a page is not kept for going back. @param {Event} event */
  #guard = (event) => event.preventDefault();

  #write() {
    clearTimeout(this.#later);
    this.#later = 0;
    const { plan } = this.state;
    const fragment = writePlan(plan);
    const { state } = history;
    const whole = hasMore(plan) ? plan : null;
    const isKnown = whole === this.#whole && (!fragment || state?.draaiboek === plan.agenda);
    if (fragment === this.#written && isKnown) return;
    // The name of a place on the page stays while nothing is planned.
    if (!fragment && !readPlan(location.hash)) return;
    this.#written = fragment;
    this.#whole = whole;
    writeFragment(fragment, { ...state, draaiboek: plan.agenda, heel: whole });
    mark(plan);
  }
}

customElements.define(
  "draai-boek",
  class extends HTMLElement {
    async connectedCallback() {
      const trouble = find(this, ".plan-mislukt");
      find(trouble, "button").addEventListener("click", () => location.reload());
      try {
        const address = (/** @type {string} */ name) => new URL(told(this, name), document.baseURI).href;
        new Planner(this, await fetchBlocks(address("blokken"), address("teksten")));
      } catch (error) {
        trouble.hidden = false;
        throw error;
      }
    }
  },
);
