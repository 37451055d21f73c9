// How a hit is shown in the list, and what is shown when there is none.

import { h } from "../samen/dom.js";
import { marked, marks } from "./mark.js";
import { inText } from "./search.js";
import { words } from "./words.js";

/** @import { Index } from "./index.js" */
/** @import { Hit } from "./search.js" */

/** How much of a sentence is shown, in letters. */
const SHOWN = 190;
const NAMED = new Set(["woord", "persoon", "bron"]);

/** A hit as a line of the list. @param {Hit} hit @param {URL} root of the site @param {Index | undefined} index */
export function line(hit, root, index) {
  const { page, place, words: meant } = hit;
  const address = new URL(page.address, root);
  if (place) address.hash = place.anchor;
  const known = new Set(meant);
  // What has a name of its own on a page full of them is shown by that.
  const itself = place && NAMED.has(place.kind) && place.head;
  const where = itself
    ? `in ${page.title}`
    : place && [place.kind, place.head && `‘${place.head}’`].filter(Boolean).join(" ");
  const says = around(place?.text || page.sentence, known);
  const seen = [itself || page.title, where || "", says].some((text) => marks(text, known));
  // What people type for it stands nowhere on the page: without it nobody sees why this was found.
  const other = seen ? undefined : [...(place?.asked ?? []), ...page.others].find((name) => marks(name, known));
  const hidden = seen || other || !index ? undefined : inText(index, hit);
  return h(
    "li",
    {},
    h(
      "a",
      { href: address.href, "data-words": meant.join(" ") },
      h("span", { class: "zoek-soort" }, itself ? place.kind : page.kind),
      h("b", {}, ...marked(itself || page.title, known)),
      ...(where ? [h("span", { class: "zoek-plek" }, ...marked(where, known))] : []),
      ...(other ? [h("span", { class: "zoek-plek" }, "hoort bij ‘", ...marked(other, known), "’")] : []),
      ...(hidden ? [h("span", { class: "zoek-plek" }, "in de tekst: ‘", ...marked(hidden, known), "’")] : []),
      h("span", { class: "zoek-zin" }, ...marked(says, known)),
    ),
  );
}

/** What to try when nothing was found. @param {string[]} near words that look like it @param {URL} root of the site */
export function otherwise(near, root) {
  const links = near.map((word) =>
    h("a", { href: `${root}zoeken/?q=${encodeURIComponent(word)}`, "data-word": word }, word),
  );
  const words = [
    h("p", {}, "Bedoel je misschien een van deze woorden?"),
    h("ul", { class: "zoek-woorden" }, ...links.map((link) => h("li", {}, link))),
  ];
  return [
    ...(near.length ? words : []),
    h(
      "p",
      {},
      near.length ? "Of blader door " : "Probeer een korter of ander woord, of blader door ",
      h("a", { href: `${root}zoeken/#alles-van-a-tot-z` }, "alle pagina’s, van A tot Z"),
      ".",
    ),
  ];
}

/** The part of a text that has the first of the words. @param {string} text @param {Set<string>} known */
function around(text, known) {
  if (text.length <= SHOWN) return text;
  const at = [...text.matchAll(/\p{L}+/gu)].find(({ 0: word }) => known.has(words(word)[0] ?? ""))?.index ?? 0;
  const start = at < SHOWN / 2 ? 0 : text.indexOf(" ", at - SHOWN / 3) + 1;
  const end = start + SHOWN < text.length ? text.lastIndexOf(" ", start + SHOWN) : text.length;
  return `${start ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}
