// One block of a plan as a row: when it begins, how long it takes, what it is, and folded away all one can say of it.

import { MOST_MINUTES, isCard, meetingName } from "../../begeleiden/draaiboek.js";
import { lasting } from "../../begeleiden/tijden.js";
import { find, h } from "../../samen/dom.js";
import { tellAsked } from "../telling.js";
import { laidOut } from "../werkwijze.js";

/** @typedef {import("../../begeleiden/draaiboek.js").Blok} Blok */
/** @typedef {import("../../begeleiden/draaiboek.js").Bijeenkomst} Bijeenkomst */
/** @typedef {import("../staat.js").Staat} Staat */

/** What a field shows of its card until something else is typed there. */
const OF_CARD = ["titel", "doel", "door"];

export class Rij {
  /** Minutes that it takes until somebody has typed others. */
  before = 0;

  /** @param {DocumentFragment} template @param {Staat} state @param {Blok} blok */
  constructor(template, state, blok) {
    this.state = state;
    this.id = blok.id;
    this.wat = blok.wat;
    this.element = find(/** @type {DocumentFragment} */ (template.cloneNode(true)), "li");
    this.element.dataset.id = blok.id;
    this.element.classList.add(isCard(blok) ? "kaart" : blok.wat);
    this.more = find(this.element, "details", HTMLDetailsElement);
    this.minutes = find(this.element, '[name="minuten"]', HTMLInputElement);
    this.own = find(this.element, ".plan-eigen", HTMLInputElement);
    /** The meeting that it can go to. */
    this.other = find(this.more, "select", HTMLSelectElement);
    this.more.addEventListener("toggle", () => this.#fill());
    this.own.hidden = blok.wat !== "eigen";
    find(this.element, ".plan-titel").hidden = !this.own.hidden;
    find(this.element, ".plan-eigen-titel").hidden = !this.own.hidden;
    find(this.element, ".plan-zoals").hidden = !isCard(blok);
  }

  /** @param {Blok} blok @param {Bijeenkomst} meeting @param {number} at @param {string} time at which it begins */
  show(blok, meeting, at, time) {
    const { aanbod } = this.state;
    this.blok = blok;
    this.meeting = meeting;
    // Who types 80 types 8 first, and something that takes 8 minutes can't be shortened to 45: that comes back with the 80. And what
    // was there comes back after 300, which can't be.
    if (document.activeElement !== this.minutes) {
      this.kort = blok.kort;
      this.before = blok.minuten;
    }
    const title = aanbod.title(blok);
    const reserve = blok.minuten === 0;
    this.element.classList.toggle("achter-de-hand", reserve);
    this.element.classList.toggle("plan-onbekend", aanbod.isUnknown(blok));
    find(this.element, ".plan-tijd").textContent = reserve ? "reserve" : time;
    find(this.element, ".plan-titel").textContent = title;
    put(this.own, blok.titel ?? "");
    put(this.minutes, String(blok.minuten));
    this.minutes.setAttribute("aria-label", `Minuten voor ${title}`);
    find(this.element, ".plan-schat").hidden = !aanbod.isEstimate(blok);
    const unknown = `Dit kent deze site niet (meer). Het blijft staan, met ${lasting(blok.minuten)}.`;
    find(this.element, ".plan-doel").textContent = aanbod.isUnknown(blok) ? unknown : aanbod.purpose(blok);
    for (const [step, words, possible] of /** @type {[string, string, boolean][]} */ ([
      ["eerder", "Eerder", at > 0],
      ["later", "Later", at < meeting.blokken.length - 1],
      ["weg", "Wis", true],
      ["naar", "Verplaats", true],
    ])) {
      const button = find(this.element, `[data-stap="${step}"]`);
      button.setAttribute("aria-label", `${words}: ${title}`);
      button.setAttribute("aria-disabled", String(!possible));
    }
    find(this.more, "summary .vh").textContent = ` over ${title}`;
    find(this.more, ".plan-heeft").hidden = !(blok.notitie || blok.stappen || blok.wie || blok.materiaal);
    if (this.more.open) this.#fill();
  }

  /** What is folded away costs nothing until it is opened. */
  #fill() {
    const { blok, meeting, state } = this;
    if (!this.more.open || !blok || !meeting) return;
    const card = state.aanbod.of(blok);
    for (const field of /** @type {NodeListOf<HTMLInputElement | HTMLTextAreaElement>} */ (
      this.more.querySelectorAll("input, textarea")
    )) {
      const name = /** @type {"titel" | "doel" | "door"} */ (field.name);
      put(field, String(blok[name] ?? ""));
      if (OF_CARD.includes(name)) field.placeholder = card?.[name] ?? "";
      if (field.name === "kort" && field instanceof HTMLInputElement) field.max = String(Math.max(0, blok.minuten - 1));
    }
    const [about, shown] = [find(this.more, ".plan-zoals"), `${state.aanbod.filled} ${blok.vragen}`];
    if (card && about.dataset.met !== shown) {
      about.dataset.met = shown;
      const [asked, needed] = [tellAsked(card, state.aanbod), state.aanbod.needs({ ...blok, materiaal: "" })];
      about.replaceChildren(
        h(
          "p",
          {},
          h(
            "a",
            { href: card.adres, target: "_blank", rel: "noopener" },
            card.titel,
            h("span", { class: "vh" }, " (in een nieuw tabblad)"),
          ),
        ),
        ...(asked ? [h("p", {}, asked)] : []),
        ...laidOut(state.aanbod, { ...blok, stappen: undefined }),
        ...(needed.length ? [h("p", {}, `Nodig: ${needed.join("; ")}.`)] : []),
      );
    }
    const others = state.plan.bijeenkomsten.filter((one) => one.id !== meeting.id);
    const chosen = this.other.value;
    find(this.more, ".plan-naar").hidden = !others.length;
    this.other.replaceChildren(...others.map((one) => h("option", { value: one.id }, meetingName(state.plan, one))));
    if (others.some(({ id }) => id === chosen)) this.other.value = chosen;
  }

  /** The minutes that were typed; null when they are none. */
  typed() {
    const text = this.minutes.value.trim();
    return /^\d{1,3}$/.test(text) && Number(text) <= MOST_MINUTES ? Number(text) : null;
  }
}

/**
 * Put a value in a field, and leave alone what somebody is typing there.
 * @param {HTMLInputElement | HTMLTextAreaElement} field @param {string} value
 * @param {boolean} [other] whether what is typed there is of another plan
 */
export function put(field, value, other) {
  const typing = document.activeElement === field && !other;
  if (field.value !== value && (!typing || (value && field.value.trim() !== value.trim()))) field.value = value;
}
