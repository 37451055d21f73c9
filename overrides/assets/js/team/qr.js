// Draws a QR code. The library that does the work is fetched only when the first one is drawn.

import { svg } from "../samen/dom.js";

/**
 * Put the QR code of `text` into `place`; rejects when the library can't be fetched.
 * @param {HTMLElement} place
 * @param {string} text
 * @param {string} label what it is, for who doesn't see it
 */
export async function drawQr(place, text, label) {
  const { default: encodeQR } = await import("../qr.js");
  const dots = encodeQR(text, "raw", { ecc: "medium", border: 4 });
  const d = dots.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  const attributes = { viewBox: `0 0 ${dots.length} ${dots.length}`, role: "img", "aria-label": label };
  place.replaceChildren(svg("svg", attributes, svg("path", { d })));
}
