// What to do with a choice: copy its link, keep it on this device for who asks for it, and take it from there.

import { writeFragment } from "../samen/address/fragment.js";
import { copiesOnPress } from "../samen/clipboard.js";
import { find, h, hide } from "../samen/dom.js";
import { say } from "../samen/say.js";
import { tooLong } from "../samen/words.js";
import { inOrder, writeChoice } from "./keuze.js";
import { goAlong, keep, kept, whenKeptElsewhere, withCards } from "./mijn.js";

/** @typedef {import("./keuze.js").Choice} Choice */

export class Bewaard {
  /** What was kept when that was last told. */
  #told = kept();

  /**
   * @param {HTMLElement} page
   * @param {import("./keuze.js").Offer} offer
   * @param {{ choice: () => Choice, address: () => void }} act address puts the choice into the address
   */
  constructor(page, offer, { choice, address }) {
    this.offer = offer;
    this.choice = choice;
    this.status = find(page, ".gekopieerd");
    this.link = find(page, '[data-doe="link"]');
    copiesOnPress(this.link, this.status, () => {
      address();
      return location.href;
    });
    /** @param {string} words @param {() => void} act */
    const button = (words, act) => {
      const made = h("button", { type: "button", class: "knop stil" }, words);
      made.addEventListener("click", act);
      return made;
    };
    this.keep = button("Bewaar op dit apparaat", () => this.#keep());
    // By the address, so that the way back leads to the choice of before.
    this.open = button("Open wat je bewaarde", () => {
      const before = kept();
      if (before !== null) location.hash = before;
      else this.#tellAgain("Er staat niets meer op dit apparaat.");
    });
    this.wipe = button("Wis van dit apparaat", () => {
      say(this.status, keep(null) || "Gewist van dit apparaat.");
      this.show();
    });
    this.status.before(this.keep, " ", this.open, " ", this.wipe, " ");
    this.long = h("p", { class: "kies-lang", hidden: "" });
    this.status.parentElement?.after(this.long);
    if (this.#told && !location.hash) writeFragment(this.#told);
    whenKeptElsewhere(() => this.show());
  }

  /** The choice as it is kept: each card by its name, so that a page with some of them knows which. */
  get #written() {
    const choice = this.choice();
    const rest = writeChoice(choice, this.offer).replace(/(^|&)set=[^&]*/, "");
    return withCards(rest, inOrder(choice, this.offer));
  }

  #keep() {
    const before = kept();
    // The button didn't say that this would take its place.
    if (before !== null && before !== this.#told) {
      this.#tellAgain("Er staat al iets anders op dit apparaat.");
      return;
    }
    say(this.status, keep(this.#written) || "Bewaard op dit apparaat.");
    this.show();
  }

  /** @param {string} words about what another page did meanwhile */
  #tellAgain(words) {
    say(this.status, words);
    this.show();
  }

  /** Show what can be done now. */
  show() {
    const before = kept();
    this.#told = before;
    const { kaarten, geschreven } = this.choice();
    const now = this.#written;
    const same = before === now;
    goAlong(now);
    hide(this.keep, same || kaarten.size + geschreven.size === 0, this.link);
    this.keep.textContent = before === null ? "Bewaar op dit apparaat" : "Bewaar dit in plaats van wat er stond";
    hide(this.open, same || before === null, this.link);
    hide(this.wipe, before === null, this.link);
    const over = tooLong(`${location.href.split("#")[0]}#${writeChoice(this.choice(), this.offer)}`);
    this.long.hidden = !over;
    this.long.textContent = `${over} Stuur liever ${geschreven.size ? "het bestand met je eigen kaarten, of " : ""}de PDF.`;
  }
}
