// A side of a card with text that somebody wrote, on the screen: the picture of all else, and the text over it as letters of the page.

import { svg } from "../../samen/dom.js";

/** @typedef {import("./zetten.js").Line} Line */

const POINTS = 72 / 25.4;

/** @param {string} address of the picture @param {[number, number]} card width and height in mm @param {Line[]} lines @returns {SVGSVGElement} */
export function drawnSide(address, card, lines) {
  const [width, height] = card.map((mm) => mm * POINTS);
  const rings = lines.flatMap(({ ring }) =>
    ring
      ? svg("circle", {
          cx: ring.x,
          cy: ring.y,
          r: ring.radius,
          fill: "none",
          stroke: "#000",
          "stroke-width": ring.pen,
        })
      : [],
  );
  const texts = lines.map(({ text, x, y, size, weight }) => {
    const element = svg("text", { x, y, "font-size": size, "font-weight": weight });
    element.textContent = text;
    return element;
  });
  return svg(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, class: "zelf-gezicht", "aria-hidden": "true" },
    svg("image", { href: address, width, height }),
    ...rings,
    ...texts,
  );
}
