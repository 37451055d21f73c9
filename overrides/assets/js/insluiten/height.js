// In a frame: the page around is told how high this one is, each time that changes and when asked for with { vraag: "hoogte" }:
//   { subject: "lti.frameResize", height: 640, van: "samen-leren-balanceren" }
// Canvas acts on that subject by itself; on another page insluiten-hoogte.js does. Nothing else is told.

const root = document.documentElement;

function tell() {
  const height = Math.ceil(root.getBoundingClientRect().height);
  parent.postMessage({ subject: "lti.frameResize", height, van: "samen-leren-balanceren" }, "*");
}

export function tellHeight() {
  new ResizeObserver(tell).observe(root);
  // A frame of another site that is out of sight is observed only once it is seen; the page would jump then.
  document.fonts.ready.then(tell);
  addEventListener("message", ({ data }) => {
    if (data?.vraag === "hoogte") tell();
  });
}
