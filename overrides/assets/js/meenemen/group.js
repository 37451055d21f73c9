// One thing to take along: its size before, how far it is, and the button that takes it, stops it and goes on.

import { find, h, hide } from "../samen/dom.js";
import { say } from "../samen/say.js";
import { Renewed, Wiped, held, take } from "./taking.js";

/** @typedef {import("./taking.js").Group} Group */

const FAILED = "Het ophalen is gestopt. Wat er al is, blijft staan. Probeer het opnieuw als je internet hebt.";
const RENEWED = "De site is zojuist vernieuwd. Laad deze pagina opnieuw, dan haal je de nieuwe versie.";
const WIPED = "Het ophalen is gestopt, want op dit apparaat is alles gewist.";
const FULL = "Er is op dit apparaat te weinig ruimte. Maak ruimte en probeer het opnieuw.";

/** @param {number} bytes */
export const megabytes = (bytes) =>
  `${(bytes / 1e6).toLocaleString("nl-NL", { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`;

export class TakenGroup {
  /** @type {AbortController | null} */
  #going = null;
  /** @type {Promise<void> | undefined} */
  #taking;

  /**
   * @param {HTMLElement} element
   * @param {string} store
   * @param {Group} group
   * @param {{ take: string, name?: string, next: HTMLElement, done: () => Promise<void>,
   *   before?: () => Promise<"this" | "earlier" | null> }} words what the button says, of what when that isn't clear, where to go
   *   on and what to do once it is all there, and which version was taken whole
   */
  constructor(element, store, group, { take: words, name = "", next, done, before }) {
    this.store = store;
    this.group = group;
    this.words = words;
    this.next = next;
    this.of = name;
    this.done = done;
    this.before = before;
    this.state = find(element, ".mee-stand");
    this.bar = find(element, ".mee-voortgang", HTMLProgressElement);
    this.button = find(element, "[data-doe=neem]", HTMLButtonElement);
    this.button.addEventListener("click", () => {
      if (this.#going) this.#going.abort();
      else this.#taking = this.#take();
    });
  }

  /** Stop taking it, and wait until that has ended. */
  async stop() {
    this.#going?.abort();
    await this.#taking;
  }

  /** Show what there is of it. @param {string} [sentence] what to say first */
  async show(sentence = "") {
    const { group } = this;
    // It tells itself how far it is.
    if (this.#going) return;
    const [there, before] = [await held(this.store, group), await this.before?.()];
    const size = megabytes(group.bytes);
    // All files may be there without having been told to be the version that opens.
    const whole = there === group.bytes && (!this.before || before === "this");
    const older = before === "earlier";
    const state = whole
      ? `Staat op dit apparaat (${size}).`
      : there
        ? `${megabytes(there)} van ${size} staat op dit apparaat.`
        : older
          ? `De vorige versie staat op dit apparaat. De nieuwe is ${size}.`
          : `${size}.`;
    // What is as it was is not said once more, of each set when all is wiped.
    if (sentence || this.state.textContent !== state) say(this.state, [sentence, state].filter(Boolean).join(" "));
    hide(this.button, whole, this.next);
    this.#name(there && !whole ? "Ga verder" : older ? "Haal de nieuwe versie" : this.words);
  }

  async #take() {
    const { group } = this;
    this.#going = new AbortController();
    this.bar.hidden = false;
    this.#name("Stop");
    let sentence = "";
    try {
      let told = -1;
      await take(this.store, group, this.#going.signal, (bytes) => {
        this.bar.value = bytes / group.bytes;
        // Who listens hears only each quarter.
        const quarter = Math.floor((4 * bytes) / group.bytes);
        if (quarter !== told) say(this.state, `${megabytes(bytes)} van ${megabytes(group.bytes)} …`);
        told = quarter;
      });
      await this.done();
    } catch (error) {
      sentence = whatWentWrong(error);
    }
    this.#going = null;
    this.bar.hidden = true;
    await this.show(sentence);
  }

  /** @param {string} words */
  #name(words) {
    this.button.replaceChildren(words, ...(this.of ? [h("span", { class: "vh" }, `: ${this.of}`)] : []));
  }
}

/** @param {unknown} error */
function whatWentWrong(error) {
  if (error instanceof Renewed) return RENEWED;
  if (error instanceof Wiped) return WIPED;
  const name = error instanceof Error ? error.name : "";
  return name === "AbortError" ? "Gestopt." : name === "QuotaExceededError" ? FULL : FAILED;
}
