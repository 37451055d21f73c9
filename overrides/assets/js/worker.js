// The service worker of the site: what was read, and the whole site for who took it along, opens without internet too. With
// internet pages come fresh; styles, scripts and letters are named by their content, so a copy of those is as good as new.

import { isEarlier } from "./samen/offline/stores.js";
import { FIRST, ROOT, STORES, below, isNamed, isOurs, tidy, worker } from "./worker/place.js";
import { missing } from "./worker/missing.js";
import { fetched, isForeign, isGood, isHtml, keep, keepLoaded, store, tidyUp } from "./worker/visited.js";
import { fromWhole } from "./worker/whole.js";

const PATIENCE = 3000;

/** @type {Map<string, "visited" | "whole" | "decks">} windows that were given a page that was kept, and from where */
const given = new Map();
/** @type {Map<string, Response>} what windows were given fresh, until they say that they have all they need */
const fresh = new Map();

/** @type {{ client: WindowClient, html: string }[]} the pages that were open and kept when this worker came, as they were */
let open = [];

worker.addEventListener("install", (event) => {
  // Before anything is kept anew: what is kept here for later isn't an earlier copy of a page that is open.
  const filled = openPages().then(async (pages) => {
    open = pages;
    await begin();
  });
  event.waitUntil(filled.then(() => worker.skipWaiting()));
});

/** Make the store of what is read, with what is kept from the start. */
async function begin() {
  await caches.open(STORES.visited);
  // One after the other, for what the second needs is mostly there by then.
  for (const address of FIRST) await keep(address, await fetched(address));
}

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    adopt()
      .then(() => worker.clients.claim())
      .then(() => Promise.all(open.map(({ client, html }) => tellOfNew(client, html)))),
  );
});

/** Take over what was kept when only the reflection was. */
async function adopt() {
  const mine = await store();
  for (const name of await caches.keys()) {
    // Before they were named by its path, only what is in them told whose they were.
    const ours = name.startsWith("zelfreflectie-") && (await caches.match(`${ROOT}reflectie/`, { cacheName: name }));
    if (!mine || !(isEarlier(ROOT.pathname, name) || ours)) continue;
    const earlier = await caches.open(name);
    for (const request of await earlier.keys()) {
      const answer = request.url.includes("/geopend/") ? undefined : await earlier.match(request);
      if (answer && !(await mine.match(request))) await mine.put(request, answer);
    }
    await caches.delete(name);
  }
  if (mine) await tidyUp(mine);
}

/** The pages that are open and kept, each as it was when it was opened. */
async function openPages() {
  const mine = await store();
  const clients = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const known = clients.map(async (client) => {
    const html = isOurs(client.url) ? await (await mine?.match(tidy(client.url)))?.text() : undefined;
    return html === undefined ? [] : [{ client, html }];
  });
  return (await Promise.all(known)).flat();
}

/** Tell a page whether it is another by now, and keep what it is. @param {WindowClient} client @param {string} before */
async function tellOfNew(client, before) {
  try {
    const answer = await fetched(tidy(client.url));
    const same = (await answer.clone().text()) === before;
    if (!same) await keep(tidy(client.url), answer);
    client.postMessage({ kind: "renewed", same });
  } catch {
    // Not to be had just now, or no longer there: a page that isn't renewed.
  }
}

worker.addEventListener("message", (event) => {
  const { source, data } = event;
  if (!(source instanceof WindowClient) || typeof data?.address !== "string") return;
  if (data.kind === "open" && given.has(source.id)) return source.postMessage({ kind: "kept" });
  const address = tidy(new URL(data.address, source.url).href);
  if (!isOurs(address)) return;
  const done =
    data.kind === "open"
      ? opened(source.id, address, data.loaded)
      : data.kind === "too"
        ? fetched(address).then((answer) => keep(address, answer))
        : keepLoaded(data.loaded);
  event.waitUntil(done.catch(() => {}));
});

