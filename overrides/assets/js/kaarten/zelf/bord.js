// Writing cards: the form, what was written with it, and how that comes on paper and on the screen.

import { h } from "../../samen/dom.js";
import { say } from "../../samen/say.js";
import { amount } from "../../samen/words.js";
import { MOST_CARDS, isWritten, nameOf, nextNumber, offerWritten } from "../geschreven.js";
import { loosen } from "../keuze.js";
import { drawnSide } from "./beeld.js";
import { Bestand } from "./bestand.js";
import { Formulier } from "./formulier.js";
import { Lijst } from "./lijst.js";
import { Setter } from "./zetten.js";

/** @typedef {import("../geschreven.js").Written} Written */
/** @typedef {import("../druk/voorraad.js").Catalogue} Catalogue */
/** @typedef {ReturnType<Setter["set"]>} Result */

export class Bord {
  /** @type {WeakMap<Written, Map<string, Result>>} by size */
  #set = new WeakMap();
  #last = 0;

  /**
   * @param {HTMLDetailsElement} part to fill
   * @param {import("./zetten.js").Told} press
   * @param {import("../druk/voorraad.js").Stock} stock
   * @param {import("../keuze.js").Offer} offer
   * @param {{ choice: () => import("../keuze.js").Choice, changed: () => void }} act
   */
  constructor(part, press, stock, offer, act) {
    this.setter = new Setter(press);
    this.stock = stock;
    this.offer = offer;
    this.act = act;
    this.count = part.querySelector(".tel");
    this.status = h("p", { role: "status", class: "kies-zelf-stand" });
    /** @type {Catalogue | null} */
    this.catalogue = null;
    this.form = new Formulier(offer, this.setter, {
      draw: (card, side) => this.#drawn(card, this.#usual(card.set), side),
      add: (card) => this.add([card], "De kaart staat nu bij jouw kaarten."),
      change: (id, card) => this.#change(id, card),
      blanks: (set, count) => this.#blanks(set, count),
      // What went well before reads as if it is about this.
      refused: () => say(this.status, ""),
    });
    this.list = new Lijst(offer, {
      edit: (id) => this.adapt(id),
      remove: (id) => this.#remove(id),
    });
    this.file = new Bestand(
      offer,
      () => [...this.#written.values()],
      (cards) => this.#opened(cards),
    );
    part.append(this.form.element, this.status, this.list.element, this.file.element);
  }

  get #written() {
    return this.act.choice().geschreven;
  }

