// Places on a line as a drawing and as sentences. It measures nothing and compares nobody.

import { svg } from "../samen/dom.js";
import { PLEKKEN } from "./kept/document.js";

/** @typedef {import("./kept/document.js").Plekken} Plekken */

const WIDTH = 264;
const HEIGHT = 64;
const MIDDLE = 33;
const END = 12;
let drawn = 0;

/** In its own lane each, so that markers on one place don't cover each other: the step above, the demand below the line. */
const MARKERS = {
  natuur: (/** @type {number} */ x) => svg("circle", { class: "teken-natuur", cx: x, cy: MIDDLE, r: 8 }),
  situatie: (/** @type {number} */ x) => svg("path", { class: "teken-situatie", d: `M${x} ${MIDDLE + 10}l9 15h-18z` }),
  stapje: (/** @type {number} */ x) => svg("path", { class: "teken-stapje", d: `M${x} ${MIDDLE - 28}l8 8-8 8-8-8z` }),
};

/**
 * A line with its markers, for the eye only.
 * @param {Plekken} places
 * @returns {SVGElement}
 */
export function draw(places) {
  const id = `verloop-${(drawn += 1)}`;
  const right = WIDTH - END;
  /** @param {number} offset @param {string} name */
  const stop = (offset, name) => svg("stop", { offset, class: `verloop-${name}` });
  /** @param {number} place */
  const x = (place) => END + ((place + 0.5) * (right - END)) / 11;
  return svg(
    "svg",
    { class: "tekening", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true", focusable: "false" },
    svg(
      "defs",
      {},
      svg(
        "linearGradient",
        { id, gradientUnits: "userSpaceOnUse", x1: END, x2: right, y1: 0, y2: 0 },
        stop(0, "a"),
        stop(0.5, "midden"),
        stop(1, "b"),
      ),
    ),
    svg("path", { class: "teken-lijn", d: `M${END} ${MIDDLE}h${right - END}`, stroke: `url(#${id})` }),
    svg("rect", { class: "teken-links", x: END - 7, y: MIDDLE - 7, width: 14, height: 14 }),
    svg("circle", { class: "teken-rechts", cx: right, cy: MIDDLE, r: 6 }),
    ...PLEKKEN.filter((name) => places[name] !== undefined).map((name) => MARKERS[name](x(places[name]))),
  );
}

/**
 * The same in words.
 * @param {Plekken} places
 * @param {string[]} names the eleven places of this line
 * @param {Record<string, string>} sentences by question, with {plek}
 * @returns {string[]}
 */
export function sayPlaces(places, names, sentences) {
  return PLEKKEN.filter((name) => places[name] !== undefined).map((name) =>
    sentences[name].replace("{plek}", names[places[name]]),
  );
}
