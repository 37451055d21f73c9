// The picture on a big screen: one field at a time, then the questions. Arrows go on and back, Escape ends.

import { onBigScreen } from "../../samen/bigscreen.js";
import { find } from "../../samen/dom.js";

/** @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };

export class Beamer {
  /** @type {HTMLElement[]} */
  #slides = [];
  #at = 0;

  /** @param {import("../../samen/steps.js").Page} page */
  constructor(page) {
    this.dialog = find(page.root, ".team-beamer", HTMLDialogElement);
    this.screen = onBigScreen(this.dialog);
    this.place = find(page.root, ".team-dia");
    this.buttons = { back: page.button("vorige"), on: page.button("volgende") };
    page.on("vorige", () => this.#turn(-1));
    page.on("volgende", () => this.#turn(1));
    page.on("sluit", () => this.close());
    this.dialog.addEventListener("keydown", (event) => {
      const step = STEPS[event.key];
      if (!step) return;
      event.preventDefault();
      this.#turn(step);
    });
    this.dialog.addEventListener("close", () => this.place.replaceChildren());
  }

  /** @param {HTMLElement[]} slides */
  open(slides) {
    this.#slides = slides;
    this.#at = 0;
    this.screen.fill();
    this.#turn(0);
  }

  close() {
    if (this.dialog.open) this.dialog.close();
  }

  /** @param {number} step */
  #turn(step) {
    const last = this.#slides.length - 1;
    this.#at = Math.min(Math.max(this.#at + step, 0), last);
    this.place.replaceChildren(this.#slides[this.#at].cloneNode(true));
    this.buttons.back.disabled = this.#at === 0;
    this.buttons.on.disabled = this.#at === last;
    this.place.focus();
  }
}
