// The service worker of /reflectie/: holds what those pages need, so that they open without internet too. With internet
// they always come fresh.

// The build fills this in: the addresses, what some pages fetch only when it is used, and a version that changes with
// what they all hold.
/** @type {{ versie: string, adressen: string[], later: Record<string, string[]> }} */
const STORE = BUILT_STORE;
// By the path of this copy of the site, as samen/site.js names things: several may share one origin.
const PREFIX = `zelfreflectie:${new URL("..", location.href).pathname} `;
const NAME = PREFIX + STORE.versie;

/** @param {string[]} addresses */
async function fill(addresses) {
  const store = await caches.open(NAME);
  // Past the browser's own cache, which may still have what was there before.
  await store.addAll(addresses.map((address) => new Request(address, { cache: "no-cache" })));
}

addEventListener("install", (event) => {
  event.waitUntil(fill(STORE.adressen).then(() => skipWaiting()));
});

// A page says that it is open; what it may use later is not for those who never open it.
addEventListener("message", (event) => {
  const page = Object.keys(STORE.later).find(
    (address) => event.source.url.split(/[?#]/)[0] === new URL(address, location.href).href,
  );
  if (page)
    event.waitUntil(
      caches
        .has(NAME)
        .then((there) => there && fill(STORE.later[page]))
        .catch(() => {}),
    );
});

/** Stores of this copy from before they were named by its path: those that hold its pages. */
async function unnamed() {
  const names = (await caches.keys()).filter((name) => name.startsWith("zelfreflectie-"));
  const ours = await Promise.all(names.map((cacheName) => caches.match("./", { cacheName })));
  return names.filter((_, index) => ours[index]);
}

addEventListener("activate", (event) => {
  const tidied = caches.keys().then(async (names) => {
    const earlier = names.filter((name) => name.startsWith(PREFIX) && name !== NAME);
    await Promise.all([...earlier, ...(await unnamed())].map((name) => caches.delete(name)));
  });
  event.waitUntil(tidied);
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(
    fetch(request).catch(async (error) => {
      // Not through `open`, which would make a store where one was wiped.
      const kept = await caches.match(request, { cacheName: NAME, ignoreSearch: true });
      if (kept) return kept;
      throw error;
    }),
  );
});
