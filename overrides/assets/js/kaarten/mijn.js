// The chosen cards as a fragment of an address, kept on this device for who asks for it. Whatever is there may be anybody's work.

import { own, root } from "../samen/site.js";

const KEY = own("mijn-kaarten");
/** @param {string} why */
const notKept = (why) => `Bewaren lukt niet: ${why}. Je keuze staat wel in het adres.`;
const LARGEST = 100_000;

/** What was kept; null when nothing is, or when looking is forbidden. */
export function kept() {
  try {
    const text = localStorage.getItem(KEY);
    if (text !== null && text.length <= LARGEST) return text;
  } catch {
    // Looking is forbidden.
  }
  return null;
}

/** @param {string | null} fragment null to have nothing kept any more @returns {string} why that went wrong, in a sentence; empty when it went well */
export function keep(fragment) {
  if (fragment !== null && fragment.length > LARGEST) return notKept("het is te veel");
  try {
    if (fragment === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, fragment);
    return "";
  } catch {
    return notKept("je browser staat het niet toe of is vol");
  }
}

/** Do something when another page may have kept something else, or wiped it. @param {() => void} act */
export function whenKeptElsewhere(act) {
  addEventListener("storage", ({ key }) => {
    if ((key ?? KEY) === KEY) act();
  });
  // A page that comes back as it was, was told of nothing meanwhile.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) act();
  });
}

/** A fragment with other cards, and all else that is in it. @param {string} fragment @param {Iterable<string>} cards */
export const withCards = (fragment, cards) =>
  [`kaarten=${[...cards]}`, ...fragment.split(/[#&]/).filter((part) => !part.startsWith("kaarten="))]
    .filter((part) => /=./.test(part))
    .join("&");

/**
 * Have a choice go along to the other pages that read one: it stands in the address, and would be gone on the next.
 * @param {string} fragment put into the links to those pages; empty gives each what it had
 */
export function goAlong(fragment) {
  for (const link of document.links) {
    if (!/^kaarten\/[\w-]*\/?(#.*=|$)/.test(link.href.replace(root.href, ""))) continue;
    link.dataset.had ??= link.hash;
    link.hash = fragment || link.dataset.had;
  }
}
