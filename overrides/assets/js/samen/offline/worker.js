// The service worker of the site, seen from a page: where it is, and what it is asked.

import { root } from "../site.js";
import { storesOf } from "./stores.js";

export const WORKER = new URL("werker.js", root);
export const STORES = storesOf(root.pathname);
/** Which pages the worker saw to that was there for the reflection alone. */
const EARLIER = new URL("reflectie/", root).href;

/** The registration of this copy of the site, not of one around it. @param {string} scope */
export async function registered(scope) {
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
