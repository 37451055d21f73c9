// Has what was read open without internet, says so when what one sees is a copy, and that the site has been renewed.

import { find, h } from "./samen/dom.js";
import { framed } from "./samen/site.js";
import { WORKER, forgetEarlier } from "./samen/worker.js";

const KEPT = "De site antwoordt nu niet. Je ziet de kopie van deze pagina die op dit apparaat staat; die werkt gewoon.";
const RENEWED = "Deze site is vernieuwd, en deze pagina ook. Je leest nog de vorige versie.";
const SAME = "Deze site is vernieuwd. Wat je op deze pagina leest, hoort bij de nieuwe versie.";

/** @param {string} sentence @param {...Node} more */
function announce(sentence, ...more) {
  document.querySelector(".kopie-melding")?.remove();
  find(document, "main").prepend(h("p", { class: "kopie-melding", role: "status" }, sentence, " ", ...more));
}

function again() {
  const button = h("button", { type: "button", class: "knop stil" }, "Laad de pagina opnieuw");
  button.addEventListener("click", () => location.reload());
  return button;
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
    if (data?.kind === "kept") announce(KEPT);
    if (data?.kind === "renewed" && renews) announce(data.same ? SAME : RENEWED, ...(data.same ? [] : [again()]));
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
  const { serviceWorker } = navigator;
  if (document.readyState === "complete") begin(serviceWorker);
  else addEventListener("load", () => begin(serviceWorker));
}
