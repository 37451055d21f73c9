// What a plan adds up to: how long, what to bring, which cards to print, and what somebody with experience would say.

import { find, from, h, told } from "../samen/dom.js";
import { root } from "../samen/site.js";
import { amount } from "../samen/words.js";
import { advice } from "./advies.js";
import { refill } from "./opnieuw.js";
import { deckName, decks, materials, pick, tellBusy, tellPlan } from "./telling.js";

/** @typedef {import("./staat.js").Staat} Staat */

export class Overzicht {
  /** @type {Set<string>} lines of advice that were put away */
  #away = new Set();

  /** @param {HTMLElement} page @param {Staat} state */
  constructor(page, state) {
    this.page = page;
    this.state = state;
    this.bar = find(page, ".plan-balk");
    this.advice = find(page, ".plan-advies");
    this.needed = find(page, ".plan-nodig");
    this.advice.addEventListener("click", (event) => {
      const button = from(event, "[data-advies]");
      if (!button) return;
      this.#away.add(told(button, "advies"));
      this.#advise();
      state.say("Dit advies is weg.", true);
    });
    state.onChange((other) => {
      if (other) this.#away.clear();
      this.show();
    });
  }

  show() {
    const { plan, undoable, redoable } = this.state;
    find(this.bar, ".plan-telt").textContent = tellPlan(plan);
    find(this.bar, ".plan-bezig").textContent = tellBusy(plan, this.state.aanbod);
    for (const [name, step] of Object.entries({ undo: undoable, redo: redoable })) {
      const button = find(this.bar, `[data-doe="${name}"]`);
      find(button, "span").textContent = step === undefined ? "" : `: ${step}`;
      button.setAttribute("aria-disabled", String(step === undefined));
      // In the bar there may be no room for all of it.
      button.title = button.textContent;
    }
    find(this.bar, ".plan-terug").hidden = undoable === undefined && redoable === undefined;
    this.#need();
    this.#advise();
  }

  #advise() {
    const lines = advice(this.state.plan, this.state.aanbod).filter(({ id }) => !this.#away.has(id));
    refill(
      this.advice,
      lines.map(({ id, zin, van }) => {
        const card = van ? this.state.aanbod.card(van) : null;
        const link = card
          ? [
              " ",
              h(
                "a",
                { href: card.adres, target: "_blank", rel: "noopener" },
                "Waarom?",
                h("span", { class: "vh" }, ` (${card.titel}, in een nieuw tabblad)`),
              ),
            ]
          : [];
        const away = h(
          "button",
          { type: "button", class: "knop-plat", "data-advies": id, "aria-label": `Zet weg: ${zin}` },
          "Zet weg",
        );
        return h("li", {}, h("p", {}, zin, ...link), away);
      }),
      this.needed.hidden ? find(this.page, "#je-draaiboek") : find(this.needed, "h2"),
    );
  }

  #need() {
    const { plan, aanbod } = this.state;
    const bring = materials(plan.bijeenkomsten, aanbod, plan.groep);
    const cards = decks(plan.bijeenkomsten, aanbod);
    find(this.needed, ".plan-spullen h3").textContent = plan.groep
      ? `Spullen voor ${amount(plan.groep, "mens", "mensen")}`
      : "Spullen";
    find(this.needed, ".plan-spullen").hidden = !bring.length;
    find(this.needed, ".plan-spullen ul").replaceChildren(...bring.map((one) => h("li", {}, one)));
    for (const [name, needed] of /** @type {[string, boolean][]} */ ([
      [".plan-kaarten", true],
      [".plan-kaarten-erbij", false],
    ])) {
      const part = find(this.needed, name);
      const some = cards.filter((one) => one.needed === needed);
      part.hidden = !some.length;
      find(part, "ul").replaceChildren(...some.map(toPrint));
      const choice = pick(some);
      const link = find(part, ".knop", HTMLAnchorElement);
      link.hidden = !choice;
      link.href = new URL(`kaarten/zelf-kiezen/#${choice}`, root).href;
    }
    this.needed.hidden = !bring.length && !cards.length;
  }
}

/** @param {import("./telling.js").Stapel} one */
const toPrint = (one) =>
  h(
    "li",
    {},
    h(
      "a",
      { href: new URL(one.adres, root).href, target: "_blank", rel: "noopener" },
      deckName(one),
      h("span", { class: "vh" }, " (in een nieuw tabblad)"),
    ),
    `: ${one.doel[0].toLowerCase()}${one.doel.slice(1)}`,
  );
