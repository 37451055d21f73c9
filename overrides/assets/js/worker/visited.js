// The pages that were read, each with what it needs. A page is put last, so one that is there is whole.

import { isPage, isRead } from "../samen/offline/read.js";
import { KEPT_AT, TITLE } from "../samen/offline/stores.js";
import { belongs, needs, titleOf, withLater } from "./needs.js";
import { ROOT, STORES, isNamed, isOurs, tidy } from "./place.js";

const MOST = 200;
const MONTH = 30 * 24 * 3600 * 1000;
const PIECE = /\.(css|js|json|svg|png|jpe?g|webp|avif|gif|ico|woff2|webmanifest)$/;

/** The store; undefined once it was wiped, for then only the next page that is opened makes it anew. */
export async function store() {
  return (await caches.has(STORES.visited)) ? caches.open(STORES.visited) : undefined;
}

/** An answer as it is kept. @param {Response} answer @param {BodyInit} body @param {Record<string, string>} more */
function stamped(answer, body, more = {}) {
  const headers = new Headers(answer.headers);
  // These tell how it came over the line, which is no longer so.
  for (const name of ["content-encoding", "content-length", "accept-ranges"]) headers.delete(name);
  for (const [name, value] of Object.entries({ [KEPT_AT]: String(Date.now()), ...more })) headers.set(name, value);
  return new Response(body, { headers });
}

/** Whether an answer is whole, and our own. @param {Response} answer */
export const isGood = (answer) => answer.status === 200 && answer.type === "basic" && !answer.redirected;

/** @param {{ headers: Headers }} answer */
export const isHtml = ({ headers }) => /^text\/html\b/.test(headers.get("content-type") ?? "");

/**
 * Whether a page came in the place of a file: what a gate on the way gives, such as that of a guest network, is whole by its status.
 * @param {{ headers: Headers }} answer @param {string} address tidy
 */
export const isForeign = (answer, address) => isHtml(answer) && !isPage(address);

/** Fetch, past what the browser still has unless that is as good as new. @param {string} address */
export async function fetched(address) {
  const answer = await fetch(address, { cache: isNamed(address) ? "force-cache" : "no-cache" });
  if (!isGood(answer) || isForeign(answer, tidy(address))) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

/**
 * Keep a page with all that it needs; nothing when a part of that is not to be had, for then what was there is better.
 * @param {string} address tidy @param {Response} answer @param {string[]} loaded what it has fetched besides
 */
export async function keep(address, answer, loaded = []) {
  const html = await answer.text();
  const kept = await store();
  if (!kept || !isGood(answer) || !isHtml(answer) || !belongs(html, address)) return;
  await withRoom(kept, async () => {
    await Promise.all([...needs(html, address)].map((one) => keepPiece(kept, one)));
    const title = encodeURIComponent(titleOf(html));
    await kept.put(address, stamped(answer, html, { [TITLE]: title }));
  });
  await keepLoaded(loaded);
  await prune(kept);
}

/** Keep what a page has fetched as one read on. @param {string[]} loaded addresses */
export async function keepLoaded(loaded) {
  const kept = await store();
  if (!kept) return;
  const pieces = withLater(loaded.filter((one) => isOurs(one) && PIECE.test(tidy(one))).map(tidy));
  await Promise.allSettled([...pieces].map((one) => keepPiece(kept, one, true)));
}

/** @param {Cache} kept @param {string} address @param {boolean} once whether a copy will do */
async function keepPiece(kept, address, once = isNamed(address)) {
  const headers = once && (await headersOf(kept, address));
  if (headers && !isForeign({ headers }, address)) return;
  const answer = await fetched(address);
  await kept.put(address, stamped(answer, await answer.blob()));
}

/** Do what takes room; once more without the oldest pages when there is none. @param {Cache} kept @param {() => Promise<void>} work */
async function withRoom(kept, work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "QuotaExceededError") throw error;
    const all = await pages(kept);
    await drop(kept, all.slice(Math.floor(all.length / 2)));
    await work();
  }
}

/** What a copy wears; one whose body is left unread would go on taking room after it was taken away. @param {Cache} kept @param {string} address */
async function headersOf(kept, address) {
  const answer = await kept.match(address);
  await answer?.body?.cancel();
  return answer?.headers;
}

/** The pages that were read, the last first. @param {Cache} kept */
export async function pages(kept) {
  const found = await Promise.all(
    (await kept.keys())
      .map(({ url }) => url)
      .filter((address) => isRead(address, ROOT))
      .map(async (address) => {
        const headers = await headersOf(kept, address);
        return {
          address,
          at: Number(headers?.get(KEPT_AT) ?? 0),
          title: decodeURIComponent(headers?.get(TITLE) ?? ""),
        };
      }),
  );
  return found.sort((a, b) => b.at - a.at);
}

/** @param {Cache} kept */
async function prune(kept) {
  // Looking at each is slow, so first only counting.
  if ((await kept.keys()).filter(({ url }) => isRead(url, ROOT)).length <= MOST) return;
  await drop(kept, (await pages(kept)).slice(MOST));
}

/** @param {Cache} kept @param {{ address: string }[]} gone */
async function drop(kept, gone) {
  await Promise.all(gone.map(({ address }) => kept.delete(address)));
  await tidyUp(kept);
}

/**
 * Take away what no page needs. What is younger than a month stays: a page of an earlier edition may still be open, and
 * names what is no longer on the host.
 * @param {Cache} kept
 */
export async function tidyUp(kept) {
  const all = (await kept.keys()).map(({ url }) => url);
  const needed = new Set();
  for (const address of all.filter(isPage)) {
    const html = await (await kept.match(address))?.text();
    for (const one of html ? needs(html, address, true) : []) needed.add(one);
  }
  for (const address of all.filter((one) => !isPage(one) && !needed.has(one))) {
    const at = Number((await headersOf(kept, address))?.get(KEPT_AT) ?? 0);
    if (at < Date.now() - MONTH) await kept.delete(address);
  }
}
