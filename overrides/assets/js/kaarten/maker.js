// Making the PDF: fetches what that takes when it is asked for, hands the file over, and says what can't be done.

import { find, h } from "../samen/dom.js";
import { handOver } from "../samen/file.js";
import { paper } from "./telling.js";

/** @typedef {import("./pdf.js").Catalogue} Catalogue */
/** @typedef {import("./pdf.js").Pile} Pile */
/** @typedef {import("./pdf.js").Wishes} Wishes */
/** @typedef {{ piles: Pile[], wishes: Wishes }} Order */

const NAME = "zelf-gekozen-kaarten.pdf";
const OFFLINE = "Een deel van de kaarten kon niet worden opgehaald. Ben je offline? Je keuze blijft staan.";
const FAILED = "Er ging iets mis bij het maken van de PDF. Je keuze blijft staan.";

export class Maker {
  /** @type {Catalogue | null} */
  catalogue = null;
  #busy = false;
  /** @type {Set<string>} sizes of which a PDF was made */
  #had = new Set();

  /**
   * @param {HTMLElement} page
   * @param {import("./voorraad.js").Stock} stock
   * @param {() => Order | string} order what to make, or why nothing can be made
   */
  constructor(page, stock, order) {
    this.stock = stock;
    this.order = order;
    this.button = find(page, '[data-doe="pdf"]');
    this.fault = find(page, ".kies-fout");
    this.done = find(page, ".kies-klaar");
    this.offline = find(page, ".kies-offline");
    this.button.addEventListener("click", () => this.make());
    for (const type of ["online", "offline"]) addEventListener(type, () => this.tellOffline());
  }

  /** Fetch the catalogue, which tells what there is. @param {() => void} then */
  async begin(then) {
    try {
      this.catalogue = await this.stock.catalogue();
    } catch {
      this.complain(OFFLINE, () => this.begin(then));
      return;
    }
    then();
  }

  /** Nothing is said or made any more; the choice has changed. */
  clear() {
    this.complain("");
    this.done.replaceChildren();
    this.tellOffline();
  }

  /** Say what can't be done without internet, for as long as there is none. */
  tellOffline() {
    const order = this.order();
    const here = typeof order !== "string" && order.piles.every(({ form }) => this.#had.has(form.maat));
    this.offline.textContent =
      navigator.onLine || here
        ? ""
        : "Je bent offline. Kiezen kan, maar plaatjes en de PDF komen pas als je weer internet hebt.";
  }

  /** @param {string} sentence @param {() => void} [again] what to do when asked to try again */
  complain(sentence, again) {
    if (!sentence && !this.fault.firstChild) return;
    this.fault.replaceChildren(sentence);
    if (!again) return;
    const button = h("button", { type: "button", class: "knop stil" }, "Probeer opnieuw");
    button.addEventListener("click", () => {
      this.button.focus();
      this.complain("");
      again();
    });
    this.fault.append(" ", button);
  }

  async make() {
    if (this.#busy) return;
    this.clear();
    const order = this.order();
    if (typeof order === "string" || !this.catalogue) {
      this.complain(typeof order === "string" ? order : OFFLINE);
      return;
    }
    this.#setBusy(true);
    try {
      const fetched = await this.#fetch(order.piles).catch(() => null);
      if (!fetched) {
        this.complain(OFFLINE, () => this.make());
        return;
      }
      const { makePdf, library, stocks } = fetched;
      const bytes = await makePdf(library, order.piles, this.catalogue, stocks, order.wishes);
      for (const size of stocks.keys()) this.#had.add(size);
      this.#hand(new Blob([bytes], { type: "application/pdf" }), order.piles);
    } catch (error) {
      console.error(error);
      this.complain(FAILED, () => this.make());
    } finally {
      this.#setBusy(false);
    }
  }

  /** @param {Pile[]} piles */
  async #fetch(piles) {
    const sizes = [...new Set(piles.map(({ form }) => form.maat))];
    const [{ makePdf }, library, ...faces] = await Promise.all([
      import("./pdf.js"),
      this.stock.library(),
      ...sizes.map((size) => this.stock.faces(size)),
    ]);
    return { makePdf, library, stocks: new Map(sizes.map((size, index) => [size, faces[index]])) };
  }

  /** @param {boolean} busy */
  #setBusy(busy) {
    this.#busy = busy;
    this.button.textContent = busy ? "Bezig …" : "Maak de PDF";
    this.button.setAttribute("aria-disabled", String(busy));
  }

  /** @param {Blob} file @param {Pile[]} piles */
  #hand(file, piles) {
    const again = h("button", { type: "button", class: "knop-plat" }, "Bewaar hem nog eens");
    again.addEventListener("click", () => handOver(file, NAME));
    this.done.replaceChildren(`De PDF staat bij je downloads: ${paper(piles).join(", ")}. `, again);
    handOver(file, NAME);
  }
}
