// Cards that somebody writes: what that takes is fetched only when it is asked for.

import { find, h, told } from "../../samen/dom.js";
import { picture } from "../druk/nearby.js";

/** @typedef {import("../keuze.js").Choice} Choice */

/** Once the style of a part is there, before which the part would be a heap; without its style all in it works. @param {HTMLElement} part */
function dressed(part) {
  const style = h("link", { rel: "stylesheet", href: told(part, "stijl") });
  part.append(style);
  return new Promise((done) => {
    style.onload = style.onerror = done;
  });
}

export class Zelf {
  /** @type {import("./bord.js").Bord | null} */
  #board = null;
  /** @type {Promise<void> | null} */
  #coming = null;
  /** @type {Promise<unknown> | undefined} asked for once, also when all else has to be asked for again */
  #dressed;

  /**
   * @param {HTMLElement} page
   * @param {import("../druk/maker.js").Maker} maker
   * @param {import("../keuze.js").Offer} offer
   * @param {{ choice: () => Choice, changed: () => void }} act
   */
  constructor(page, maker, offer, act) {
    this.part = find(page, ".kies-zelf", HTMLDetailsElement);
    this.maker = maker;
    this.offer = offer;
    this.act = act;
    this.part.hidden = false;
    this.part.addEventListener("toggle", () => this.#begin());
  }

  async #begin() {
    try {
      await this.ready();
    } catch (error) {
      this.maker.notFetched(error, () => this.#begin());
    }
  }

  /** Once what somebody wrote, or is about to write, can come on its cards; rejects when what that takes doesn't come. */
  async ready() {
    if (this.#board || (!this.part.open && !this.act.choice().geschreven.size)) return;
    this.#coming ??= this.#fetch();
    try {
      await this.#coming;
    } finally {
      this.#coming = null;
    }
  }

  async #fetch() {
    const { stock } = this.maker;
    this.#dressed ??= dressed(this.part);
    const [{ Bord }, press] = await Promise.all([import("./bord.js"), stock.writing(), this.#dressed]);
    this.#board = new Bord(this.part, press, stock, this.offer, this.act);
    this.act.changed();
  }

  /** Have a chosen card in the form, to be written otherwise. @param {string} id */
  async adapt(id) {
    this.part.open = true;
    try {
      const [texts] = await Promise.all([this.maker.stock.texts(), this.ready()]);
      this.#board?.adapt(id, texts[id]);
    } catch (error) {
      this.maker.notFetched(error, () => this.adapt(id));
    }
  }

  /** Show what was written, and have it printed. @param {import("../druk/voorraad.js").Catalogue | null} catalogue */
  show(catalogue) {
    if (this.#board) this.#board.show(catalogue);
    else this.#begin();
  }

  /** What was written may be something else than it was. */
  forget() {
    this.#board?.forget();
  }

  /** Whether it is not yet known how what was written comes on its cards. */
  get waits() {
    return !this.#board && this.act.choice().geschreven.size > 0;
  }

  /** The picture of a side, with what somebody wrote on it. @param {string} size @param {string} card @param {string} side */
  picture(size, card, side) {
    return this.#board?.picture(size, card, side) ?? picture(this.maker.stock.picture(size, card, side));
  }

  /** What writes on the cards of a PDF; undefined when nothing is written on them. @param {import("../druk/vellen.js").Pile[]} piles */
  async writing(piles) {
    return this.#board?.writing(piles);
  }
}
