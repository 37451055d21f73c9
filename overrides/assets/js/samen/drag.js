// Dragging rows of a list by a handle, beside the buttons that do the same.

import { findAll, from, told } from "./dom.js";

const EDGE = 90;

/** @param {HTMLElement} place @param {string} handles @param {(id: string, to: number) => void} drop */
export function draggable(place, handles, drop) {
  place.addEventListener("pointerdown", (event) => {
    const handle = from(event, handles);
    const row = from(event, "li");
    if (!handle || !row || event.button) return;
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    row.classList.add("gepakt");
    const list = /** @type {HTMLElement} */ (row.parentElement);
    const before = ids(list);
    /** @param {PointerEvent} moved */
    const move = ({ clientY }) => {
      const [above, below] = [row.previousElementSibling, row.nextElementSibling];
      // The others make way: an element that is moved itself lets go of the pointer.
      if (above && clientY < middle(above)) row.after(above);
      else if (below && clientY > middle(below)) row.before(below);
      if (clientY < EDGE) scrollBy(0, -12);
      else if (clientY > innerHeight - 2 * EDGE) scrollBy(0, 12);
    };
    const end = () => {
      handle.removeEventListener("pointermove", move);
      row.classList.remove("gepakt");
      const now = ids(list);
      if (String(now) !== String(before)) drop(told(row, "id"), now.indexOf(told(row, "id")));
    };
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", end, { once: true });
  });
}

/** @param {HTMLElement} list */
const ids = (list) => findAll(list, ":scope > li").map((row) => told(row, "id"));

/** @param {Element} element */
function middle(element) {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
