// Fetching what one can plan: the index first, and the texts behind it.

import { root } from "../samen/site.js";
import { Aanbod } from "./blokken.js";

/**
 * Fetch the index; its texts come after it, for `filled` to wait for.
 * @param {string} index address
 * @param {string} texts address
 * @returns {Promise<{ aanbod: Aanbod, filled: Promise<void> }>}
 */
export async function fetchBlocks(index, texts) {
  const coming = fetched(texts);
  // Who waits for it hears that it failed; who doesn't, needn't.
  coming.catch(() => {});
  const aanbod = new Aanbod(await fetched(index), root);
  return { aanbod, filled: coming.then((found) => aanbod.fill(found)) };
}

/** What a file of the site holds. @param {string} address */
export async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
