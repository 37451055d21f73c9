// Where the worker stands: this copy of the site, and the addresses in it.

import { firstOf } from "../samen/offline/read.js";
import { storesOf } from "../samen/offline/stores.js";

/** @typedef {{ editie: string, later: Record<string, string[]>, geweigerd: string[] }} Build */

// The build fills this in: its edition, what each script or style may fetch later, and the folder of the pages for frames.
/** @type {Build} */
// @ts-expect-error no file has it
export const BUILD = BUILT;

export const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
/** The root of this copy of the site. */
export const ROOT = new URL("./", location.href);
export const STORES = storesOf(ROOT.pathname);
export const FIRST = firstOf(ROOT);
/** The page that is shown for one that isn't there. */
export const [FALLBACK] = FIRST;

/**
 * The one address under which a page or file is kept: without its slash forgotten, without what was asked of it, and
 * without its fragment, which may hold what a reader chose or answered.
 * @param {string} address
 */
export function tidy(address) {
  const { origin, pathname } = new URL(address);
  const page = pathname.replace(/(^|\/)index\.html$/, "$1");
  return origin + (/(\/|\.[^/]+)$/.test(page) ? page : `${page}/`);
}

/** The path below the root. @param {string} address tidy */
export function below(address) {
  const path = address.slice(ROOT.href.length);
  try {
    return decodeURI(path);
  } catch {
    // With a loose %, which no page of ours has.
    return path;
  }
}

/** @param {string} address */
export const isOurs = (address) => address.startsWith(ROOT.href);

/**
 * Whether a file is named by what is in it, so that a copy is as good as new; only the build names files so, and only here.
 * @param {string} address
 */
export const isNamed = (address) =>
  /\/assets\/vast\/[^/]+-[0-9A-Z]{8}\.\w+$|\/kaarten\/stand-[0-9a-f]+\//.test(address);
