// Finding what to put in a plan: by words, by kind and time, and what goes with what is already there.

import { blocksOf, meetingName } from "../begeleiden/draaiboek.js";
import { find, findAll, from, h, hide, rewrite, told } from "../samen/dom.js";
import { amount } from "../samen/words.js";
import { folded } from "../samen/fold.js";
import { refill } from "./opnieuw.js";

/** @typedef {import("../begeleiden/blokken.js").Kaart} Kaart */
/** @typedef {import("./staat.js").Staat} Staat */

const AT_ONCE = 8;
const GOES_ALONG = 4;
const KINDS = new Map([
  ["oefening", "oefening"],
  ["werkkaart", "werkkaart"],
  ["veld", "spanningsveld"],
  ["set", "kaarten"],
  ["vragen", "vragen"],
  ["vraag", "vraag"],
  ["lijst", "lijst"],
  ["fase", "fase"],
  ["punt", "onderdeel"],
]);
/** What the choice of a kind lets through. */
const CHOICES = new Map([
  ["", ["werkkaart", "oefening", "veld", "set", "vragen", "lijst"]],
  ["werkvorm", ["werkkaart", "oefening"]],
  ["veld", ["veld"]],
  ["set", ["set"]],
  ["vragen", ["vragen", "lijst", "vraag"]],
  ["alles", [...KINDS.keys()]],
]);

export class Zoeker {
  #shown = AT_ONCE;
  #turn = 0;
  /** @type {Promise<((typed: string) => Kaart[]) | null> | undefined} */
  #finding;

  /** @param {HTMLElement} page @param {Staat} state @param {(id: string) => void} add */
  constructor(page, state, add) {
    this.page = page;
    this.part = find(page, ".plan-zoeker");
    this.state = state;
    this.form = find(this.part, "form", HTMLFormElement);
    this.word = find(this.form, '[name="woord"]', HTMLInputElement);
    this.results = find(this.part, ".plan-gevonden");
    this.along = find(this.part, ".plan-past");
    this.more = find(this.part, '[data-doe="meer"]');
    this.told = find(this.part, ".filter-stand");
    this.into = find(this.part, ".plan-zet-bij");
    const kinds = [...KINDS.keys()];
    this.cards = state.aanbod.all
      .filter((card) => KINDS.has(card.soort))
      .sort((one, other) => kinds.indexOf(one.soort) - kinds.indexOf(other.soort));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", () => this.#again());
    this.form.addEventListener("reset", () => setTimeout(() => this.#again()));
    this.part.addEventListener("click", (event) => {
      const button = from(event, "[data-erbij]");
      if (button) add(told(button, "erbij"));
    });
    this.more.addEventListener("click", async () => {
      const first = this.#shown;
      this.#shown += 2 * AT_ONCE;
      await this.show();
      findAll(this.results, "button")[first]?.focus();
    });
    state.onChange(() => this.#along());
    this.show();
    this.#along();
  }

  /** Go to the field in which one types. */
  focus() {
    this.part.scrollIntoView({ block: "start" });
    this.word.focus({ preventScroll: true });
  }

  #again() {
    this.#shown = AT_ONCE;
    this.show();
  }

  /** What finds by words, fetched when somebody types one, and again after it failed. */
  async #find() {
    this.#finding ??= this.state.fetched(
      import("./vinder.js").then(({ finder }) => finder(this.cards, KINDS, told(this.page, "woorden"))),
    );
    const finds = await this.#finding;
    if (!finds) this.#finding = undefined;
    return finds;
  }

  async show() {
    const given = new FormData(this.form);
    const typed = folded(String(given.get("woord") ?? "").trim());
    const turn = (this.#turn += 1);
    const cards = typed ? (await this.#find())?.(typed) : this.cards;
    // What was typed meanwhile has an answer of its own.
    if (!cards || turn !== this.#turn) return;
    const most = Number(given.get("tijd") ?? 0);
    const close = Number(given.get("meedoen") ?? 0);
    const kinds = CHOICES.get(String(given.get("soort") ?? "")) ?? [];
    const all = cards.filter(
      (card) =>
        // Who types the id of something means that, of whatever kind it is.
        (kinds.includes(card.soort) || card.id === typed) &&
        (!most || (card.minuten && card.minuten[1] <= most)) &&
        (!close || card.meedoen === undefined || card.meedoen <= close),
    );
    this.results.replaceChildren(...all.slice(0, this.#shown).map((card) => this.#result(card)));
    this.more.hidden = all.length <= this.#shown;
    rewrite(
      this.told,
      all.length
        ? `${amount(all.length, "onderdeel", "onderdelen")} gevonden`
        : `Niets gevonden. Probeer een ander woord${given.get("soort") === "alles" ? "" : ", of zoek in alles"}.`,
    );
    hide(find(this.form, "p:has([type=reset])"), ![...given.values()].some(Boolean), find(this.form, "select"));
  }

  /** @param {Kaart} card @param {string} [why] */
  #result(card, why) {
    const kind = KINDS.get(card.soort) ?? "";
    const about = card.soort === "set" ? "" : card.van && card.soort !== "werkkaart" ? `${kind} bij ${card.van}` : kind;
    const time = card.minuten ? `±\u00a0${card.minuten[1]}\u00a0minuten` : "";
    const text = why ?? card.doel ?? "";
    return h(
      "li",
      {},
      h(
        "p",
        { class: "naam" },
        h("b", {}, card.titel),
        " ",
        h("small", {}, [about || "set kaarten", time].filter(Boolean).join(", ")),
      ),
      ...(text ? [h("p", { class: "plan-doel" }, text)] : []),
      h(
        "button",
        { type: "button", class: "knop stil", "data-erbij": card.id },
        "Zet erbij",
        h("span", { class: "vh" }, `: ${card.titel}${time ? `, ${time}` : ""}`),
      ),
    );
  }

  #along() {
    const { plan, aanbod, meeting } = this.state;
    const into = plan.bijeenkomsten.find(({ id }) => id === meeting);
    this.into.textContent =
      into && plan.bijeenkomsten.length > 1 ? `Wat je kiest, komt bij: ${meetingName(plan, into)}.` : "";
    const there = new Set(blocksOf(plan).map(({ wat }) => wat));
    /** @type {Map<string, string>} */
    const found = new Map();
    for (const wat of there) {
      const card = aanbod.card(wat);
      // What goes with a card goes with a part of it.
      for (const [id, ours] of [...(card?.past ?? []), ...(aanbod.card(card?.bij ?? "")?.past ?? [])]) {
        if (there.has(id) || found.has(id)) continue;
        found.set(id, `Past bij ‘${card?.titel}’ (${ours ? "redactie" : "zegt de publicatie"}).`);
      }
    }
    const cards = [...found].slice(0, GOES_ALONG).flatMap(([id, why]) => {
      const card = aanbod.card(id);
      return card ? [this.#result(card, why)] : [];
    });
    refill(this.along, cards, find(this.part, "h2"));
  }
}
