// The words that were looked for, marked at the place where the page opened.

import { decoded } from "../samen/address/decoded.js";
import { namePage } from "../samen/address/page-name.js";
import { folded } from "../samen/fold.js";

const CLOSED =
  "script, style, svg, button, input, output, select, textarea, [role=status], [aria-live], .vh, .id, .anker";

/** Mark these words where the page opened. @param {string[]} given folded */
export function markFound(given) {
  for (const old of document.querySelectorAll("mark.gezocht")) old.replaceWith(...old.childNodes);
  const words = new Set(given);
  for (const part of found()) markWords(part, words);
  // What is further down is marked there, and nobody is taken to it unasked.
  if (!location.hash && !document.querySelector("mark.gezocht"))
    for (const part of document.querySelectorAll("main .begin, main .tekst")) markWords(part, words);
  namePage();
}

/** The parts of the page that the address leads to: its place, a heading or term with what follows, or else the top. */
function found() {
  const place = location.hash && document.getElementById(decoded(location.hash.slice(1)));
  if (!place) return document.querySelectorAll("main h1, main .lead");
  /** @type {Element[]} */
  const parts = [place];
  const heading = "h2, h3, h4, .kopregel, dt";
  let next = place.matches(heading) && (place.closest(".kopregel") ?? place).nextElementSibling;
  for (; next && !next.matches(heading); next = next.nextElementSibling) parts.push(next);
  return parts;
}

/** @param {Element} part @param {Set<string>} words folded */
function markWords(part, words) {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement?.closest(CLOSED)) texts.push(walker.currentNode);
  for (const text of texts) {
    const pieces = marked(text.textContent ?? "", words);
    if (pieces.length > 1 || typeof pieces[0] !== "string") /** @type {ChildNode} */ (text).replaceWith(...pieces);
  }
}

/** Whether a text has one of the words. @param {string} text @param {Set<string>} words folded */
export const marks = (text, words) => marked(text, words).some((piece) => typeof piece !== "string");

/** A text as pieces, with each of the words in a mark. @param {string} text @param {Set<string>} words folded */
export function marked(text, words) {
  /** @type {(string | HTMLElement)[]} */
  const pieces = [];
  let rest = 0;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}]+|\p{N}+/gu)) {
    if (!words.has(folded(word))) continue;
    const mark = document.createElement("mark");
    mark.className = "gezocht";
    mark.textContent = word;
    if (index > rest) pieces.push(text.slice(rest, index));
    pieces.push(mark);
    rest = index + word.length;
  }
  if (rest < text.length) pieces.push(text.slice(rest));
  return pieces;
}
