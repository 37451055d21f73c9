// Light or dark: follows the device until a reader chooses, then keeps that choice in localStorage under `thema`, for this copy of the site.

import { own } from "./samen/site.js";

const root = document.documentElement;
const button = document.querySelector(".thema-knop");
// The template reads it, before anything is shown.
const KEY = own("thema");
const system = matchMedia("(prefers-color-scheme: dark)");

/** @returns {"licht" | "donker"} what the reader sees now */
const shown = () => /** @type {any} */ (root.dataset.thema ?? (system.matches ? "donker" : "licht"));

function tell() {
  button.setAttribute("aria-pressed", String(shown() === "donker"));
}

if (button instanceof HTMLButtonElement) {
  button.hidden = false;
  tell();
  system.addEventListener("change", tell);
  button.addEventListener("click", () => {
    root.dataset.thema = shown() === "donker" ? "licht" : "donker";
    tell();
    try {
      localStorage.setItem(KEY, root.dataset.thema);
    } catch {
      // Storage may be forbidden; the choice then holds for this page only.
    }
  });
}
