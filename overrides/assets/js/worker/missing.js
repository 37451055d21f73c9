// The page for one that isn't kept: says so, and offers those that are.

import { FALLBACK, ROOT, below } from "./place.js";
import { pages, store } from "./visited.js";
import { fromWhole } from "./whole.js";

/** Addresses of the page itself, which is shown at any depth. */
const RELATIVE = /(\s(?:href|src|action|data-root|data-index)=")(?![#/]|\w+:)(?:\.(?:\/|(?=")))?/g;
const PLACE = '<ul class="bewaard"></ul>';

/** The answer, or undefined when the page for it isn't kept either. */
export async function missing() {
  const visited = await store();
  const page = (await visited?.match(FALLBACK)) ?? (await fromWhole(below(FALLBACK)));
  if (!page) return undefined;
  const html = (await page.text()).replace(RELATIVE, `$1${ROOT.pathname}`);
  const kept = visited ? await pages(visited) : [];
  const items = kept.map(({ address, title }) => `<li><a href="${address.replaceAll('"', "%22")}">${title}</a></li>`);
  const body = html.replace(PLACE, () => (items.length ? `<ul class="bewaard">${items.join("")}</ul>` : ""));
  const headers = new Headers(page.headers);
  return new Response(body, { status: 503, statusText: "Service Unavailable", headers });
}