  /** The size in which a deck is meant. @param {string} set */
  #usual(set) {
    return this.offer.decks.get(set)?.maat ?? this.setter.sizesOf(set)[0];
  }

  /** @param {Written} card @param {string} size */
  #result(card, size) {
    const known = this.#set.get(card) ?? new Map();
    this.#set.set(card, known);
    if (!known.has(size)) known.set(size, this.setter.set(card, size));
    return /** @type {Result} */ (known.get(size));
  }

  // What is written

  /** @param {Written[]} cards @param {string} sentence what to say of it */
  add(cards, sentence) {
    const room = MOST_CARDS - this.#written.size;
    if (cards.length > room) {
      say(this.status, `Er kunnen hoogstens ${MOST_CARDS} eigen kaarten zijn. Wis er eerst een paar.`);
      return false;
    }
    for (const card of cards) this.#put(card);
    this.#changed(sentence);
    return true;
  }

  /** @param {Written} card @returns {string} its id */
  #put(card) {
    this.#last = nextNumber(this.#written, this.#last);
    const id = `zelf-${this.#last}`;
    this.#written.set(id, card);
    this.act.choice().kaarten.add(id);
    return id;
  }

  /**
   * Have a card in the form: one that somebody wrote, or one of a set, of which the form makes a card to take its place.
   * @param {string} id @param {string[]} [texts] what is on it; of what somebody wrote that is known
   */
  adapt(id, [groot, klein, achter] = []) {
    const card = this.#written.get(id) ?? { set: this.#styleOf(id), groot, klein, achter };
    this.form.edit(id, card);
  }

  /** The smallest set with a card of which one can write cards: it may have a line that all its cards are about. @param {string} id */
  #styleOf(id) {
    const home = this.offer.decks.get(this.offer.cards.get(id)?.deck ?? "");
    const fits = home ? [home, ...home.delen].filter(({ zelf, alle }) => zelf && alle.includes(id)) : [];
    return fits.sort((one, other) => one.alle.length - other.alle.length)[0].id;
  }

  /** A card that changes gets an id of its own, in the same place: nothing that is known by the old one is true of it. @param {string} id @param {Written} card */
  #change(id, card) {
    const choice = this.act.choice();
    const before = [...choice.geschreven.keys()];
    const order = [...choice.kaarten];
    const chosen = choice.kaarten.has(id);
    const now = this.#put(card);
    if (chosen) choice.kaarten = new Set(order.map((one) => (one === id ? now : one)));
    else if (isWritten(id)) choice.kaarten.delete(now);
    const cards = isWritten(id) ? before.map((one) => (one === id ? now : one)) : [...before, now];
    choice.geschreven = new Map(cards.map((one) => [one, /** @type {Written} */ (choice.geschreven.get(one))]));
    loosen(choice, this.offer);
    this.#changed(isWritten(id) ? "De kaart is veranderd." : "Jouw kaart ligt nu in plaats van die uit de set.");
    return true;
  }

  /** @param {string} id */
  #remove(id) {
    const card = this.#written.get(id);
    if (!card) return;
    this.#written.delete(id);
    this.act.choice().kaarten.delete(id);
    this.form.check(this.#written);
    this.#changed("");
    const back = h("button", { type: "button", class: "knop stil" }, "Zet terug");
    back.addEventListener("click", () => {
      this.add([card], "De kaart is terug.");
      this.list.focus();
    });
    this.status.replaceChildren(`‘${nameOf(card)}’ is gewist. `, back);
    if (this.#written.size) this.list.focus();
    else back.focus();
  }

  /** @param {string} set @param {number} count */
  #blanks(set, count) {
    const cards = Array.from({ length: count }, () => ({ set, groot: "", klein: "", achter: "" }));
    return this.add(cards, `${amount(count, "lege kaart", "lege kaarten")} erbij.`);
  }

  /** @param {Written[]} cards from a file */
  #opened(cards) {
    const there = new Set([...this.#written.values()].map((card) => JSON.stringify(card)));
    const more = cards.filter((card) => !card.groot || !there.has(JSON.stringify(card)));
    const known = cards.length - more.length;
    const also = known ? ` ${known === 1 ? "Eén stond" : `${known} stonden`} er al.` : "";
    this.add(more, `${amount(more.length, "kaart", "kaarten")} uit het bestand erbij.${also}`);
  }

  /** @param {string} sentence */
  #changed(sentence) {
    offerWritten(this.#written, this.offer);
    this.act.changed();
    say(this.status, sentence);
  }

  // What is shown and printed

  /** What was written may be something else than it was. */
  forget() {
    this.list.forget();
    this.form.check(this.#written);
  }

  /** @param {Catalogue | null} catalogue */
  show(catalogue) {
    this.catalogue = catalogue;
    if (catalogue) this.#enter(catalogue);
    const { geschreven, kaarten } = this.act.choice();
    if (this.count) this.count.textContent = geschreven.size ? amount(geschreven.size, "kaart", "kaarten") : "";
    this.list.show(geschreven, kaarten, (card) => this.#result(card, this.#usual(card.set)).trouble?.sentence ?? "");
    this.file.show(geschreven.size);
  }

  /** Tell the catalogue where what was written lies, in each size in which it fits. @param {Catalogue} catalogue */
  #enter({ maten }) {
    for (const [size, { kaarten, voorraad }] of Object.entries(maten)) {
      for (const id of Object.keys(kaarten)) if (isWritten(id)) delete kaarten[id];
      for (const [id, card] of this.#written) {
        const frame = this.setter.told.maten[size]?.[card.set];
        if (!frame) continue;
        if (isBlank(card)) kaarten[id] = kaarten[`${card.set}-leeg-1`];
        else if (!this.#result(card, size).trouble) kaarten[id] = [voorraad.indexOf(card.set), frame.blad];
      }
    }
  }

  /** @param {Written} card @param {string} size @param {"voor" | "achter"} side */
  #drawn(card, size, side) {
    const { faces } = this.#result(card, size);
    const measure = this.catalogue?.maten[size].kaart ?? [1, 1];
    return drawnSide(this.stock.picture(size, `${card.set}-zelf`, side), measure, faces[side]);
  }

  /** @param {string} size @param {string} id @param {string} side @returns {Element | undefined} */
  picture(size, id, side) {
    const card = this.#written.get(id);
    if (!card) return undefined;
    if (!isBlank(card)) return this.#drawn(card, size, side === "voor" ? "voor" : "achter");
    return h("img", { decoding: "async", alt: "", src: this.stock.picture(size, `${card.set}-leeg-1`, side) });
  }

  /** What writes on the cards of a PDF, with the fonts that takes. @param {import("../druk/vellen.js").Pile[]} piles */
  async writing(piles) {
    const written = this.#written;
    /** @param {string} size @param {string} id @param {"voor" | "achter"} side */
    const lines = (size, id, side) => {
      const card = written.get(id);
      if (!card || isBlank(card) || !this.catalogue) return null;
      return { lines: this.#result(card, size).faces[side], card: this.catalogue.maten[size].kaart };
    };
    const sides = /** @type {const} */ (["voor", "achter"]);
    const all = piles.flatMap(({ form, cards }) =>
      cards.flatMap((id) => sides.flatMap((side) => lines(form.maat, id, side)?.lines ?? [])),
    );
    if (!all.length) return undefined;
    const { fontsOf, writing } = await import("./letterpdf.js");
    const names = [...fontsOf(this.setter, all)].map(({ bestand }) => bestand);
    const files = await Promise.all(names.map((name) => this.stock.letters(name)));
    return writing(this.setter, lines, new Map(names.map((name, index) => [name, files[index]])));
  }
}

/** @param {Written} card */
const isBlank = ({ groot, klein, achter }) => !groot && !klein && !achter;
