// Works offline once opened: registers the worker of /reflectie/, and takes it and what it holds away again.

import { root } from "./samen/site.js";

const ADDRESS = new URL("reflectie/werker.js", root);
export const VOORRAAD = "zelfreflectie-";

if ("serviceWorker" in navigator) {
  const register = async () => {
    try {
      await navigator.serviceWorker.register(ADDRESS);
      const { active } = await navigator.serviceWorker.ready;
      active.postMessage("open");
    } catch {
      // Without it everything works, only not offline.
    }
  };
  if (document.readyState === "complete") register();
  else addEventListener("load", register);
}

/** Unregister the worker and empty its store. */
export async function vergeet() {
  try {
    const registration = await navigator.serviceWorker?.getRegistration(ADDRESS);
    // One that is still filling its store would go on after the emptying.
    const filling = registration?.installing;
    if (filling)
      await Promise.race([
        new Promise((done) => filling.addEventListener("statechange", done)),
        new Promise((done) => setTimeout(done, 3000)),
      ]);
    await registration?.unregister();
    const names = (await globalThis.caches?.keys()) ?? [];
    await Promise.all(names.filter((name) => name.startsWith(VOORRAAD)).map((name) => caches.delete(name)));
  } catch {
    // Where these are forbidden, there is nothing to take away.
  }
}
