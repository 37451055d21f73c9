// Has the pages of /reflectie/ open without internet once opened, and says so when what one sees is a copy that was kept.

import { find, h } from "./samen/dom.js";
import { WORKER } from "./samen/worker.js";

const KEPT = "De site antwoordt nu niet. Je ziet de kopie van deze pagina die op dit apparaat staat; die werkt gewoon.";

async function register() {
  try {
    await navigator.serviceWorker.register(WORKER);
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage("open");
  } catch {
    // Without it everything works, only not offline.
  }
}

if ("serviceWorker" in navigator) {
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data !== "kept" || document.querySelector(".kopie-melding")) return;
    find(document, "main").prepend(h("p", { class: "kopie-melding", role: "status" }, KEPT));
  });
  // Who gave this page knows where it came from.
  navigator.serviceWorker.controller?.postMessage("whence");
  if (document.readyState === "complete") register();
  else addEventListener("load", register);
}
