// Pick your own cards: ticks and settings become a choice; the choice an address, a preview and a PDF.

import { readOffer } from "./kaarten/aanbod.js";
import { Bewaard } from "./kaarten/bewaard.js";
import { Maker } from "./kaarten/druk/maker.js";
import { framePicture } from "./kaarten/druk/nearby.js";
import { Preview } from "./kaarten/druk/voorbeeld.js";
import { Stock } from "./kaarten/druk/voorraad.js";
import { Filters } from "./kaarten/filters.js";
import { MOST_MM, deckOf, inOrder, isShift, loosen, nothing, readChoice, writeChoice } from "./kaarten/keuze.js";
import { Rij } from "./kaarten/rij.js";
import { pilesOf } from "./kaarten/stapel.js";
import { tellChoice, tellSets } from "./kaarten/telling.js";
import { Uitleg, want } from "./kaarten/uitleg.js";
import { Vorm } from "./kaarten/vorm.js";
import { Zelf } from "./kaarten/zelf/zelf.js";
import { pushState } from "./samen/address/entry.js";
import { readChoices, writeFragment } from "./samen/address/fragment.js";
import { find, findAll, from, told } from "./samen/dom.js";
import { amount } from "./samen/words.js";

/** @typedef {import("./kaarten/aanbod.js").SetPart} SetPart */

const BACK = "Je keuze is gewist. Ga terug in je browser, dan staat die er weer.";
const TOO_FAR = `De verschuiving is een getal tussen −${MOST_MM} en ${MOST_MM} mm. Meet nog eens met het proefvel.`;

class Kiezer {
  #choice = nothing();
  #later = 0;

