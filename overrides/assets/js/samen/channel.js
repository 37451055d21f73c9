// News between the tabs and windows of this site on one device.

import { own } from "./site.js";

/**
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
