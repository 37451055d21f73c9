/** The minutes of a lesson as times of the day, from when it begins. Nothing is kept. */

import { clockOf, minutesOf } from "./begeleiden/tijden.js";
import { findAll } from "./samen/dom.js";

class LesKlok extends HTMLElement {
  connectedCallback() {
    const label = this.querySelector("label");
    const input = this.querySelector("input");
    if (!label || !input) return;
    label.hidden = false;
    const places = findAll(document, ".les-tijd").map((place) => ({ place, minutes: place.textContent }));
    const tell = () => {
      for (const { place, minutes } of places) {
        const { van, tot } = place.dataset;
        place.textContent = input.value ? `${at(input.value, van)}–${at(input.value, tot)}` : minutes;
      }
    };
    input.addEventListener("input", tell);
    // Who comes back finds the time in the field as it was: a browser puts it there only once the page has loaded.
    addEventListener("pageshow", tell);
  }
}

/** @param {string} begin such as 09:30 @param {string | undefined} minutes after that */
const at = (begin, minutes) => clockOf(minutesOf(begin) + Number(minutes));

customElements.define("les-klok", LesKlok);
