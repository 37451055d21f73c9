// Finding cards among all: which rows and which sets are in sight.

import { find } from "../samen/dom.js";
import { amount } from "../samen/words.js";

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
    form.addEventListener("submit", (event) => event.preventDefault());
    // The fields are emptied after the event.
    form.addEventListener("reset", () => setTimeout(change));
  }

  /** @param {string} name */
  #wanted(name) {
    return find(this.page, `#filter-${name}`, HTMLSelectElement).value;
  }

  get active() {
    return ["set", "veld", "voor", "fase", "minuten"].some((name) => this.#wanted(name));
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
    for (const { part, rows } of this.sets) {
      for (const { row, facts } of rows) row.hidden = !fits(facts);
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
