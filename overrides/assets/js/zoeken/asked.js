// What is asked, told in words again: some of what was typed, or what an address that leads nowhere says. Pure.

import { words } from "./words.js";

/** How much of an address is looked for, in letters. */
const MOST_OF_ADDRESS = 80;

/** The words of an address or a part of it, as somebody would type them. @param {string} path */
export function addressWords(path) {
  return path
    .replace(/(?:404|index)?\.html?$/, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .slice(0, MOST_OF_ADDRESS);
}

/** Some of what was typed, by its words, as it was typed. @param {string} typed @param {string[]} some folded */
export const named = (typed, some) =>
  typed
    .split(/\s+/)
    .filter((part) => words(part).some((word) => some.includes(word)))
    .map((part) => `‘${part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")}’`)
    .join(" of ");
