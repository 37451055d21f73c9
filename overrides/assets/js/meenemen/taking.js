// Taking files along into a store: counted while it goes, stopped when one likes, and resumed from what was whole.

import { LIST, SUM } from "../samen/offline/stores.js";
import { root } from "../samen/site.js";

/**
 * @typedef {{ adres: string, bytes: number, som: string }} Item a file: where it is, its size, and the digest of it
 * @typedef {{ bytes: number, bestanden: Item[] }} Group what is taken in one go, and its size together
 * @typedef {{ editie: string, site: Group, sets: (Group & { titel: string })[] }} List
 */

/** The site has been renewed since the list was made. */
export class Renewed extends Error {}

/** What was taken along by now has been wiped, here or in another tab. */
export class Wiped extends Error {}

/** @param {string} address below the root */
const place = (address) => new URL(address, root).href;

/** What there is to take along, asked of the host. @returns {Promise<List>} */
export async function offered() {
  const answer = await fetch(place(LIST), { cache: "no-store", signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`${LIST}: ${answer.status}`);
  return answer.json();
}

/** The list of what was taken along whole; null when nothing was. @param {string} store @returns {Promise<List | null>} */
export async function taken(store) {
  const answer = await caches.match(place(LIST), { cacheName: store });
  return answer ? answer.json() : null;
}

/** The files of a group that are in a store as the list says, in bytes. @param {string} store @param {Group} group */
export async function held(store, { bestanden }) {
  if (!(await caches.has(store))) return 0;
  const copies = new Set((await (await caches.open(store)).keys()).map(({ url }) => url));
  // Only those that may be the same, for looking into each of a thousand keeps a phone busy.
  const some = bestanden.filter(({ adres }) => copies.has(place(adres)));
  const there = await Promise.all(some.map(async (one) => ((await has(store, one)) ? one.bytes : 0)));
  return there.reduce((sum, bytes) => sum + bytes, 0);
}

/** @param {string} store @param {Item} item */
async function has(store, { adres, som }) {
  const answer = await caches.match(place(adres), { cacheName: store });
  return answer?.headers.get(SUM) === som;
}

/**
 * Fetch what of a group isn't in a store yet.
 * @param {string} store @param {Group} group @param {AbortSignal} signal
 * @param {(bytes: number) => void} count is told how much is there
 */
export async function take(store, group, signal, count) {
  const open = await caches.open(store);
  let whole = 0;
  for (const item of group.bestanden) {
    if (!(await has(store, item))) {
      const before = whole;
      const body = await fetched(item, signal, (bytes) => count(before + bytes));
      const headers = { "content-type": body.type, [SUM]: item.som };
      await open.put(place(item.adres), new Response(body, { headers }));
      // A store that was deleted is still written to, unseen.
      if (!(await has(store, item))) throw new Wiped(item.adres);
    }
    count((whole += item.bytes));
  }
}

/** Say that what a list names is all there, and take away the rest. @param {string} store @param {List} list */
export async function settle(store, list) {
  const open = await caches.open(store);
  await open.put(place(LIST), Response.json(list));
  await keepOnly(store, list.site);
}

/** Take away what these groups don't name. @param {string} store @param {...Group} groups */
export async function keepOnly(store, ...groups) {
  const open = await caches.open(store);
  const named = new Set(groups.flatMap(({ bestanden }) => bestanden.map(({ adres }) => place(adres))));
  for (const { url } of await open.keys()) {
    if (!named.has(url) && url !== place(LIST)) await open.delete(url);
  }
}

/** @param {Item} item @param {AbortSignal} signal @param {(bytes: number) => void} count */
async function fetched({ adres, bytes, som }, signal, count) {
  const answer = await fetch(place(adres), { signal, cache: "no-store" });
  if (answer.status === 404 || answer.status === 410) throw new Renewed(adres);
  if (!answer.ok || !answer.body) throw new Error(`${adres}: ${answer.status}`);
  /** @type {BlobPart[]} */
  const parts = [];
  let size = 0;
  const reader = answer.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    count(Math.min((size += next.value.length), bytes));
  }
  const body = new Blob(parts, { type: answer.headers.get("content-type") ?? "" });
  // Another file by the same address is of another edition; a network that one must log in to answers something else.
  if ((await digest(body)) !== som) throw new Renewed(adres);
  return body;
}

/** @param {Blob} body */
async function digest(body) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await body.arrayBuffer()));
  return [...bytes.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
