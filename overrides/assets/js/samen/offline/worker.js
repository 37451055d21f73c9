// The service worker of the site, seen from a page: where it is, and taking it away with all that it holds.

import { root } from "../site.js";
import { isEarlier, storesOf } from "./stores.js";

export const WORKER = new URL("werker.js", root);
export const STORES = storesOf(root.pathname);
/** Which pages the worker saw to that was there for the reflection alone. */
const EARLIER = new URL("reflectie/", root).href;

/** The registration of this copy of the site, not of one around it. @param {string} scope */
async function registered(scope) {
  const registration = await navigator.serviceWorker?.getRegistration(scope);
  return registration?.scope === scope ? registration : undefined;
}

/** Take away the worker that was there before this one; it would go on seeing to its pages. */
export const forgetEarlier = async () => (await registered(EARLIER))?.unregister();

/** Have a page kept that goes with this one, as if it had been read too; without a worker, nothing. @param {string} address */
export async function keepToo(address) {
  const ready = await navigator.serviceWorker?.ready;
  ready?.active?.postMessage({ kind: "too", address });
}

/** Unregister the worker of this copy of the site and empty its stores. */
export async function forgetWorker() {
  try {
    await forgetEarlier();
    const mine = await registered(root.href);
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
    const ours = names.filter((name) => name.startsWith(STORES.all) || isEarlier(root.pathname, name));
    await Promise.all(ours.map((name) => caches.delete(name)));
  } catch {
    // Where these are forbidden, there is nothing to take away.
  }
}
