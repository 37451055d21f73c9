// Finding cards among all: which rows and which sets are in sight.

import { find, hide, rewrite, wording } from "../samen/dom.js";
import { amount } from "../samen/words.js";
import { folded } from "../samen/fold.js";

/** @typedef {import("./aanbod.js").Facts} Facts */
/** @typedef {import("./aanbod.js").SetPart} SetPart */

export class Filters {
  /** @type {Set<HTMLDetailsElement>} sets that a filter has opened */
  #opened = new Set();
  /** @type {Set<string>} cards that are in sight */
  #visible = new Set();

  /** @type {Map<string, string>} what one reads on each card, once somebody looks for a word */
  #texts = new Map();
  #untold = false;

  /** @param {HTMLElement} page @param {SetPart[]} sets @param {import("./voorraad.js").Stock} stock @param {() => void} onChange */
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
      if (!this.#words.length || this.#texts.size) return;
      await this.#learn();
      change();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    // The fields are emptied after the event.
    form.addEventListener("reset", () => setTimeout(change));
  }

  /** Fetch what is on the cards; until then, and without, words are looked for in their titles. */
  async #learn() {
    try {
      this.#texts = new Map(
        Object.entries(await this.stock.texts()).map(([id, texts]) => [id, folded(texts.join(" "))]),
      );
      this.#untold = false;
    } catch {
      this.#untold = true;
    }
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
    const words = this.#words;
    this.#visible.clear();
    for (const { part, rows } of this.sets) {
      const name = words.length ? wording(find(part, "summary b")) : "";
      for (const { row, box, facts } of rows) {
        const text = words.length ? `${folded(`${name} ${row.textContent}`)} ${this.#texts.get(box.value) ?? ""}` : "";
        row.hidden = !fits(box.value, facts) || !words.every((word) => text.includes(word));
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
      words.length && this.#untold ? `${cards ? "." : ""} Zonder internet zoek je alleen in de titels.` : "";
    rewrite(find(this.page, ".filter-stand"), told + lacking);
  }
}
