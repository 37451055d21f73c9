// What each page begins with. Light or dark follows the device until a reader chooses, and keeps that choice on the device.

import { framed, own } from "./samen/site.js";

// Nearly nobody needs it, so it comes by itself.
if (framed) import("./theme/frame.js");

/** What may be no choice as we write one, such as `velden=2,4`. */
const ODD = /^[^=]+$|\W$|[&~]%|%0|amp;/;

/** An address that leads nowhere on this page may be one that was typed or pasted a little wrong. */
function lost() {
  const place = location.hash.slice(1);
  if (ODD.test(place) && !document.getElementById(place)) import("./theme/lost.js").then((it) => it.mend(place));
}
addEventListener("hashchange", lost);
lost();

// A key on which a hand rests presses a button once: else also what comes in its place, to the end of a meeting or of a plan.
addEventListener("keydown", (event) => {
  if (event.repeat && event.key === "Enter" && event.target instanceof HTMLButtonElement) event.preventDefault();
});

// A tablet that is turned has room for the menu in its row; the one that was opened would lie over it.
matchMedia("(width >= 68.75rem)").addEventListener("change", () => document.getElementById("menu")?.hidePopover?.());

const root = document.documentElement;
const button = document.querySelector(".thema-knop");
const system = matchMedia("(prefers-color-scheme: dark)");
// The template reads it, before anything is shown.
const KEY = own("thema");

/** What the reader sees now. */
const shown = () => root.dataset.thema ?? (system.matches ? "donker" : "licht");

// Without that a page is always light.
if (button instanceof HTMLButtonElement && CSS.supports("color", "light-dark(#000, #fff)")) {
  const tell = () => button.setAttribute("aria-pressed", String(shown() === "donker"));
  button.hidden = false;
  tell();
  system.addEventListener("change", tell);
  // The template then looks again what was chosen on another page.
  for (const event of ["storage", "pageshow"]) addEventListener(event, tell);
  button.addEventListener("click", () => {
    const chosen = shown() === "donker" ? "licht" : "donker";
    root.dataset.thema = chosen;
    tell();
    try {
      localStorage.setItem(KEY, chosen);
    } catch {
      // Storage may be forbidden; the choice then holds for this page only.
    }
  });
}
