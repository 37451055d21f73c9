// The form to write a card: the look of which set, the words, and the card as it will be.

import { findAll, h, hide } from "../../samen/dom.js";
import { say } from "../../samen/say.js";
import { PARTS, isWritten, tidiedCard } from "../geschreven.js";

/** @typedef {import("../geschreven.js").Written} Written */

const PAUSE = 500;
const MOST_BLANKS = 40;
const WARNING =
  "Wat je schrijft, blijft op deze pagina en gaat nergens heen. Het komt wel in de link te staan: wie je die stuurt, leest het ook. Schrijf dus geen namen van mensen.";
const NOT_YET_KEPT = "Hier staat nog iets wat je niet bewaarde: bewaar het eerst, of wis het.";
const LABELS = {
  groot: "Op de voorkant (de regels maakt de kaart zelf)",
  klein: "Klein daaronder (mag leeg)",
  achter: "Op de achterkant (mag leeg)",
};
let forms = 0;

export class Formulier {
  /** @type {{ id: string, card: Written } | null} the card that is changed, as it was */
  #editing = null;
  #later = 0;

  /**
   * @param {import("../keuze.js").Offer} offer
   * @param {import("./zetten.js").Setter} setter
   * @param {{ draw: (card: Written, side: "voor" | "achter") => Element, add: (card: Written) => boolean,
   *   change: (id: string, card: Written) => boolean, blanks: (set: string, count: number) => boolean, refused: () => void }} act
   */
  constructor(offer, setter, act) {
    this.setter = setter;
    this.offer = offer;
    this.act = act;
    const name = `zelf${(forms += 1)}`;
    const decks = [...offer.decks.values()].filter(({ id, zelf }) => zelf && setter.sizesOf(id).length);
    this.set = h("select", { id: `${name}-set` }, ...decks.map(({ id, naam }) => h("option", { value: id }, naam)));
    this.fields = Object.fromEntries(
      PARTS.map((part) => [
        part,
        h("textarea", {
          id: `${name}-${part}`,
          rows: part === "achter" ? "4" : "2",
          "aria-describedby": `${name}-waarschuwing ${name}-fout`,
        }),
      ]),
    );
    this.fault = h("p", { id: `${name}-fout`, class: "kies-zelf-fout", role: "status" });
    this.faces = h("div", { class: "kies-zelf-beeld" });
    this.button = h("button", { type: "submit", class: "knop" });
    this.cancel = h("button", { type: "button", class: "knop stil" }, "Laat de kaart zoals hij was");
    const count = h("input", { id: `${name}-aantal`, type: "number", min: "1", max: String(MOST_BLANKS), value: "4" });
    const blanks = h("button", { type: "button", class: "knop stil" }, "Zet lege kaarten erbij");
    /** @param {HTMLElement} field @param {string} words */
    const labelled = (field, words) => h("p", {}, h("label", { for: field.id }, words), field);
    this.element = h(
      "form",
      { class: "kies-zelf-form", "aria-label": "Een kaart schrijven" },
      h(
        "div",
        {},
        labelled(this.set, "In de stijl van"),
        h("p", { id: `${name}-waarschuwing`, class: "kies-zelf-over" }, WARNING),
        ...PARTS.map((part) => labelled(this.fields[part], LABELS[part])),
        this.fault,
        h("p", { class: "kies-zelf-knoppen" }, this.button, this.cancel),
        h(
          "p",
          { class: "kies-zelf-leeg" },
          h("label", { for: count.id }, "Of kaarten om met de hand op te schrijven:"),
          count,
          blanks,
        ),
      ),
      this.faces,
    );
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
    this.element.addEventListener("input", ({ target }) => target !== count && this.#typed());
    for (const part of /** @type {const} */ (["groot", "klein"])) {
      this.fields[part].addEventListener("input", () => onOneLine(this.fields[part]));
    }
    this.cancel.addEventListener("click", () => this.#empty());
    blanks.addEventListener("click", () => {
      const asked = count.valueAsNumber;
      if (Number.isInteger(asked) && asked >= 1 && asked <= MOST_BLANKS) act.blanks(this.set.value, asked);
      else this.#complain(`Kies een aantal van 1 tot ${MOST_BLANKS}.`, count);
    });
    addEventListener("beforeunload", (event) => this.#dirty && event.preventDefault());
    this.#empty();
  }

  /** What the fields say now. */
  get #card() {
    const { groot, klein, achter } = this.fields;
    return tidiedCard({
      set: this.set.value,
      groot: groot.value,
      klein: this.#hasSmall ? klein.value : "",
      achter: achter.value,
    });
  }

  /** Whether there is something in the fields that is nowhere else. */
  get #dirty() {
    const before = this.#editing?.card;
    return (
      PARTS.some((part) => this.fields[part].value.trim() !== (before?.[part] ?? "")) ||
      this.set.value !== (before?.set ?? this.set.value)
    );
  }

  get #usual() {
    return this.offer.decks.get(this.set.value)?.maat ?? this.setter.sizesOf(this.set.value)[0];
  }

