// What is shown of reflections: the list at the start, the overview of one, and all under each other.

import { find, h } from "../samen/dom.js";
import { called } from "./called.js";
import { PLEKKEN } from "./kept/document.js";
import { draw, sayPlaces } from "./overview.js";
import { END, sayWhere } from "./route.js";

/** @typedef {import("./kept/document.js").Reflectie} Reflectie */

const FADES = 4;

export class Views {
  /**
   * @param {HTMLElement} page
   * @param {import("./fields.js").Fields} fields
   * @param {import("./kept/state.js").State} state
   * @param {(one: Reflectie | null) => import("./route.js").Step[]} steps
   */
  constructor(page, fields, state, steps) {
    this.page = page;
    this.fields = fields;
    this.state = state;
    this.steps = steps;
    this.sentences = Object.fromEntries(PLEKKEN.map((name) => [name, page.getAttribute(`data-zin-${name}`) ?? ""]));
  }

  /** What one was at, and what there is. */
  list() {
    const { state, fields } = this;
    const all = state.reflecties;
    const now = state.current ?? all.find((one) => one.waar !== END) ?? null;
    const steps = this.steps(now);
    const on = find(this.page, ".verder-gaan");
    on.hidden = !now || now.waar === END || steps.length < 2;
    if (now && !on.hidden) {
      const at = Math.max(
        steps.findIndex((step) => step.key === now.waar),
        0,
      );
      const place = sayWhere(steps, at).toLowerCase();
      const what = `Je reflectie van ${called(now, all)}: ${fields.titles(now.velden)}.`;
      find(on, "p").textContent = `${what} Je was bij ${place}.`;
      find(on, "button").dataset.bij = state.current ? "" : now.id;
    }
    const section = find(this.page, ".eerder");
    section.hidden = !all.length;
    find(section, "[data-doe=naast]").hidden = all.length < 2;
    const before = find(section, "ul");
    const after = h("ul", {}, ...all.map((one) => this.#item(one)));
    // Told again without being other: a button under a finger must still be there when it is lifted.
    if (!after.isEqualNode(before)) before.replaceWith(after);
  }

  /** @param {Reflectie} one */
  #item(one) {
    const { id, velden } = one;
    const name = called(one, this.state.reflecties);
    const hint = `: de reflectie van ${name}`;
    /** @param {string} act @param {string} words */
    const action = (act, words) => button(act, id, words, hint);
    return h(
      "li",
      {},
      h("p", {}, h("b", {}, name), ` ${this.fields.titles(velden)}`),
      h(
        "p",
        { class: "knoppen" },
        action("bekijk", "Bekijk"),
        action("verder", "Ga verder"),
        action("haal-weg", "Wis"),
      ),
    );
  }

  /** The one being made. */
  overview() {
    const { current } = this.state;
    if (!current) return;
    const screen = find(this.page, ".overzicht-scherm");
    const known = this.fields.known(current.velden);
    find(screen, ".waar").textContent = `Reflectie van ${called(current, this.state.reflecties)}`;
    find(screen, ".lijnen-naast").replaceChildren(...known.map((id) => this.#line(id, current.plekken[id] ?? {})));
    const written = Object.keys(current.notities)
      .filter((id) => current.notities[id].trim())
      .sort((a, b) => a.localeCompare(b, "nl", { numeric: true }));
    const notes = find(screen, ".opgeschreven");
    notes.hidden = !written.length;
    find(notes, "div").replaceChildren(...written.map((id) => this.#note(id, current.notities[id])));
    find(screen, ".verder-alles").replaceChildren(...known.map((id) => this.fields.copy(id, ".verder")));
  }

  /** @param {string} id @param {import("./kept/document.js").Plekken} places */
  #line(id, places) {
    const said = sayPlaces(places, this.fields.places(id), this.sentences);
    const title = this.fields.titles([id]);
    return h(
      "section",
      { class: id },
      h("h3", {}, title),
      this.fields.copy(id, ".polen"),
      draw(places),
      h(
        "ul",
        { class: "zinnen" },
        ...(said.length ? said : ["Je koos hier geen plek."]).map((one) => h("li", {}, one)),
      ),
      button("naar", id, "Pas aan", `: ${title}`),
    );
  }

  /** @param {string} id @param {string} words */
  #note(id, words) {
    const question = document.getElementById(`reflectie-${id}`)?.textContent;
    const title = question ?? `Vraag ${id}, die niet meer op deze site staat`;
    return h("section", { class: "notitie" }, h("h4", {}, title), h("p", {}, words));
  }

  /** All dates under each other, for each field: the newest first, the older fading. */
  beside() {
    const all = this.state.reflecties;
    const series = this.fields.ids.map((id) => ({
      id,
      placed: all.filter((one) => Object.keys(one.plekken[id] ?? {}).length),
    }));
    find(this.page, ".reeksen").replaceChildren(
      ...series.filter(({ placed }) => placed.length).map(({ id, placed }) => this.#series(id, placed)),
    );
  }

  /** @param {string} id @param {Reflectie[]} placed */
  #series(id, placed) {
    const days = placed.map((one, index) =>
      h(
        "li",
        { class: `oud-${Math.min(index, FADES - 1)}` },
        h("p", { class: "dag" }, called(one, this.state.reflecties)),
        draw(one.plekken[id]),
        h("p", { class: "vh" }, sayPlaces(one.plekken[id], this.fields.places(id), this.sentences).join(" ")),
      ),
    );
    const title = h("h3", {}, this.fields.titles([id]));
    return h("section", { class: id }, title, this.fields.copy(id, ".polen"), h("ol", {}, ...days));
  }
}

/** @param {string} name @param {string} id what it is about @param {string} words @param {string} hint for who hears it alone */
function button(name, id, words, hint) {
  const attributes = { class: "knop-plat", type: "button", "data-doe": name, "data-bij": id };
  return h("button", attributes, words, h("span", { class: "vh" }, hint));
}
