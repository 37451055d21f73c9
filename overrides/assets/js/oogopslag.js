// Which ways of working fit: filters over the table of all of them, kept in the address and nowhere else.

import { readChoices, writeFragment } from "./samen/address/fragment.js";
import { find, findAll, hide, rewrite } from "./samen/dom.js";
import { quote } from "./samen/words.js";

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

/**
 * Whether a row, by what it says of itself, fits a wish; what it doesn't limit, fits any.
 * @type {Record<string, (said: DOMStringMap, wish: string) => boolean>}
 */
const FITS = {
  tijd: ({ tijd }, wish) => Number(tijd) <= Number(wish),
  groep: ({ groep }, wish) => {
    const [least, most] = words(groep).map(Number);
    return !groep || (least <= Number(wish) && Number(wish) <= most);
  },
  begeleiden: ({ begeleiden }, wish) => Number(begeleiden) <= Number(wish),
  meedoen: ({ meedoen }, wish) => Number(meedoen) <= Number(wish),
  voor: ({ voor }, wish) => words(voor).includes(wish),
  fase: ({ fase }, wish) => !fase || words(fase).includes(wish),
  online: ({ online }, wish) => online === "goed" || (wish === "aanpassing" && online === "met aanpassing"),
  spullen: ({ spullen }) => spullen === undefined,
};

const words = (said = "") => said.split(" ");

class Table {
  /** @param {HTMLElement} page */
  constructor(page) {
    this.page = page;
    this.rows = findAll(page, "[data-tijd]");
    const form = find(page, "form", HTMLFormElement);
    form.hidden = false;
    const change = () => {
      this.#apply();
      this.#tellStrange([]);
      this.#writeAddress();
    };
    form.addEventListener("input", change);
    form.addEventListener("submit", (event) => event.preventDefault());
    // The fields are emptied after the event.
    form.addEventListener("reset", () => setTimeout(change));
    addEventListener("hashchange", () => this.#restore());
    this.#restore();
    const [visit] = performance.getEntriesByType("navigation");
    // A choice is no place to scroll to; after a reload or a step back the browser knows where one was.
    if (readChoices(location.hash) && visit instanceof PerformanceNavigationTiming && visit.type === "navigate") {
      page.scrollIntoView();
    }
  }

  /** @param {string} name @returns {Field} */
  #field(name) {
    const field = find(this.page, `[name=${name}]`);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) return field;
    throw new Error(`${name} is no field`);
  }

  /** What is wished now, by name. @returns {[string, string][]} */
  get #wishes() {
    return Object.keys(FITS).flatMap((name) => {
      const field = this.#field(name);
      const wish = field instanceof HTMLInputElement && field.type === "checkbox" && !field.checked ? "" : field.value;
      return wish && field.validity.valid ? [[name, wish]] : [];
    });
  }

  /** Fill in `wish`; false when the field has no such choice. @param {string} name @param {string} wish */
  #wish(name, wish) {
    if (!Object.hasOwn(FITS, name) || !wish) return false;
    const field = this.#field(name);
    if (field instanceof HTMLSelectElement) {
      if (![...field.options].some(({ value }) => value === wish)) return false;
      field.value = wish;
    } else if (field.type === "checkbox") {
      if (wish !== field.value) return false;
      field.checked = true;
    } else {
      if (!/^[1-9]\d?$|^100$/.test(wish)) return false;
      field.value = wish;
    }
    return true;
  }

  #restore() {
    const choices = readChoices(location.hash);
    // The name of a place on the page leaves the choice as it is.
    if (location.hash.slice(1) && !choices) {
      this.#writeAddress();
      return;
    }
    for (const name of Object.keys(FITS)) {
      const field = this.#field(name);
      if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = false;
      else field.value = "";
    }
    this.#tellStrange([...(choices ?? [])].filter(([name, wish]) => !this.#wish(name, wish)));
    this.#apply();
  }

  #writeAddress() {
    const wishes = this.#wishes;
    if (!wishes.length && location.hash && !readChoices(location.hash)) return;
    writeFragment(new URLSearchParams(wishes).toString());
  }

  /** @param {[string, string][]} strange what the link says and no field knows */
  #tellStrange(strange) {
    const said = quote(strange.map((one) => one.join("=")));
    rewrite(
      find(this.page, ".oog-vreemd"),
      said ? `In deze link staat iets wat we niet kennen: ${said}; de rest is overgenomen.` : "",
    );
  }

  /** Show what fits and hide the rest; what is not estimated stays. */
  #apply() {
    const wishes = this.#wishes;
    const group = this.#field("groep");
    group.setAttribute("aria-invalid", String(!group.validity.valid));
    for (const row of this.rows) row.hidden = !wishes.every(([name, wish]) => FITS[name](row.dataset, wish));
    hide(find(this.page, ".oog-wis"), !wishes.length && group.validity.valid, this.#field("tijd"));
    rewrite(find(this.page, ".oog-stand"), this.#told(wishes.length > 0, group.validity.valid));
  }

  /** @param {boolean} filtering @param {boolean} valid */
  #told(filtering, valid) {
    if (!valid) return "Het aantal mensen is een getal van 1 tot en met 100.";
    const unknown = findAll(this.page, ".oog-ongeschat [scope=row]").length;
    const all = this.rows.length + unknown;
    if (!filtering) return `${all} werkvormen`;
    const shown = this.rows.filter(({ hidden }) => !hidden).length;
    const rest = unknown ? ` Van ${unknown} is niets geschat; die staan onderaan.` : "";
    if (!shown) return `Geen werkvorm past hierbij. Wis een filter.${rest}`;
    return `${shown} van de ${all} ${shown === 1 ? "past" : "passen"} hierbij.${rest}`;
  }
}

customElements.define(
  "werkvormen-tabel",
  class extends HTMLElement {
    connectedCallback() {
      new Table(this);
    }
  },
);
