// What is typed and chosen in the fields of a plan, into the plan.

import { MOST_MINUTES } from "../../begeleiden/draaiboek.js";
import { endTime, lasting } from "../../begeleiden/tijden.js";
import { from, told } from "../../samen/dom.js";
import { sayDay } from "../../samen/words.js";
import * as stappen from "../stappen.js";
import { tellSum } from "../telling.js";

/** @typedef {import("../../begeleiden/draaiboek.js").Bijeenkomst} Bijeenkomst */

const NAMES = new Map([
  ["titel", "Titel"],
  ["doel", "Waarvoor"],
  ["wie", "Wie"],
  ["materiaal", "Materiaal"],
  ["stappen", "Stappen"],
  ["notitie", "Notitie"],
  ["door", "Klaar?"],
]);

export class Invullen {
  /** @param {import("./lijst.js").Lijst} list @param {import("../staat.js").Staat} state */
  constructor(list, state) {
    this.list = list;
    this.state = state;
    list.place.addEventListener("input", (event) => this.#type(event));
    list.place.addEventListener("change", (event) => this.#leave(event));
    list.place.addEventListener("focusout", (event) => {
      if (from(event, ":out-of-range[name=datum]")) this.#mend(/** @type {HTMLInputElement} */ (event.target));
    });
  }

  /** @param {Event} event */
  #type({ target }) {
    const { state } = this;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    const [row, meeting] = [target.closest("li"), target.closest(".plan-bijeenkomst")];
    if (row?.dataset.id) this.#typeInRow(row.dataset.id, target);
    else if (meeting instanceof HTMLElement && target.name === "titel") {
      const id = told(meeting, "id");
      state.change(
        "Naam van de bijeenkomst",
        stappen.changeMeeting(state.plan, id, { titel: target.value }),
        "",
        `${id} titel`,
      );
    }
  }

  /** @param {string} id @param {HTMLInputElement | HTMLTextAreaElement} field */
  #typeInRow(id, field) {
    const { state } = this;
    const row = this.list.rows.get(id);
    const title = state.aanbod.title(stappen.placeOf(state.plan, id).blok);
    if (field.name === "minuten") {
      const minuten = row?.typed() ?? null;
      if (minuten !== null) this.#setMinutes(id, minuten);
    } else if (field.name === "kort") {
      const kort = /^\d{1,3}$/.test(field.value) ? Number(field.value) : undefined;
      state.change(`Inkorten van ${title}`, stappen.change(state.plan, id, { kort }), "", `${id} kort`);
    } else {
      const named = `${NAMES.get(field.name) ?? field.name} van ${title}`;
      state.change(named, stappen.change(state.plan, id, { [field.name]: field.value }), "", `${id} ${field.name}`);
    }
  }

  /** @param {string} id @param {number} minuten */
  #setMinutes(id, minuten) {
    const { state } = this;
    const { blok } = stappen.placeOf(state.plan, id);
    if (blok.minuten === minuten) return;
    const plan = stappen.change(state.plan, id, { minuten, kort: this.list.rows.get(id)?.kort });
    state.change(`Minuten van ${state.aanbod.title(blok)}`, plan, "", `${id} minuten`);
  }

  /** @param {Event} event */
  #leave({ target }) {
    const { state } = this;
    if (!(target instanceof HTMLInputElement)) return;
    const row = target.closest("li");
    const meeting = target.closest(".plan-bijeenkomst");
    const left = this.list.rows.get(row?.dataset.id ?? "");
    // What was typed in a row that goes with its plan is left as well.
    if (row && !left) return;
    if (left && target.name === "minuten") {
      const { id } = left;
      const typed = left.typed();
      if (typed === null) this.#setMinutes(id, left.before);
      const { meeting, blok } = stappen.placeOf(state.plan, id);
      left.before = blok.minuten;
      target.value = String(blok.minuten);
      state.say(
        typed === null
          ? `Typ een heel getal van 0 tot en met ${MOST_MINUTES}. Het blijft ${lasting(blok.minuten)}.`
          : `${lasting(blok.minuten)}. De bijeenkomst eindigt om ${endTime(meeting)}.`,
        typed !== null,
      );
    } else if (left && target.name === "kort") {
      const { blok } = stappen.placeOf(state.plan, left.id);
      // What is no number at all reads as an empty field.
      if (!target.validity.badInput && (!target.value || Number(target.value) === blok.kort)) return;
      target.value = "";
      state.say(`Inkorten kan alleen tot minder dan ${lasting(blok.minuten)}, in hele minuten. Het veld is weer leeg.`);
    } else if (meeting instanceof HTMLElement && target.type !== "text") {
      this.#when(told(meeting, "id"), target);
    }
  }

  /** @param {string} id @param {HTMLInputElement} field */
  #when(id, field) {
    const { state } = this;
    const meeting = state.plan.bijeenkomsten.find((one) => one.id === id);
    const value = field.value || undefined;
    if (!meeting || meeting[/** @type {keyof Bijeenkomst} */ (field.name)] === value) return;
    // Who types the year 2027 types 0002 first, for a browser.
    if (field.matches(":out-of-range")) return;
    if (field.name === "begin" && !value) {
      field.value = meeting.begin;
      return;
    }
    const plan = stappen.changeMeeting(state.plan, id, { [field.name]: value });
    const named = { begin: "Begintijd", einde: "Eindtijd", datum: "Datum" }[field.name] ?? field.name;
    const changed = plan.bijeenkomsten.find((one) => one.id === id);
    state.change(named, plan, changed && field.name !== "datum" ? tellSum(changed) : "", `${id} ${field.name}`);
  }

  /** A day that is none of this century, once its field is left. @param {HTMLInputElement} field */
  #mend(field) {
    const { state } = this;
    const id = told(/** @type {HTMLElement} */ (field.closest(".plan-bijeenkomst")), "id");
    // A year in two figures, for a browser one of the first century.
    field.value = field.value.replace(/^00/, "20");
    if (field.matches(":in-range")) {
      this.#when(id, field);
      state.say(`De datum is ${sayDay(field.value)}.`, true);
      return;
    }
    field.value = state.plan.bijeenkomsten.find((one) => one.id === id)?.datum ?? "";
    state.say(`Kies een datum van 2000 tot en met 2099. Het blijft ${field.value ? sayDay(field.value) : "leeg"}.`);
  }
}
