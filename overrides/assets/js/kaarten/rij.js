// The chosen cards in the order in which they print: to see what is chosen, to take one out, and to put them in another order
// by buttons or by dragging.

import { find, findAll, from, h, hide, told } from "../samen/dom.js";
import { draggable } from "../samen/drag.js";
import { say } from "../samen/say.js";
import { amount } from "../samen/words.js";

export class Rij {
  /** @type {string[]} */
  #ids = [];
  /** @type {Map<string, HTMLElement>} */
  #rows = new Map();

  /**
   * @param {HTMLElement} page
   * @param {import("./keuze.js").Offer} offer
   * @param {{ order: (ids: string[]) => void, remove: (id: string) => void, adapt: (id: string) => void,
   *   back: () => void }} act
   */
  constructor(page, offer, act) {
    this.page = page;
    this.offer = offer;
    this.act = act;
    this.part = find(page, ".kies-rij", HTMLDetailsElement);
    this.list = find(page, ".kies-rij ol");
    this.told = find(page, ".kies-rij-stand");
    this.part.addEventListener("toggle", () => this.#draw());
    this.list.addEventListener("click", (event) => {
      const button = from(event, "button");
      const row = from(event, "li");
      if (button && row) this.#press(told(row, "id"), told(button, "stap"));
    });
    draggable(this.list, ".kies-greep", (id, to) => {
      this.act.order(this.#ids.filter((one) => one !== id).toSpliced(to, 0, id));
    });
    find(page, '[data-doe="sets"]').addEventListener("click", () => act.back());
  }

  /** @param {string[]} ids in the order in which they print @param {boolean} own whether that is an order of one's own */
  show(ids, own) {
    this.#ids = ids;
    find(this.part, "summary .tel").textContent = ids.length ? amount(ids.length, "kaart", "kaarten") : "nog geen";
    hide(find(this.part, ".kies-rij-sets"), !own, find(this.part, "summary"));
    find(this.part, ".kies-rij-leeg").hidden = ids.length > 0;
    this.#draw();
  }

  /** Cards may be called otherwise than they were. */
  forget() {
    this.#rows.clear();
  }

  /** Who comes by a link sees at once what is in it. @param {boolean} some whether it chooses anything */
  welcome(some) {
    find(this.part, ".kies-rij-link").hidden = !some;
    if (some && !this.part.open && scrollY === 0) {
      this.part.open = true;
      this.part.scrollIntoView();
    }
  }

  #draw() {
    if (!this.part.open) return;
    const focused = document.activeElement;
    const rows = this.#ids.map((id) => this.#row(id));
    this.list.replaceChildren(...rows);
    for (const [at, row] of rows.entries()) {
      const [up, down] = findAll(row, ".kies-rij-knoppen button", HTMLButtonElement);
      up.disabled = at === 0;
      down.disabled = at === rows.length - 1;
    }
    // What is moved in the page loses the focus; at an end the button to go on is of no use any more.
    if (!(focused instanceof HTMLButtonElement) || !this.list.contains(focused)) return;
    const other = [...(focused.parentElement?.querySelectorAll("button") ?? [])].find((one) => !one.disabled);
    (focused.disabled ? other : focused)?.focus({ preventScroll: true });
  }

  /** @param {string} id */
  #row(id) {
    const known = this.#rows.get(id);
    if (known) return known;
    const card = this.offer.cards.get(id);
    const deck = this.offer.decks.get(card?.deck ?? "");
    const name = card?.naam ?? id;
    /** @param {string} step @param {string} sign @param {string} words */
    const button = (step, sign, words) =>
      h("button", { type: "button", class: "knop stil", "data-stap": step, "aria-label": `${words}: ${name}` }, sign);
    const adapt = h(
      "button",
      { type: "button", class: "knop-plat", "data-stap": "aan", "aria-label": `Pas aan: ${name}` },
      "Pas aan",
    );
    const row = h(
      "li",
      { "data-id": id },
      h("span", { class: "kies-greep", "aria-hidden": "true", title: "Sleep om te verplaatsen" }, "⠿"),
      h("span", { class: "naam" }, name, " ", h("small", {}, deck?.naam ?? ""), ...(deck?.zelf ? [adapt] : [])),
      h(
        "span",
        { class: "kies-rij-knoppen" },
        button("-1", "↑", "Naar voren"),
        button("1", "↓", "Naar achteren"),
        button("weg", "×", "Wis"),
      ),
    );
    this.#rows.set(id, row);
    return row;
  }

  /** @param {string} id @param {string} step */
  #press(id, step) {
    if (step === "aan") {
      this.act.adapt(id);
      return;
    }
    const at = this.#ids.indexOf(id);
    const name = this.offer.cards.get(id)?.naam ?? id;
    if (step === "weg") {
      const next = this.#ids[at + 1] ?? this.#ids[at - 1];
      this.act.remove(id);
      say(this.told, `${name} is weg.`);
      const button = next && find(this.#row(next), '[data-stap="weg"]');
      (button || find(this.part, "summary")).focus();
      return;
    }
    const to = at + Number(step);
    if (to < 0 || to >= this.#ids.length) return;
    this.act.order(this.#ids.with(at, this.#ids[to]).with(to, id));
    say(this.told, `${name} is nu kaart ${to + 1} van ${this.#ids.length}.`);
  }
}
