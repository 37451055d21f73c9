// Where this copy of the site stands. Several may share one origin, and with it all that a browser keeps for them.

/** The address of the site's root, with a slash at the end. */
export const root = new URL(document.documentElement.dataset.root ?? ".", document.baseURI);

/** The name of something that is kept, for this copy only. @param {string} name */
export const own = (name) => `${name}:${root.pathname}`;

/** Whether this page stands in a frame, around which another may have put its own to be pressed by mistake. */
export const framed = self !== top;

/**
 * News between the tabs and windows of this copy on one device.
 * @param {string} name of ours
 * @param {(news: any) => void} hear
 * @returns {(news: any) => void} tell the others; where a browser has none, or refuses one as Firefox does when nothing may be kept,
 *   there are none to tell
 */
export function channel(name, hear) {
  let open;
  try {
    open = new BroadcastChannel(own(name));
  } catch {
    return () => {};
  }
  open.addEventListener("message", ({ data }) => hear(data));
  return (news) => open.postMessage(news);
}
