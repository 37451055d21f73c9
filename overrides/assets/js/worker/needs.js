// What a page needs to be whole, read from its HTML. Pure, but for where the site stands.

import { BUILD, ROOT, below, isOurs, tidy } from "./place.js";

const TAG = /<(script|link|img)\b[^>]*>|<zoek-veld\b[^>]*>/g;
const FETCHED = new Set(["stylesheet", "modulepreload", "preload", "icon", "manifest"]);

/** @param {string} tag @param {string} name */
const said = (tag, name) => tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1].replaceAll("&amp;", "&");

/** The title of a page, as HTML, without the name of the site. @param {string} html */
export const titleOf = (html) => (html.match(/<title>([^<]*)/)?.[1] ?? "").split(" | ")[0].trim();

/** Whether a page is one of this copy of the site, and not of one that lies within it. @param {string} html @param {string} address */
export function belongs(html, address) {
  const root = html.match(/<html\b[^>]*\sdata-root="([^"]*)"/)?.[1];
  return root !== undefined && `${new URL(root, address).href.replace(/\/$/, "")}/` === ROOT.href;
}

/**
 * The addresses of what a page fetches by itself, what that may fetch later, and the index that it searches in.
 * @param {string} html @param {string} address
 * @param {boolean} seen whether also the pictures that come only when one gets there
 */
export function needs(html, address, seen = false) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const [tag, kind] of html.matchAll(TAG)) {
    if (kind === "link" && !FETCHED.has(said(tag, "rel") ?? "")) continue;
    if (kind === "img" && !seen && said(tag, "loading") === "lazy") continue;
    const target = said(tag, kind === "link" ? "href" : kind ? "src" : "data-index");
    if (!target) continue;
    const one = tidy(new URL(target, address).href);
    if (isOurs(one)) found.add(one);
  }
  return withLater(found);
}

/** Addresses, and those of what these may fetch. @param {Iterable<string>} addresses */
export function withLater(addresses) {
  const found = new Set(addresses);
  for (const one of addresses) {
    for (const name of BUILD.later[below(one)] ?? []) found.add(new URL(name, ROOT).href);
  }
  return found;
}