/** @param {string} id of the window @param {string} address @param {string[]} loaded */
async function opened(id, address, loaded) {
  const answer = fresh.get(id);
  fresh.delete(id);
  // Chromium doesn't let go of a worker that another tab still has when all is wiped; who reads on then has it again, uninstalled.
  if (!(await store())) await begin();
  await keep(address, answer ?? (await fetched(address)), loaded);
}

/**
 * What is kept of an address: what was read comes first, for when the whole site is taken along, what was read goes.
 * @param {string} address tidy @param {string} [like] id of a window whose page came from one of the stores
 * @returns {Promise<{ answer: Response, from: "visited" | "whole" | "decks" } | undefined>}
 */
async function kept(address, like = "") {
  const visited = async () => caches.match(address, { cacheName: STORES.visited });
  const whole = async () => fromWhole(below(address)).catch(() => undefined);
  const decks = async () => caches.match(address, { cacheName: STORES.decks });
  /** @type {["visited" | "whole" | "decks", () => Promise<Response | undefined>][]} */
  const places = [
    ["visited", visited],
    ["whole", whole],
    ["decks", decks],
  ];
  const first = given.get(like);
  // By both, for an engine chooses itself which of two it gives first.
  places.sort(([one], [other]) => Number(other === first) - Number(one === first));
  for (const [from, look] of places) {
    const answer = await look();
    // Earlier workers kept what a gate gave, too.
    if (answer && !isForeign(answer, address)) return { answer, from };
  }
  return undefined;
}

/** A page: fresh, unless that takes too long or the server has trouble, and there is a copy. @param {FetchEvent} event */
async function page(event) {
  const { request, resultingClientId: id } = event;
  // A host that doesn't say how long pages are good would have the browser guess.
  const asked = fetch(request.cache === "default" ? new Request(request, { cache: "no-cache" }) : request);
  asked.catch(() => {});
  const address = tidy(request.url);
  const copy = await kept(address);
  if (!copy) {
    try {
      return remember(await asked, id);
    } catch (error) {
      const instead = await missing();
      if (instead) return instead;
      throw error;
    }
  }
  const whole = asked.then(async (answer) => {
    // To its last byte, for a line may also fall silent half-way.
    await answer.clone().blob();
    return answer;
  });
  whole.catch(() => {});
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("no answer in time")), PATIENCE));
  try {
    const answer = await Promise.race([whole, late]);
    if (answer.status < 500) return remember(answer, id);
  } catch {
    // On a slow line the next visit has this one.
    event.waitUntil(whole.then((answer) => keep(address, answer)).catch(() => {}));
  }
  given.set(id, copy.from);
  return copy.answer;
}

/** @param {Response} answer @param {string} id of the window that it is for */
function remember(answer, id) {
  // Windows that were closed meanwhile say nothing any more.
  if (fresh.size > 20) fresh.clear();
  if (isGood(answer) && isHtml(answer)) fresh.set(id, answer.clone());
  return answer;
}

/** What a page loads: the copy when that is as good as new, or when the page is a copy too. @param {FetchEvent} event */
async function piece({ request, clientId }) {
  const address = tidy(request.url);
  const sure = isNamed(address) || given.has(clientId);
  const copy = sure && (await kept(address, clientId));
  if (copy) return copy.answer;
  try {
    return await fetch(request);
  } catch (error) {
    const found = !sure && (await kept(address, clientId));
    if (found) return found.answer;
    throw error;
  }
}

/** A part of a file, as a viewer of PDFs asks: from the host, else cut from the copy. @param {Request} request */
async function part(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const file = await (await kept(tidy(request.url)))?.answer.blob();
    const [, first, last] = request.headers.get("range")?.match(/^bytes=(\d+)-(\d*)$/) ?? [];
    if (!file || !first || Number(first) >= file.size) throw error;
    const end = Math.min(Number(last || file.size - 1), file.size - 1);
    const headers = { "content-type": file.type, "content-range": `bytes ${first}-${end}/${file.size}` };
    return new Response(file.slice(Number(first), end + 1, file.type), { status: 206, headers });
  }
}

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !isOurs(request.url)) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (request.headers.has("range")) event.respondWith(part(request));
  // A page that takes the site along asks the host itself.
  else if (request.cache !== "no-store") event.respondWith(piece(event));
});
