// The number by which the facilitator knows that two codes are from one person. It says nothing else. It is kept for as long
// as that person is in the session: going back, a reload or a second tab must not make two people of one.

import { channel, own } from "../samen/site.js";
import { noncesOf } from "./code.js";

/** @typedef {{ session: number, nonce: number }} Known */

const NAME = "samen-kijken";
const KEY = own(NAME);
/** @type {Known | null} where nothing can be kept */
let here = null;
/** @type {number | null} the session that other tabs were asked about */
let asked = null;
const tellTabs = channel(NAME, (news) => {
  const known = kept();
  if (news.nonce === undefined) {
    if (known?.session === news.session) tellTabs(known);
  } else if (news.session === asked && known?.session !== asked) keep(news);
});

/** Ask other tabs whether this person takes part in `session` there already. @param {number} session */
export function askTabs(session) {
  asked = session;
  if (kept()?.session !== session) tellTabs({ session });
}

/** The number of this person in `session`. @param {number} session */
export function nonceFor(session) {
  const known = kept();
  if (known?.session === session) return known.nonce;
  const [high, low] = crypto.getRandomValues(new Uint32Array(2));
  const nonce = ((high % 2 ** 20) * 2 ** 32 + low) % noncesOf(session);
  keep({ session, nonce });
  return nonce;
}

export function forgetNonce() {
  here = null;
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Where storage is forbidden, nothing was kept.
  }
}

/** @param {Known} known */
function keep(known) {
  here = known;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(known));
  } catch {
    // It then holds for as long as the page does.
  }
}

/** @returns {Known | null} */
function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null") ?? here;
  } catch {
    return here;
  }
}
