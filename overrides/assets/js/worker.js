// The service worker of /reflectie/: holds what those pages need, so that they open without internet too. With internet
// the pages always come fresh; what they load is named by its content, so what is held of that is as good as new.

// The build fills this in: the addresses, what some pages fetch only when it is used, and a version that changes with
// what they all hold.
/** @type {{ versie: string, adressen: string[], later: Record<string, string[]> }} */
// @ts-expect-error no file has it
const STORE = BUILT_STORE;
// By the path of this copy of the site, as samen/site.js names things: several may share one origin.
const PREFIX = `zelfreflectie:${new URL("..", location.href).pathname} `;
const NAME = PREFIX + STORE.versie;
// How the store remembers that a page was opened, and what it may use later fetched.
const OPENED = "geopend/";
const PATIENCE = 3000;

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
/** @type {Set<string>} windows that were given a page that was kept */
const given = new Set();

/** @param {string[]} addresses */
async function fill(addresses) {
  const store = await caches.open(NAME);
  // Past the browser's own cache, which may still have what was there before.
  await store.addAll(addresses.map((address) => new Request(address, { cache: "no-cache" })));
}

/** Fetch what `page` may use later, and remember that it may. @param {string} page */
async function fillLater(page) {
  await fill(STORE.later[page]);
  await (await caches.open(NAME)).put(OPENED + page, new Response());
}

/** The stores of this copy of the site, the oldest first. */
const stores = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

/** Stores of this copy from before they were named by its path: those that hold its pages. */
async function unnamed() {
  const names = (await caches.keys()).filter((name) => name.startsWith("zelfreflectie-"));
  const ours = await Promise.all(names.map((cacheName) => caches.match("./", { cacheName })));
  return names.filter((_, index) => ours[index]);
}

/** The pages that use something later and were opened before this worker came. */
async function openedPages() {
  const names = await stores();
  const pages = Object.keys(STORE.later);
  const known = await Promise.all(
    pages.map(async (page) => {
      const found = await Promise.all(names.map((cacheName) => caches.match(OPENED + page, { cacheName })));
      return found.some(Boolean);
    }),
  );
  return pages.filter((_, index) => known[index]);
}

worker.addEventListener("install", (event) => {
  const all = fill(STORE.adressen).then(async () => {
    for (const page of await openedPages()) await fillLater(page);
  });
  event.waitUntil(all.then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (event) => {
  // The last one before this is left, for a page that is still open has scripts that name what is in there.
  const tidied = stores().then(async (names) => {
    const earlier = names.filter((name) => name !== NAME).slice(0, -1);
    await Promise.all([...earlier, ...(await unnamed())].map((name) => caches.delete(name)));
  });
  event.waitUntil(tidied);
});

worker.addEventListener("message", (event) => {
  const { source } = event;
  if (!(source instanceof WindowClient)) return;
  if (event.data === "whence" && given.has(source.id)) source.postMessage("kept");
  // A page says that it is open; what it may use later is not for those who never open it.
  const here = source.url.split(/[?#]/)[0];
  const page = Object.keys(STORE.later).find((address) => here === new URL(address, location.href).href);
  if (event.data !== "open" || !page) return;
  const filled = caches.has(NAME).then((there) => (there ? fillLater(page) : undefined));
  event.waitUntil(filled.catch(() => {}));
});

/** What was kept of `request`, in this store or the one before. @param {Request} request */
async function kept(request) {
  for (const cacheName of (await stores()).sort((name) => (name === NAME ? -1 : 1))) {
    // Not through `open`, which would make a store where one was wiped.
    const found = await caches.match(request, { cacheName, ignoreSearch: true });
    if (found) return found;
  }
  return undefined;
}

/** A page: fresh, unless that takes too long or the server has trouble, and there is a copy. @param {FetchEvent} event */
async function page({ request, resultingClientId }) {
  const fresh = fetch(request);
  fresh.catch(() => {});
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("no answer in time")), PATIENCE));
  try {
    const answer = await Promise.race([fresh, late]);
    if (answer.status < 500) return answer;
  } catch {
    // No network, or no patience.
  }
  const copy = await kept(request);
  if (!copy) return fresh;
  given.add(resultingClientId);
  return copy;
}

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else event.respondWith(kept(request).then((found) => found ?? fetch(request)));
});
