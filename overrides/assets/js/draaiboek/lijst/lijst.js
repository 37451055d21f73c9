// The meetings of a plan with their blocks, as an ordered list that one changes by buttons, fields, keys and dragging.

import { MOST_MEETINGS, blocksOf, meetingName } from "../../begeleiden/draaiboek.js";
import { beginTimes } from "../../begeleiden/tijden.js";
import { tellSum } from "../telling.js";
import { find, findAll, from, told } from "../../samen/dom.js";
import { draggable } from "../../samen/drag.js";
import { Invullen } from "./invullen.js";
import { Rij, put } from "./rij.js";
import * as stappen from "../stappen.js";

/** @typedef {import("../../begeleiden/draaiboek.js").Bijeenkomst} Bijeenkomst */
/** @typedef {import("../staat.js").Staat} Staat */

export class Lijst {
  /** @type {Map<string, Rij>} */
  rows = new Map();
  /** @type {Map<string, HTMLElement>} */
  #meetings = new Map();

  /** @param {HTMLElement} page @param {Staat} state */
  constructor(page, state) {
    this.page = page;
    this.state = state;
    this.place = find(page, ".plan-bijeenkomsten");
    this.templates = {
      meeting: find(page, '[data-deel="bijeenkomst"]', HTMLTemplateElement).content,
      row: find(page, '[data-deel="rij"]', HTMLTemplateElement).content,
    };
    const { place } = this;
    place.addEventListener("click", (event) => this.#click(event));
    new Invullen(this, state);
    place.addEventListener("keydown", (event) => this.#key(event));
    place.addEventListener("focusin", (event) => {
      const meeting = from(event, ".plan-bijeenkomst");
      if (meeting) state.meeting = told(meeting, "id");
    });
    draggable(place, ".plan-greep", (id, to) => this.move(id, to));
    state.onChange((other) => {
      if (other) this.#clear();
      this.show();
    });
  }

  /** Nothing on the page stays of a plan that makes place for another: its ids come back there, for other things. */
  #clear() {
    this.rows.clear();
    this.#meetings.clear();
    this.place.replaceChildren();
  }

  show() {
    const { plan } = this.state;
    const focused = document.activeElement;
    const meetings = plan.bijeenkomsten.map((one) => this.#meeting(one));
    arrange(this.place, meetings);
    for (const [id, element] of this.#meetings) {
      if (!plan.bijeenkomsten.some((one) => one.id === id)) {
        element.remove();
        this.#meetings.delete(id);
      }
    }
    const ids = new Set(blocksOf(plan).map(({ id }) => id));
    for (const id of this.rows.keys()) if (!ids.has(id)) this.rows.delete(id);
    // What is moved in the page loses the focus.
    if (focused instanceof HTMLElement && focused !== document.activeElement && this.place.contains(focused)) {
      focused.focus({ preventScroll: true });
    }
  }

  /** @param {Bijeenkomst} meeting */
  #meeting(meeting) {
    const { plan } = this.state;
    const element = this.#meetings.get(meeting.id) ?? this.#newMeeting(meeting.id);
    find(element, "h3").textContent = meetingName(plan, meeting);
    for (const field of findAll(element, ".plan-wanneer input", HTMLInputElement)) {
      put(field, String(meeting[/** @type {keyof Bijeenkomst} */ (field.name)] ?? ""));
    }
    const times = beginTimes(meeting);
    const rows = meeting.blokken.map((blok, at) => {
      const before = this.rows.get(blok.id);
      // Who takes back that another plan came, has the same id name something else as well.
      const row = before?.wat === blok.wat ? before : new Rij(this.templates.row, this.state, blok);
      this.rows.set(blok.id, row);
      row.show(blok, meeting, at, times.get(blok.id) ?? "");
      return row.element;
    });
    arrange(find(element, "ol"), rows);
    find(element, ".plan-leeg").hidden = rows.length > 0;
    find(element, ".plan-alleen-meer").hidden = plan.bijeenkomsten.length === 1 && !meeting.titel;
    find(element, ".plan-som").textContent = rows.length ? tellSum(meeting) : "";
    find(element, '[data-zet="weg"]').hidden = plan.bijeenkomsten.length === 1;
    return element;
  }

  /** @param {string} id */
  #newMeeting(id) {
    const element = find(/** @type {DocumentFragment} */ (this.templates.meeting.cloneNode(true)), "section");
    element.dataset.id = id;
    find(element, "h3").id = `${id}-kop`;
    element.setAttribute("aria-labelledby", `${id}-kop`);
    this.#meetings.set(id, element);
    return element;
  }