  get #hasSmall() {
    return this.setter.told.maten[this.#usual][this.set.value].klein !== null;
  }

  /** @param {string} id @param {Written} card */
  edit(id, card) {
    if (this.#dirty) {
      this.#complain(NOT_YET_KEPT);
      this.fields.groot.focus();
      return;
    }
    this.set.value = card.set;
    const fits = this.#hasSmall ? card : { ...card, klein: "", achter: `${card.klein}\n${card.achter}` };
    const shown = tidiedCard(fits);
    this.#editing = { id, card: shown };
    for (const part of PARTS) this.fields[part].value = shown[part];
    this.#show();
    this.#judge();
    this.fields.groot.focus();
  }

  /** The card that is changed may not be there any more, or another in its place. @param {Map<string, Written>} written */
  check(written) {
    if (!this.#editing || !isWritten(this.#editing.id)) return;
    const { id, card } = this.#editing;
    if (JSON.stringify(written.get(id)) === JSON.stringify(card)) return;
    if (!this.#dirty) {
      this.#empty();
      return;
    }
    // What was typed stays, as a new card.
    this.#editing = null;
    this.#show();
  }

  #empty() {
    this.#editing = null;
    for (const part of PARTS) this.fields[part].value = "";
    this.#show();
  }

  #typed() {
    this.#show();
    clearTimeout(this.#later);
    // Not at each letter: who hears it would hear nothing else.
    this.#later = setTimeout(() => this.#judge(), PAUSE);
  }

  /** Show the card, as far as it can be set. */
  #show() {
    const card = this.#card;
    const small = this.fields.klein.parentElement;
    if (small) small.hidden = !this.#hasSmall;
    this.button.textContent = this.#editing ? "Bewaar de verandering" : "Zet bij jouw kaarten";
    hide(this.cancel, !this.#editing, this.fields.groot);
    const sides = /** @type {const} */ (["voor", "achter"]);
    this.faces.replaceChildren(...sides.map((side) => this.act.draw(card, side)));
    if (!this.#trouble(card)) this.#complain("");
  }

  /** What is wrong with a card, once it has words. @param {Written} card */
  #trouble(card) {
    if (!PARTS.some((part) => card[part])) return null;
    return this.setter.set(card, this.#usual).trouble;
  }

  #judge() {
    const trouble = this.#trouble(this.#card);
    this.#complain(trouble?.sentence ?? "", trouble ? this.fields[trouble.part] : undefined);
    return trouble;
  }

  /** @param {string} sentence @param {HTMLElement} [field] */
  #complain(sentence, field) {
    clearTimeout(this.#later);
    for (const one of findAll(this.element, "[aria-invalid]")) one.removeAttribute("aria-invalid");
    field?.setAttribute("aria-invalid", "true");
    if (this.fault.textContent !== sentence) say(this.fault, sentence);
    if (sentence) this.act.refused();
  }

  #send() {
    const card = this.#card;
    const { trouble } = this.setter.set(card, this.#usual);
    if (trouble) {
      this.#complain(trouble.sentence, this.fields[trouble.part]);
      this.fields[trouble.part].focus();
      return;
    }
    const kept = this.#editing ? this.act.change(this.#editing.id, card) : this.act.add(card);
    if (!kept) return;
    this.#empty();
    this.fields.groot.focus();
  }
}

/** Of a text that the card breaks into lines itself, one sees so at once. @param {HTMLTextAreaElement} field */
function onOneLine(field) {
  if (!field.value.includes("\n")) return;
  const at = field.selectionStart;
  field.value = field.value.replaceAll("\n", " ");
  field.setSelectionRange(at, at);
}