  /** @param {HTMLElement} page */
  constructor(page) {
    const { offer, sets } = readOffer(page);
    this.page = page;
    this.offer = offer;
    this.sets = sets;
    /** @param {string} name */
    const address = (name) => new URL(told(page, name), document.baseURI).href;
    const stock = new Stock(address("kaarten"), address("bibliotheek"));
    this.preview = new Preview(
      find(page, ".kies-voorbeeld"),
      (...face) => this.zelf.picture(...face),
      (ids) => this.#names(ids),
    );
    this.filters = new Filters(page, sets, stock, () => this.#tellSets());
    this.maker = new Maker(
      page,
      stock,
      () => this.#order(),
      () => this.zelf.ready(),
    );
    const choice = () => this.#choice;
    this.zelf = new Zelf(page, this.maker, offer, { choice, changed: () => this.#changed() });
    this.bewaard = new Bewaard(page, offer, { choice, address: () => this.#writeAddress() });
    this.vorm = new Vorm(page, () => this.#settings());
    this.uitleg = new Uitleg(page, (id, wanted) => {
      want(this.#choice, offer, id, wanted);
      this.#changed();
    });
    this.rij = new Rij(page, offer, {
      order: (ids) => this.#arrange(ids),
      remove: (id) => this.#choose([id], false),
      adapt: (id) => this.zelf.adapt(id),
      back: () => this.#arrange(null),
    });
    find(page, ".zonder-script").remove();
    for (const part of findAll(page, ".kies-filters, .kies-hele, .kies-delen, .kies-rij, .kies-vellen, .kies-balk")) {
      part.hidden = false;
    }
    for (const { box, facts } of sets.flatMap(({ rows }) => rows)) {
      framePicture(box, facts.kaart, stock.picture(facts.maat, box.value, "voor"));
    }
    this.#listen();
    this.filters.apply();
    this.#restore();
    this.maker.begin(() => {
      this.zelf.show(this.maker.catalogue);
      this.#tell();
      this.#draw();
    });
  }

  #listen() {
    find(this.page, ".kies-kaarten").addEventListener("change", (event) => {
      const box = from(event, ".kies-lijst input");
      if (box instanceof HTMLInputElement) this.#choose([box.value], box.checked);
    });
    for (const set of this.sets) {
      set.whole.addEventListener("click", () => this.#chooseSet(set));
      for (const piece of set.pieces) piece.addEventListener("click", () => this.#choosePart(told(piece, "set")));
    }
    find(this.page, '[data-doe="mee"]').addEventListener("click", () => {
      this.#choice.mee = !this.#choice.mee;
      this.#changed();
    });
    find(this.page, '[data-doe="kijk"]').addEventListener("click", () => this.#look());
    find(this.page, '[data-doe="leeg"]').addEventListener("click", () => this.#startAgain());
    addEventListener("hashchange", () => this.#restore());
  }

  // What is chosen

  /** @param {string[]} ids @param {boolean} chosen */
  #choose(ids, chosen) {
    for (const id of ids) this.#choice.kaarten[chosen ? "add" : "delete"](id);
    loosen(this.#choice, this.offer);
    this.#changed();
  }

  /** The cards that the button of a set is about: all of them, or while filtering those in sight. @param {SetPart} set */
  #meant(set) {
    return this.filters.active ? this.filters.inSight(set) : set.all;
  }

  /** @param {SetPart} set */
  #chooseSet(set) {
    const ids = this.#meant(set);
    const all = ids.every((id) => this.#choice.kaarten.has(id));
    if (!all && ids.length === set.all.length) this.#choice.sets.add(set.id);
    this.#choose(ids, !all);
  }

  /** @param {string} set */
  #choosePart(set) {
    const chosen = !this.#choice.sets.has(set);
    if (chosen) this.#choice.sets.add(set);
    this.#choose(deckOf(this.offer, set).alle, chosen);
  }

  #startAgain() {
    // What somebody wrote is more than a choice: it stays, to be wiped by itself.
    const rest = { ...nothing(), geschreven: this.#choice.geschreven };
    const wipes = writeChoice(rest, this.offer) !== writeChoice(this.#choice, this.offer);
    // The only change that is a step in the history: one wrong press may wipe the choice of an hour.
    if (wipes) {
      this.#writeAddress();
      pushState(history.state);
    }
    this.#choice = rest;
    this.vorm.fill(rest);
    this.#changed();
    this.#writeAddress();
    if (wipes) this.maker.done.textContent = BACK;
    find(this.page, ".kies-set summary").focus();
  }

  /** @param {string[] | null} ids all that is chosen, in an order of one's own; null for that of the sets */
  #arrange(ids) {
    if (ids) this.#choice.kaarten = new Set(ids);
    this.#choice.eigen = ids !== null;
    this.#changed();
  }

  #settings() {
    this.vorm.read(this.#choice);
    this.#changed();
    if (!this.#choice.schuif.every(isShift)) this.maker.complain(TOO_FAR);
  }

  // The address

  #restore() {
    // The name of a place on the page leaves the choice as it is.
    if (location.hash.slice(1) && !readChoices(location.hash)) {
      this.#writeAddress();
      return;
    }
    const { choice, trouble } = readChoice(location.hash, this.offer);
    this.#choice = choice;
    for (const part of [this.rij, this.preview, this.zelf]) part.forget();
    this.vorm.fill(choice);
    // Who comes by a link sees at once what is in it.
    this.rij.welcome(choice.kaarten.size > 0);
    this.#changed({ address: false });
    if (choice.omslaan === "kort" || choice.schuif.some(Boolean)) {
      find(this.page, ".kies-printer", HTMLDetailsElement).open = true;
    }
    if (trouble) this.maker.complain(trouble);
  }

  #writeAddress() {
    writeFragment(writeChoice(this.#choice, this.offer));
  }

  // What is shown and made

  #changed({ address = true } = {}) {
    for (const { box } of this.sets.flatMap(({ rows }) => rows)) box.checked = this.#choice.kaarten.has(box.value);
    this.maker.clear();
    this.bewaard.show();
    this.zelf.show(this.maker.catalogue);
    this.rij.show(inOrder(this.#choice, this.offer), this.#choice.eigen);
    this.#tellSets();
    this.#tell();
    clearTimeout(this.#later);
    // Not at each tick of many: browsers limit how often an address may change, and pictures take their time.
    this.#later = setTimeout(() => {
      if (address) this.#writeAddress();
      this.#draw();
    }, 150);
  }

  get #printed() {
    const { catalogue } = this.maker;
    return catalogue && !this.zelf.waits
      ? pilesOf(this.#choice, this.offer, catalogue)
      : { piles: [], explaining: 0, spared: 0, explains: new Map(), blanks: 0, absent: [], other: [] };
  }

  get #edge() {
    return this.#choice.omslaan === "kort" ? "short" : "long";
  }

  #tellSets() {
    tellSets(this.sets, this.#choice, this.filters, (set) => this.#meant(set));
  }

  #tell() {
    const { kaarten, mee } = this.#choice;
    const printed = this.#printed;
    this.uitleg.show(this.#choice, printed);
    tellChoice(this.page, kaarten.size, printed, (ids) => this.#names(ids), mee);
  }

  /** @param {string[]} ids of cards */
  #names(ids) {
    return ids.map((id) => this.offer.cards.get(id)?.naam ?? id);
  }

  #draw() {
    const { catalogue } = this.maker;
    if (!catalogue || this.zelf.waits) return;
    find(this.page, ".kies-voorbeeld").classList.toggle("grijs", this.#choice.zwart);
    this.preview.show(this.#printed.piles, catalogue, this.#edge);
  }

  #look() {
    const heading = find(this.page, "#kies-vellen");
    heading.focus({ preventScroll: true });
    heading.scrollIntoView();
  }

  /** What to make of this choice, or why nothing can be made. @returns {import("./kaarten/druk/maker.js").Order | string} */
  #order() {
    const { kaarten, schuif, zwart } = this.#choice;
    if (!kaarten.size) return "Kies eerst een kaart.";
    if (!schuif.every(isShift)) return TOO_FAR;
    const { piles, absent } = this.#printed;
    if (this.maker.catalogue && !this.zelf.waits && !piles.length) {
      return "Geen van je kaarten is er in dit formaat. Kies een ander formaat, of print ze in hun eigen formaat.";
    }
    const title = `${amount(kaarten.size - absent.length, "kaart", "kaarten")}, zelf gekozen`;
    /** @type {import("./kaarten/druk/pdf.js").Wishes} */
    const wishes = { title, edge: this.#edge, drift: schuif, grey: zwart };
    return { piles, wishes, writing: () => this.zelf.writing(piles) };
  }
}

customElements.define(
  "kaarten-kiezer",
  class extends HTMLElement {
    connectedCallback() {
      new Kiezer(this);
    }
  },
);
