// For a page elsewhere that shows ours in frames: gives each frame the height that it asks for. It is not used on this site.

(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  const home = new URL("../../", script.src);
  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(home.href));

  addEventListener("message", ({ data, origin, source }) => {
    // Any window may send anything; only a frame with one of our pages in it is listened to. A sandbox may take its origin away.
    if (![home.origin, "null"].includes(origin) || data?.subject !== "lti.frameResize") return;
    const frame = frames().find((one) => one.contentWindow === source);
    const height = Number(data.height);
    if (frame && height > 0 && height < 50_000) frame.style.height = `${Math.ceil(height)}px`;
  });

  // A frame may have been ready before this script was.
  for (const frame of frames()) frame.contentWindow?.postMessage({ vraag: "hoogte" }, "*");
})();
