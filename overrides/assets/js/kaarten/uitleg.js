// The cards that explain the sets of a choice, each to be ticked: whoever leads decides which come along.

import { find, findAll, from, h, rewrite } from "../samen/dom.js";
import { amount } from "../samen/words.js";
import { explainers } from "./keuze.js";

/** @typedef {import("./keuze.js").Choice} Choice */

export class Uitleg {
  /** @param {HTMLElement} page @param {(id: string, wanted: boolean) => void} onChange */
  constructor(page, onChange) {
    this.part = find(page, ".kies-uitleg");
    this.place = find(page, ".kies-uitleg > div");
    this.place.addEventListener("change", (event) => {
      const box = from(event, "input");
      if (box instanceof HTMLInputElement) onChange(box.value, box.checked);
    });
  }

  /**
   * @param {Choice} choice
   * @param {{ explains: Map<string, import("./keuze.js").Deck>, spared: number }} printed which can lie with the cards in their form, and how many sheets fewer it
   *   takes without those that come along
   */
  show(choice, { explains, spared }) {
    this.part.hidden = !explains.size;
    rewrite(
      find(this.part, "p"),
      spared ? `Zonder uitlegkaarten print je ${amount(spared, "vel", "vellen")} minder.` : "",
    );
    const boxes = findAll(this.place, "input", HTMLInputElement);
    if (String(boxes.map(({ value }) => value)) !== String([...explains.keys()])) {
      this.place.replaceChildren(
        ...[...explains].map(([id, deck]) =>
          h(
            "label",
            {},
            h("input", { type: "checkbox", value: id }),
            id === deck.spelregels ? `Spelregels bij ${deck.naam}` : deck.naam,
          ),
        ),
      );
    }
    for (const box of findAll(this.place, "input", HTMLInputElement)) {
      box.checked = choice.uitleg && !choice.zonder.has(box.value);
    }
  }
}

/** Have a card that explains come along or not. @param {Choice} choice @param {import("./keuze.js").Offer} offer @param {string} id @param {boolean} wanted */
export function want(choice, offer, id, wanted) {
  // Of all that stay out, only this one comes.
  if (!choice.uitleg) choice.zonder = new Set(explainers(choice, offer).keys());
  choice.uitleg = true;
  choice.zonder[wanted ? "delete" : "add"](id);
}
