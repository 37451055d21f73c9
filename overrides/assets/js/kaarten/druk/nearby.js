// Pictures of faces only near what is in sight: a browser keeps megabytes for every SVG that it has drawn.

import { h } from "../../samen/dom.js";

/** @type {WeakMap<Element, (near: boolean) => void>} */
const watched = new WeakMap();

const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) watched.get(target)?.(isIntersecting);
  },
  { rootMargin: "75% 0px" },
);

/** Have `show` called when an element comes near and when it goes. @param {Element} element @param {(near: boolean) => void} show */
export function whenNear(element, show) {
  watched.set(element, show);
  observer.observe(element);
}

/** @param {string} address */
export const picture = (address) => h("img", { decoding: "async", alt: "", src: address });

/**
 * Put a frame behind a box to tick, with a picture while that is in sight; in the HTML, who has no script would get all at once.
 * @param {HTMLElement} box
 * @param {string} size width and height
 * @param {string} address
 */
export function framePicture(box, size, address) {
  const frame = h("span", { class: "plaatje" });
  frame.style.aspectRatio = size.replace(" ", "/");
  box.after(frame);
  whenNear(frame, (near) => frame.replaceChildren(...(near ? [picture(address)] : [])));
}
