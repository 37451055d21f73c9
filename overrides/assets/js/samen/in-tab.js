// Something that a tab keeps until it is closed, for this copy of the site; where nothing can be stored, for as long as the page does.

import { own } from "./site.js";

/**
 * @template T
 * @param {string} name @param {T} here what it is at first
 * @returns {{ get: () => T, set: (value: T) => void }} where null is nothing
 */
export function inTab(name, here) {
  const key = own(name);
  const get = () => {
    try {
      return JSON.parse(sessionStorage.getItem(key) ?? "null") ?? here;
    } catch {
      return here;
    }
  };
  const set = (/** @type {T} */ value) => {
    here = value;
    try {
      if (value === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Then it is here alone.
    }
  };
  return { get, set };
}
