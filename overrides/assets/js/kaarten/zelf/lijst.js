// The cards that somebody wrote: each to be ticked, changed and wiped.

import { from, h, told } from "../../samen/dom.js";
import { nameOf } from "../geschreven.js";

/** @typedef {import("../geschreven.js").Written} Written */

export class Lijst {
  /** @param {import("../keuze.js").Offer} offer @param {{ edit: (id: string) => void, remove: (id: string) => void }} act */
  constructor(offer, act) {
    this.offer = offer;
    // Of the same kind as the lists of the sets, so that a tick does the same.
    this.list = h("ul", { class: "kies-lijst kies-zelf-lijst" });
    this.heading = h("h3", { tabindex: "-1" }, "Jouw eigen kaarten");
    this.element = h("div", { hidden: "" }, this.heading, this.list);
    this.list.addEventListener("click", (event) => {
      const button = from(event, "button");
      const row = from(event, "li");
      if (button && row) act[told(button, "doe") === "verander" ? "edit" : "remove"](told(row, "id"));
    });
  }

  focus() {
    this.heading.focus({ preventScroll: true });
  }

  /** Cards may say something else than they did. */
  forget() {
    this.list.replaceChildren();
  }

  /** @param {Map<string, Written>} written @param {Set<string>} chosen @param {(card: Written) => string} trouble a sentence, or nothing */
  show(written, chosen, trouble) {
    this.element.hidden = !written.size;
    const before = new Map(
      [...this.list.children].map((row) => [row instanceof HTMLElement ? row.dataset.id : "", row]),
    );
    const rows = [...written].map(
      ([id, card]) => before.get(id) ?? this.#row(id, card, card.groot ? trouble(card) : ""),
    );
    // What is moved in the page loses the focus.
    if (rows.some((row, at) => this.list.children[at] !== row) || rows.length !== this.list.children.length) {
      this.list.replaceChildren(...rows);
    }
    for (const box of this.list.querySelectorAll("input")) box.checked = chosen.has(box.value);
  }

  /** @param {string} id @param {Written} card @param {string} trouble */
  #row(id, card, trouble) {
    const name = nameOf(card);
    /** @param {string} act @param {string} words */
    const button = (act, words) =>
      h("button", { type: "button", class: "knop stil", "data-doe": act, "aria-label": `${words}: ${name}` }, words);
    const label = h(
      "label",
      {},
      h("input", { type: "checkbox", value: id }),
      h(
        "span",
        {},
        h("span", { class: "naam" }, name),
        " ",
        h("small", {}, this.offer.decks.get(card.set)?.naam ?? ""),
      ),
    );
    const buttons = [card.groot ? button("verander", "Verander") : "", button("wis", "Wis")];
    return h(
      "li",
      { "data-id": id },
      label,
      ...(trouble ? [h("p", { class: "kies-zelf-fout" }, `Deze kaart komt nog niet in de PDF. ${trouble}`)] : []),
      h("span", { class: "kies-zelf-knoppen" }, ...buttons),
    );
  }
}
