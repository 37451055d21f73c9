// Has what was read open without internet, says so when what one sees is a copy, and that the site has been renewed.

import { find, h } from "./samen/dom.js";
import { WORKER, forgetEarlier } from "./samen/offline/worker.js";
import { framed } from "./samen/site.js";

const KEPT = "De site antwoordt nu niet. Je ziet de kopie van deze pagina die op dit apparaat staat; die werkt gewoon.";
const RENEWED = "Deze site is vernieuwd, en deze pagina ook. Je leest nog de vorige versie.";
const SAME = "Deze site is vernieuwd. Wat je op deze pagina leest, hoort bij de nieuwe versie.";

const said = h("span", { role: "status" });
const again = h("button", { type: "button", class: "knop stil", hidden: "" }, "Laad de pagina opnieuw");
again.addEventListener("click", () => location.reload());

/** @param {string} sentence @param {boolean} old whether what one reads is */
function announce(sentence, old) {
  said.textContent = sentence;
  again.hidden = !old;
}

/** Tell the worker that this page is open, or what it has loaded by now. @param {"open" | "seen"} kind */
async function tell(kind) {
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  active?.postMessage({ kind, address: location.pathname, loaded });
}

/** @param {ServiceWorkerContainer} container */
async function begin(container) {
  // Without one, all is new and nothing renewed.
  let renews = container.controller !== null;
  container.addEventListener("message", ({ data }) => {
    if (data?.kind === "kept") announce(KEPT, false);
    if (data?.kind === "renewed" && renews) announce(data.same ? SAME : RENEWED, !data.same);
  });
  container.addEventListener("controllerchange", () => {
    renews = true;
    // The new one knows what it may load later.
    tell("open");
  });
  try {
    await forgetEarlier();
    const registration = await container.register(WORKER);
    tell("open");
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") tell("seen");
      else registration.update().catch(() => {});
    });
  } catch {
    // Without it everything works, only not offline.
  }
}

// In a frame of another site nothing is kept.
if ("serviceWorker" in navigator && !framed) {
  // A region that comes with its words is not heard.
  find(document, "main").prepend(h("div", { class: "kopie-melding" }, said, " ", again));
  const { serviceWorker } = navigator;
  if (document.readyState === "complete") begin(serviceWorker);
  else addEventListener("load", () => begin(serviceWorker));
}
