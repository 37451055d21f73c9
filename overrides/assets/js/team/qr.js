// Draws a QR code. The library that does the work is fetched only when the first one is drawn.

const SVG = "http://www.w3.org/2000/svg";

/**
 * Put the QR code of `text` into `place`; rejects when the library can't be fetched.
 * @param {HTMLElement} place
 * @param {string} text
 * @param {string} label what it is, for who doesn't see it
 */
export async function drawQr(place, text, label) {
  const { default: encodeQR } = await import("../qr.js");
  const dots = encodeQR(text, "raw", { ecc: "medium", border: 4 });
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${dots.length} ${dots.length}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  const path = svg.appendChild(document.createElementNS(SVG, "path"));
  path.setAttribute("d", dots.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join(""));
  place.replaceChildren(svg);
}
