// What the facilitator's tab keeps of a session, so that a reload or another page loses nothing. No other tab sees it, and it
// goes when the session ends or the tab is closed.

import { own } from "../samen/site.js";

/** @typedef {{ session: import("./sessie.js").Kept, way: string }} Kept */

const KEY = own("samen-kijken-begeleider");

/** @param {{ session: import("./sessie.js").Sessie, way: string }} what @returns {boolean} whether it could be kept */
export function keep(what) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(what));
    return true;
  } catch {
    return false;
  }
}

/** @returns {Kept | null} */
export function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  } catch {
    return null;
  }
}

export function wipe() {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Where storage is forbidden, nothing was kept.
  }
}
