// Making the PDF: fetches what that takes when it is asked for, hands the file over, and says what can't be done.

import { find, h } from "../../samen/dom.js";
import { handOver } from "../../samen/file.js";
import { paper } from "./papier.js";
import { Renewed, stocksOf } from "./voorraad.js";

/** @typedef {import("./voorraad.js").Catalogue} Catalogue */
/** @typedef {import("./vellen.js").Pile} Pile */
/** @typedef {import("./pdf.js").Wishes} Wishes */
/** @typedef {{ piles: Pile[], wishes: Wishes, writing: () => Promise<Wishes["text"]> }} Order writing: what somebody wrote on cards */

const NAME = "zelf-gekozen-kaarten.pdf";
const OFFLINE =
  "Een deel van de kaarten kon niet worden opgehaald. Ben je offline, of is de site vernieuwd? Je keuze blijft staan, ook als je de pagina opnieuw laadt.";
const RENEWED = "De kaarten op deze site zijn vernieuwd sinds je deze pagina opende. Je keuze blijft staan.";
const FAILED = "Er ging iets mis bij het maken van de PDF. Je keuze blijft staan.";

export class Maker {
  /** @type {Catalogue | null} */
  catalogue = null;
  #busy = false;
  #known = () => {};
  /** @type {Set<string>} stocks of which a PDF was made */
  #had = new Set();

  /**
   * @param {HTMLElement} page
   * @param {import("./voorraad.js").Stock} stock
   * @param {() => Order | string} order what to make, or why nothing can be made
   * @param {() => Promise<void>} ready until all that is to be made is known
   */
  constructor(page, stock, order, ready) {
    this.stock = stock;
    this.order = order;
    this.ready = ready;
    this.button = find(page, '[data-doe="pdf"]');
    this.fault = find(page, ".kies-fout");
    this.done = find(page, ".kies-klaar");
    this.offline = find(page, ".kies-offline");
    this.button.addEventListener("click", () => this.make());
    for (const type of ["online", "offline"]) addEventListener(type, () => this.tellOffline());
  }

  /** Fetch the catalogue, which tells what there is. @param {() => void} known what to do once it is there */
  async begin(known) {
    this.#known = known;
    await this.#learn(() => this.begin(known));
  }

  /** The catalogue, which may still be on its way; null when it doesn't come, which is told. @param {() => void} again */
  async #learn(again) {
    const catalogue = await this.#orTell(this.stock.catalogue(), again);
    if (catalogue && !this.catalogue) {
      this.catalogue = catalogue;
      this.#known();
    }
    return this.catalogue;
  }

  /**
   * What is fetched; null when it doesn't come, which is told.
   * @template T
   * @param {Promise<T>} fetched
   * @param {() => void} again
   */
  #orTell(fetched, again) {
    return fetched.catch((error) => {
      this.notFetched(error, again);
      return null;
    });
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
    const stocks = typeof order === "string" || !this.catalogue ? null : stocksOf(order.piles, this.catalogue);
    const here = stocks?.every((path) => this.#had.has(path));
    this.offline.textContent =
      navigator.onLine || here
        ? ""
        : "Je bent offline. Kiezen kan, maar plaatjes en de PDF komen pas als je weer internet hebt.";
  }

  /** @param {string} sentence @param {() => void} [again] what to do when asked to try again @param {string} [words] */
  complain(sentence, again, words = "Probeer het opnieuw") {
    if (!sentence && !this.fault.firstChild) return;
    this.fault.replaceChildren(sentence);
    if (!again) return;
    const button = h("button", { type: "button", class: "knop stil" }, words);
    button.addEventListener("click", () => {
      this.button.focus();
      this.complain("");
      again();
    });
    this.fault.append(" ", button);
  }

  /** @param {unknown} error @param {() => void} again */
  notFetched(error, again) {
    if (!(error instanceof Renewed)) this.complain(OFFLINE, again);
    // The choice is in the address, so it is there again.
    else this.complain(RENEWED, () => location.reload(), "Laad de pagina opnieuw");
  }

  async make() {
    if (this.#busy) return;
    this.clear();
    this.#setBusy(true);
    try {
      await this.#makeOrTell();
    } catch (error) {
      console.error(error);
      this.complain(FAILED, () => this.make());
    } finally {
      this.#setBusy(false);
    }
  }

  async #makeOrTell() {
    // What is wrong with the choice itself needs nothing fetched; which cards are in this form only the catalogue tells.
    const again = () => this.make();
    const catalogue = typeof this.order() === "string" ? null : await this.#learn(again);
    const ready =
      catalogue &&
      (await this.#orTell(
        this.ready().then(() => true),
        again,
      ));
    const order = this.order();
    if (typeof order === "string") this.complain(order);
    if (typeof order === "string" || !ready) return;
    const fetched = await this.#orTell(this.#fetch(order, catalogue), again);
    if (!fetched) return;
    const { makePdf, library, stocks, text } = fetched;
    const bytes = await makePdf(library, order.piles, catalogue, stocks, { ...order.wishes, text });
    for (const path of stocks.keys()) this.#had.add(path);
    this.#hand(new Blob([bytes], { type: "application/pdf" }), order.piles);
  }

  /** @param {Order} order @param {Catalogue} catalogue */
  async #fetch({ piles, writing }, catalogue) {
    const paths = stocksOf(piles, catalogue);
    const [{ makePdf }, library, text, ...faces] = await Promise.all([
      import("./pdf.js"),
      this.stock.library(),
      writing(),
      ...paths.map((path) => this.stock.faces(path)),
    ]);
    return { makePdf, library, text, stocks: new Map(paths.map((path, index) => [path, faces[index]])) };
  }

  /** @param {boolean} busy */
  #setBusy(busy) {
    this.#busy = busy;
    this.button.textContent = busy ? "Bezig …" : "Download de PDF";
    this.button.setAttribute("aria-disabled", String(busy));
  }

  /** @param {Blob} file @param {Pile[]} piles */
  #hand(file, piles) {
    const again = h("button", { type: "button", class: "knop-plat" }, "Download hem nog eens");
    again.addEventListener("click", () => handOver(file, NAME));
    this.done.replaceChildren(`De PDF staat bij je downloads: ${paper(piles).join(", ")}. `, again);
    handOver(file, NAME);
  }
}