  /** @param {Event} event */
  #click(event) {
    const button = from(event, "button");
    const row = from(event, ".plan-rij");
    const meeting = from(event, ".plan-bijeenkomst");
    if (!button || !meeting) return;
    if (row) this.#step(told(row, "id"), told(button, "stap"));
    else if (button.dataset.zet === "weg") this.#removeMeeting(told(meeting, "id"));
    else if (button.dataset.zet) this.add(button.dataset.zet, told(meeting, "id"));
  }

  /**
   * Put something at the end of a meeting.
   * @param {string} wat @param {string} [meeting] id @param {{ minuten: number, kort?: number }} [more] what else is known of it
   * @returns {boolean} whether there was room for it
   */
  add(wat, meeting = this.state.meeting, more = this.state.aanbod.time(wat)) {
    const { state } = this;
    if (!state.roomIn(meeting)) return false;
    const [plan, id] = stappen.add(state.plan, meeting, { wat, ...more });
    const title = state.aanbod.title(stappen.placeOf(plan, id).blok);
    state.change(`${title} erbij`, plan, `${this.told(plan, id)}`);
    this.#flash(id);
    if (wat === "eigen") this.rows.get(id)?.own.focus();
    return true;
  }

  /** @param {string} id @param {string} step */
  #step(id, step) {
    const { meeting, at } = stappen.placeOf(this.state.plan, id);
    if (step === "weg") this.#remove(id);
    else if (step === "naar") this.#toMeeting(id);
    else this.move(id, step === "eerder" ? at - 1 : at + 1, meeting.blokken.length);
  }

  /** Put a block in the meeting that is chosen in its row. @param {string} id */
  #toMeeting(id) {
    const { state } = this;
    const row = this.rows.get(id);
    const into = row && state.roomIn(row.other.value);
    if (!into) return;
    const title = state.aanbod.title(stappen.placeOf(state.plan, id).blok);
    const name = meetingName(state.plan, into);
    const plan = stappen.toMeeting(state.plan, id, into.id);
    state.change(`${title} naar ${name}`, plan, `${this.told(plan, id)} Bij: ${name}.`);
    row.minutes.focus();
  }

  /** @param {string} id */
  #remove(id) {
    const { state } = this;
    const { meeting, at, blok } = stappen.placeOf(state.plan, id);
    const title = state.aanbod.title(blok);
    const next = meeting.blokken[at + 1] ?? meeting.blokken[at - 1];
    state.change(`${title} weg`, stappen.remove(state.plan, id), `‘${title}’ is weg. ${state.regret}`);
    const row = next && this.rows.get(next.id)?.element;
    const place = row ? find(row, '[data-stap="weg"]') : find(this.#element(meeting.id), '[data-zet="eigen"]');
    place.focus();
  }

  /** @param {string} id @param {number} to @param {number} [of] how many there are, to refuse a place beyond them */
  move(id, to, of = Infinity) {
    const { state } = this;
    const { meeting, at, blok } = stappen.placeOf(state.plan, id);
    const title = state.aanbod.title(blok);
    if (to < 0 || to >= of) {
      state.say(`‘${title}’ staat al ${to < 0 ? "vooraan" : "achteraan"}.`);
      return;
    }
    if (to === at) return;
    const plan = stappen.moveTo(state.plan, id, Math.min(to, meeting.blokken.length - 1));
    state.change(`${title} verplaatst`, plan, this.told(plan, id));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const row = from(event, ".plan-rij");
    if (!row || !event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    if (event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    this.#step(told(row, "id"), event.key === "ArrowUp" ? "eerder" : "later");
  }

  /** @param {string} id */
  #removeMeeting(id) {
    const { state } = this;
    const meeting = state.plan.bijeenkomsten.find((one) => one.id === id);
    if (!meeting) return;
    const name = meetingName(state.plan, meeting);
    state.change(`${name} weg`, stappen.removeMeeting(state.plan, id), `${name} is weg. ${state.regret}`);
    find(this.#element(state.meeting), "h3").focus();
  }

  /** A meeting more, to go on with at once. */
  addMeeting() {
    const { state } = this;
    if (!stappen.hasRoomForMeeting(state.plan)) {
      state.say(`In een draaiboek passen hoogstens ${MOST_MEETINGS} bijeenkomsten.`);
      return;
    }
    const [plan, id] = stappen.addMeeting(state.plan);
    state.change("Bijeenkomst erbij", plan, `Er zijn nu ${plan.bijeenkomsten.length} bijeenkomsten.`);
    state.meeting = id;
    find(this.#element(id), "h3").focus();
  }

  /** @param {string} id */
  #element(id) {
    const element = this.#meetings.get(id);
    if (!element) throw new Error(`there is no meeting ${id}`);
    return element;
  }

  /** Let the eye find what was put somewhere. @param {string} id */
  #flash(id) {
    const row = this.rows.get(id)?.element;
    row?.classList.add("nieuw");
    setTimeout(() => row?.classList.remove("nieuw"), 1500);
  }

  /** Where a block is now, in words. @param {import("../../begeleiden/draaiboek.js").Draaiboek} plan @param {string} id */
  told(plan, id) {
    const { meeting, at, blok } = stappen.placeOf(plan, id);
    const title = `‘${this.state.aanbod.title(blok)}’`;
    if (!blok.minuten) return `${title} ligt achter de hand.`;
    return `${title}, nu ${at + 1} van ${meeting.blokken.length}, begint om ${beginTimes(meeting).get(id)}.`;
  }
}

/** Put `children` in an element in this order, and touch only what isn't there yet. @param {HTMLElement} parent @param {HTMLElement[]} children */
function arrange(parent, children) {
  for (const child of [...parent.children])
    if (child instanceof HTMLElement && !children.includes(child)) child.remove();
  for (const [at, child] of children.entries()) {
    if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] ?? null);
  }
}
