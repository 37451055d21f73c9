// Works offline once opened: registers the worker of /reflectie/, and takes it and what it holds away again.

import { own, root } from "./samen/site.js";

const ADDRESS = new URL("reflectie/werker.js", root);
/** What the names of its stores begin with; a version comes behind it. */
const STORES = `${own("zelfreflectie")} `;

const KEPT = "De site antwoordt nu niet. Je ziet de kopie van deze pagina die op dit apparaat staat; die werkt gewoon.";

if ("serviceWorker" in navigator) {
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data !== "kept" || document.querySelector(".kopie-melding")) return;
    const told = document.createElement("p");
    told.className = "kopie-melding";
    told.setAttribute("role", "status");
    told.textContent = KEPT;
    document.querySelector("main").prepend(told);
  });
  // Who gave this page knows where it came from.
  navigator.serviceWorker.controller?.postMessage("whence");
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
    const found = await navigator.serviceWorker?.getRegistration(ADDRESS);
    // Of another copy, when this one has none and lies within its reach.
    const registration = found?.scope === new URL("./", ADDRESS).href ? found : undefined;
    // One that is still filling its store would go on after the emptying.
    const filling = registration?.installing;
    if (filling)
      await Promise.race([
        new Promise((done) => filling.addEventListener("statechange", done)),
        new Promise((done) => setTimeout(done, 3000)),
      ]);
    await registration?.unregister();
    const names = (await globalThis.caches?.keys()) ?? [];
    await Promise.all(names.filter((name) => name.startsWith(STORES)).map((name) => caches.delete(name)));
  } catch {
    // Where these are forbidden, there is nothing to take away.
  }
}
