// The fields as they stand on the page of the reflection: each a section with a line, questions and ways onward.

import { find, findAll, told, wording } from "../samen/dom.js";

export class Fields {
  /** @type {Map<string, string[]>} */
  #places = new Map();

  /** @param {HTMLElement} page */
  constructor(page) {
    this.sections = new Map(findAll(page, ".veld").map((section) => [told(section, "veld"), section]));
  }

  get ids() {
    return [...this.sections.keys()];
  }

  /** Those of `ids` that are on this site; a file may name others. @param {string[]} ids */
  known(ids) {
    return ids.filter((id) => this.sections.has(id));
  }

  /** @param {string} id */
  section(id) {
    const section = this.sections.get(id);
    if (!section) throw new Error(`there is no field ${id} on the page`);
    return section;
  }

  /** @param {string[]} ids */
  titles(ids) {
    return ids.map((id) => this.sections.get(id)?.dataset.kort ?? id).join(", ");
  }

  /** @param {string} id */
  questions(id) {
    return findAll(this.section(id), "[data-vraag]").map((item) => ({
      id: told(item, "vraag"),
      bestuurders: "bestuurders" in item.dataset,
    }));
  }

  /** The eleven places of the line in words. @param {string} id */
  places(id) {
    const known = this.#places.get(id) ?? findAll(find(this.section(id), ".rail"), "label").map(wording);
    this.#places.set(id, known);
    return known;
  }

  /** A copy of a part of the section, to show elsewhere. @param {string} id @param {string} selector */
  copy(id, selector) {
    return find(this.section(id), selector).cloneNode(true);
  }
}
