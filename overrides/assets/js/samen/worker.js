// The service worker of /reflectie/, seen from a page: where it is, and taking it away with all that it holds.

import { own, root } from "./site.js";

export const WORKER = new URL("reflectie/werker.js", root);
/** What the names of its stores begin with; a version comes behind it. */
const STORES = `${own("zelfreflectie")} `;

/** Unregister the worker of this copy of the site and empty its stores. */
export async function forgetWorker() {
  try {
    const registration = await navigator.serviceWorker?.getRegistration(WORKER);
    // Of another copy, when this one has none and lies within its reach.
    const mine = registration?.scope === new URL("./", WORKER).href ? registration : undefined;
    // One that is still filling its store would go on after the emptying.
    const filling = mine?.installing;
    if (filling) {
      await Promise.race([
        new Promise((done) => filling.addEventListener("statechange", done)),
        new Promise((done) => setTimeout(done, 3000)),
      ]);
    }
    await mine?.unregister();
    const names = (await globalThis.caches?.keys()) ?? [];
    await Promise.all(names.filter((name) => name.startsWith(STORES)).map((name) => caches.delete(name)));
  } catch {
    // Where these are forbidden, there is nothing to take away.
  }
}
