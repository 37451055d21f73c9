// The chosen cards as a fragment of an address, kept on this device for who asks for it. Whatever is there may be anybody's work.

import { parts, readChoices } from "../samen/fragment.js";
import { own } from "../samen/site.js";

export const KEY = own("mijn-kaarten");
/** @param {string} why */
const notKept = (why) => `Bewaren lukt niet: ${why}. Je keuze staat wel in het adres.`;
const LARGEST = 100_000;
const ID = /^[\w-]{1,80}$/;

/** What was kept; null when nothing is, or when looking is forbidden. */
export function kept() {
  try {
    const text = localStorage.getItem(KEY);
    return text !== null && text.length <= LARGEST ? text : null;
  } catch {
    return null;
  }
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

/** The cards that a fragment names. @param {string} fragment */
export const cardsOf = (fragment) => parts(readChoices(fragment)?.get("kaarten") ?? "").filter((id) => ID.test(id));

/** A fragment with other cards, and all else that is in it. @param {string} fragment @param {Iterable<string>} cards */
export const withCards = (fragment, cards) =>
  [
    `kaarten=${[...cards].join()}`,
    ...fragment
      .replace(/^#/, "")
      .split("&")
      .filter((part) => part.includes("=") && !part.startsWith("kaarten=")),
  ].join("&");
