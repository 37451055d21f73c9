// Taking away the worker of this copy of the site with all that it holds.

import { root } from "../site.js";
import { isEarlier } from "./stores.js";
import { STORES, forgetEarlier, registered } from "./worker.js";

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
