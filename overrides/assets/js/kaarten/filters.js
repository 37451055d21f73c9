// Finding cards among all: which rows and which sets are in sight.

import { find, wording } from "../samen/dom.js";
import { amount } from "../samen/words.js";
import { folded } from "../zoeken/fold.js";

/** @typedef {import("./aanbod.js").Facts} Facts */
/** @typedef {import("./aanbod.js").SetPart} SetPart */

export class Filters {
  /** @type {Set<HTMLDetailsElement>} sets that a filter has opened */
  #opened = new Set();

  /** @param {HTMLElement} page @param {SetPart[]} sets @param {() => void} onChange */
  constructor(page, sets, onChange) {
    this.page = page;
    this.sets = sets;
    const form = find(page, ".kies-filters", HTMLFormElement);
    const change = () => {
      this.apply();
      onChange();
    };
    form.addEventListener("change", change);
    find(form, "#filter-woord").addEventListener("input", change);
    form.addEventListener("submit", (event) => event.preventDefault());
    // The fields are emptied after the event.
    form.addEventListener("reset", () => setTimeout(change));
  }

  /** @param {string} name */
  #wanted(name) {
    return find(this.page, `#filter-${name}`, HTMLSelectElement).value;
  }

  /** The words that are looked for, as they are compared. */
  get #words() {
    return folded(find(this.page, "#filter-woord", HTMLInputElement).value)
      .split(/\s+/)
      .filter(Boolean);
  }

  get active() {
    return this.#words.length > 0 || ["set", "veld", "voor", "fase", "minuten"].some((name) => this.#wanted(name));
  }

  /** The cards of a set that are in sight. @param {SetPart} set */
  inSight({ rows }) {
    return rows.filter(({ row }) => !row.hidden).map(({ box }) => box.value);
  }

  /** Show what fits and hide the rest. */
  apply() {
    const { active } = this;
    const [set, veld, fase, voor] = ["set", "veld", "fase", "voor"].map((name) => this.#wanted(name));
    const minutes = Number(this.#wanted("minuten")) || Infinity;
    /** @param {Facts} facts */
    const fits = (facts) =>
      (!set || facts.set === set) &&
      (!veld || facts.veld === veld) &&
      (!fase || facts.fase === fase) &&
      (!voor || facts.voor.includes(voor)) &&
      facts.minuten <= minutes;
    const words = this.#words;
    for (const { part, rows } of this.sets) {
      const name = words.length ? wording(find(part, "summary b")) : "";
      for (const { row, facts } of rows) {
        const text = words.length ? folded(`${name} ${row.textContent}`) : "";
        row.hidden = !fits(facts) || !words.every((word) => text.includes(word));
      }
      part.hidden = rows.every(({ row }) => row.hidden);
      if (active && !part.hidden && !part.open) this.#opened.add(part);
      if (this.#opened.has(part)) part.open = active && !part.hidden;
    }
    if (!active) this.#opened.clear();
    find(this.page, ".kies-filters p:has([type=reset])").hidden = !active;
    const shown = this.sets.filter(({ part }) => !part.hidden);
    const cards = shown.flatMap((one) => this.inSight(one)).length;
    find(this.page, ".filter-stand").textContent = cards
      ? `${amount(cards, "kaart", "kaarten")} in ${amount(shown.length, "set", "sets")}`
      : "Geen kaart past hierbij. Wis een filter.";
  }
}
