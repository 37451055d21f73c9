// The definition of a linked term in a small window: on hover, on focus, and on a first tap. Escape closes it.

import { from, h, told } from "./samen/dom.js";

const box = h("div", { class: "uitleg", id: "uitleg", role: "tooltip", popover: "manual" });

// Where a browser has no popovers, a link is just a link.
const able = "popover" in box;

/** @type {HTMLElement | null} the link whose definition is shown */
let shown = null;
let timer = 0;
/** @type {PointerEvent | null} the last press, unless a key came after it */
let press = null;

/**
 * @param {HTMLElement} link
 * @param {...(Node | string)} more what comes after the definition
 */
function show(link, ...more) {
  clearTimeout(timer);
  if (shown === link || !able) return;
  hide();
  shown = link;
  box.replaceChildren(told(link, "uitleg"), ...more);
  // In a dialog the page behind it is inert, so the window goes where the link is.
  link.after(box);
  link.setAttribute("aria-describedby", box.id);
  box.showPopover();
  place();
}

function place() {
  if (!shown) return;
  const at = shown.getBoundingClientRect();
  const size = box.getBoundingClientRect();
  const below = at.bottom + 8 + size.height < innerHeight;
  box.style.setProperty("left", `${Math.max(8, Math.min(at.left, innerWidth - size.width - 8))}px`);
  // Where there is room on neither side, being read in full comes before leaving the link free.
  const above = Math.max(at.top - size.height - 8, Math.min(8, at.top));
  box.style.setProperty("top", `${below ? at.bottom + 8 : above}px`);
}

function hide() {
  clearTimeout(timer);
  if (!shown) return;
  shown.removeAttribute("aria-describedby");
  shown = null;
  box.remove();
}

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  const link = from(event, "a.begrip");
  clearTimeout(timer);
  if (link) timer = setTimeout(() => show(link), 180);
  // What the focus shows stays for as long as the focus does, wherever the pointer goes.
  else if (event.target !== box && !shown?.matches(":focus-visible")) timer = setTimeout(hide, 250);
});
document.addEventListener("focusin", (event) => {
  const link = from(event, "a.begrip");
  if (link?.matches(":focus-visible")) show(link);
  // A press on the window moves the focus too, to what is around it.
  else if (!link && press?.target !== box) hide();
});
// Tabbing to a link scrolls to it, so the window goes along. Not every part that scrolls is the document.
document.addEventListener("scroll", place, { passive: true, capture: true });
addEventListener("resize", place);

document.addEventListener(
  "pointerdown",
  (event) => {
    press = event;
  },
  { capture: true },
);
document.addEventListener("keydown", (event) => {
  press = null;
  if (event.key === "Escape") hide();
});
// A tap must not lose the way to the page, so a second one, on the link or on the window, follows the link.
document.addEventListener("click", (event) => {
  const link = from(event, "a.begrip");
  const touched = press?.pointerType === "touch";
  if (link && touched && shown !== link && able) {
    event.preventDefault();
    show(link, h("br", {}), "Tik nog eens om er meer over te lezen.");
  } else if (event.target === box) {
    if (touched) shown?.click();
  } else if (!link) hide();
});
