// In a frame: everything that the pages for frames need, and telling the page around it how high this one is.
//
// The message, to whoever is around, each time the height changes and when asked for with { vraag: "hoogte" }:
//   { subject: "lti.frameResize", height: 640, van: "samen-leren-balanceren" }
// Canvas acts on that subject by itself; on another page insluiten-hoogte.js does. Nothing else is told.

import "./insluiten/gekozen-vragen.js";
import "./lijn.js";

const root = document.documentElement;

function tell() {
  const height = Math.ceil(root.getBoundingClientRect().height);
  parent.postMessage({ subject: "lti.frameResize", height, van: "samen-leren-balanceren" }, "*");
}

if (parent !== window) {
  new ResizeObserver(tell).observe(root);
  addEventListener("message", ({ data }) => {
    if (data?.vraag === "hoogte") tell();
  });
}
