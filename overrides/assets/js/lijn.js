// The line: the radio groups in the page work by themselves; this adds dragging, the place in words, and taking it away.

import { find, findAll, h, rewrite, told, wording } from "./samen/dom.js";

class SpanningsLijn extends HTMLElement {
  connectedCallback() {
    for (const group of findAll(this, "fieldset")) this.#enhance(group);
    const form = find(this, "form", HTMLFormElement);
    // The fields are emptied after the event, so the words follow a tick later.
    form.addEventListener("reset", () => setTimeout(() => this.#tellAll()));
    // Going back may bring the page out of the browser's memory, places and all.
    addEventListener("pageshow", (event) => {
      if (event.persisted) form.reset();
    });
  }

  /** @param {HTMLElement} group */
  #enhance(group) {
    const rail = find(group, ".rail");
    const clear = h("button", { type: "button", class: "weg" }, "Wis mijn plek");
    clear.addEventListener("click", () => {
      find(group, "input:checked", HTMLInputElement).checked = false;
      this.#tell(group);
      find(group, "input").focus();
    });
    find(group, ".stand").append(clear);
    rail.addEventListener("input", () => this.#tell(group));
    this.#drag(rail);
    this.#tell(group);
  }

  /** @param {HTMLElement} rail */
  #drag(rail) {
    const inputs = findAll(rail, "input", HTMLInputElement);
    /** @param {PointerEvent} event */
    const place = (event) => {
      const box = rail.getBoundingClientRect();
      const index = Math.floor(((event.clientX - box.left) / box.width) * inputs.length);
      const input = inputs[Math.min(Math.max(index, 0), inputs.length - 1)];
      if (input.checked) return;
      input.checked = true;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    };
    /** @type {HTMLInputElement | undefined} */
    let before;
    rail.addEventListener("pointerdown", (event) => {
      // A second finger means to pinch.
      if (event.button !== 0 || !event.isPrimary) return;
      before = inputs.find((input) => input.checked);
      // A touch may turn out to be a scroll: the browser then cancels it, and the tap itself is left to the label.
      if (event.pointerType !== "touch") place(event);
      rail.setPointerCapture(event.pointerId);
    });
    rail.addEventListener("pointermove", (event) => {
      if (rail.hasPointerCapture(event.pointerId)) place(event);
    });
    // The first move of a finger that turns out to scroll has placed already: put back what was there.
    rail.addEventListener("pointercancel", () => {
      for (const input of inputs) input.checked = input === before;
      rail.dispatchEvent(new Event("input"));
    });
    rail.addEventListener("pointerup", (event) => {
      if (!rail.hasPointerCapture(event.pointerId)) return;
      place(event);
      inputs.find((input) => input.checked)?.focus({ preventScroll: true });
    });
  }

  /** Say in words which place is chosen. @param {HTMLElement} group */
  #tell(group) {
    const output = find(group, "output");
    const chosen = group.querySelector("input:checked")?.parentElement;
    rewrite(output, chosen ? told(output, "gekozen") + wording(chosen) : told(output, "leeg"));
    find(group, ".weg").hidden = !chosen;
  }

  #tellAll() {
    for (const group of findAll(this, "fieldset")) this.#tell(group);
  }
}

customElements.define("spannings-lijn", SpanningsLijn);
