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

/** What to say when the browser didn't give all of it up. */
export const NOT_WIPED =
  "Niet alles is gewist: je browser hield pagina’s van deze site vast. Wis de gegevens van deze site in de instellingen van je browser.";

/**
 * Unregister the worker of this copy of the site and empty its stores.
 * @returns {Promise<boolean>} whether nothing of them is left
 */
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
  } catch {
    // Where workers are forbidden, there is none to take away.
  }
  return emptied();
}

/** Whether no store of this copy of the site is left, after taking each away. */
async function emptied() {
  let names;
  try {
    names = (await globalThis.caches?.keys()) ?? [];
  } catch {
    // Where these are forbidden, nothing was kept.
    return true;
  }
  const ours = names.filter((name) => name.startsWith(STORES.all) || isEarlier(root.pathname, name));
  const gone = await Promise.allSettled(ours.map((name) => caches.delete(name)));
  return gone.every(({ status }) => status === "fulfilled");
}
