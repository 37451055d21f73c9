// Finding cards among all: which rows and which sets are in sight.

import { find, hide, rewrite, wording } from "../samen/dom.js";
import { amount } from "../samen/words.js";
import { folded } from "../samen/fold.js";

/** @typedef {import("./aanbod.js").Facts} Facts */
/** @typedef {import("./aanbod.js").SetPart} SetPart */
/** @typedef {typeof import("../woorden.js")} Finder */
/** @typedef {import("../woorden.js").Known} Known */

export class Filters {
  /** @type {Set<HTMLDetailsElement>} sets that a filter has opened */
  #opened = new Set();
  /** @type {Set<string>} cards that are in sight */
  #visible = new Set();

  /** @type {Finder | undefined} what finds words, once somebody looks for one */
  #finder;
  /** @type {Map<HTMLElement, Known>} what one reads on the card of each row, from then on */
  #known = new Map();
  #untold = false;

  /** @param {HTMLElement} page @param {SetPart[]} sets @param {import("./druk/voorraad.js").Stock} stock @param {() => void} onChange */
  constructor(page, sets, stock, onChange) {
    this.page = page;
    this.sets = sets;
    this.stock = stock;
    const form = find(page, ".kies-filters", HTMLFormElement);
    const change = () => {
      this.apply();
      onChange();
    };
    form.addEventListener("change", change);
    find(form, "#filter-woord").addEventListener("input", async () => {
      change();
      if (!this.#typed || this.#finder) return;
      await this.#learn();
      change();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    // The fields are emptied after the event.
    form.addEventListener("reset", () => setTimeout(change));
  }

  /** Fetch what is on the cards; until then, and without, what was typed is looked for in their titles. */
  async #learn() {
    try {
      const [finder, texts] = await Promise.all([import("../woorden.js"), this.stock.texts()]);
      for (const { part, rows } of this.sets) {
        const name = wording(find(part, "summary b"));
        for (const { row, box } of rows) {
          const all = [name, row.textContent, ...(texts[box.value] ?? [])];
          this.#known.set(row, finder.known(all.join(" ")));
        }
      }
      this.#finder = finder;
      this.#untold = false;
    } catch {
      this.#untold = true;
    }
  }

  /** @param {string} name */
  #wanted(name) {
    return find(this.page, `#filter-${name}`, HTMLSelectElement).value;
  }

  /** What is looked for. */
  get #typed() {
    return find(this.page, "#filter-woord", HTMLInputElement).value.trim();
  }

  /** Whether the row of a card says what was typed. @returns {(row: HTMLElement, part: HTMLElement) => boolean} */
  get #says() {
    const typed = this.#typed;
    if (!typed) return () => true;
    const [finder, known] = [this.#finder, this.#known];
    if (finder) {
      const all = finder.parts(typed);
      return (row) => finder.hasAll(known.get(row) ?? finder.known(row.textContent), all);
    }
    const words = folded(typed).split(/\s+/);
    return (row, part) => {
      const title = folded(`${wording(find(part, "summary b"))} ${row.textContent}`);
      return words.every((word) => title.includes(word));
    };
  }

  get active() {
    return this.#typed !== "" || ["set", "veld", "voor", "fase", "minuten"].some((name) => this.#wanted(name));
  }

  /** The cards of a set that are in sight, in whichever set they are listed. @param {SetPart} set */
  inSight({ all }) {
    return all.filter((id) => this.#visible.has(id));
  }

  /** Show what fits and hide the rest. */
  apply() {
    const { active } = this;
    const [set, veld, fase, voor] = ["set", "veld", "fase", "voor"].map((name) => this.#wanted(name));
    const within = new Set(this.sets.find(({ id }) => id === set)?.all);
    const minutes = Number(this.#wanted("minuten")) || Infinity;
    /** @param {string} id @param {Facts} facts */
    const fits = (id, facts) =>
      (!set || within.has(id)) &&
      (!veld || facts.veld === veld) &&
      (!fase || facts.fase === fase) &&
      (!voor || facts.voor.includes(voor)) &&
      facts.minuten <= minutes;
    const says = this.#says;
    this.#visible.clear();
    for (const { part, rows } of this.sets) {
      for (const { row, box, facts } of rows) {
        row.hidden = !fits(box.value, facts) || !says(row, part);
        if (!row.hidden) this.#visible.add(box.value);
      }
      part.hidden = rows.every(({ row }) => row.hidden);
      if (active && !part.hidden && !part.open) this.#opened.add(part);
      if (this.#opened.has(part)) part.open = active && !part.hidden;
    }
    if (!active) this.#opened.clear();
    hide(find(this.page, ".kies-filters p:has([type=reset])"), !active, find(this.page, "#filter-set"));
    const shown = this.sets.filter(({ part }) => !part.hidden);
    const cards = this.#visible.size;
    const told = cards
      ? `${amount(cards, "kaart", "kaarten")} in ${amount(shown.length, "set", "sets")}`
      : "Geen kaart past hierbij. Wis een filter.";
    const lacking =
      this.#typed && this.#untold ? `${cards ? "." : ""} Zonder internet zoek je alleen in de titels.` : "";
    rewrite(find(this.page, ".filter-stand"), told + lacking);
  }
}
