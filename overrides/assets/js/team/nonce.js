// The number by which the facilitator knows that two codes are from one person. It says nothing else. It is kept for as long
// as that person is in the session: going back, a reload or a second tab must not make two people of one.

import { inTab } from "../samen/in-tab.js";
import { channel } from "../samen/site.js";
import { noncesOf } from "./code.js";

/** @typedef {{ session: number, nonce: number }} Known */

const NAME = "samen-kijken";
const here = inTab(NAME, /** @type {Known | null} */ (null));
/** @type {number | null} the session that other tabs were asked about */
let asked = null;
const tellTabs = channel(NAME, (news) => {
  const known = here.get();
  if (news.nonce === undefined) {
    if (known?.session === news.session) tellTabs(known);
  } else if (news.session === asked && known?.session !== asked) here.set(news);
});

/** Ask other tabs whether this person takes part in `session` there already. @param {number} session */
export function askTabs(session) {
  asked = session;
  if (here.get()?.session !== session) tellTabs({ session });
}

/** The number of this person in `session`. @param {number} session */
export function nonceFor(session) {
  const known = here.get();
  if (known?.session === session) return known.nonce;
  const [high, low] = crypto.getRandomValues(new Uint32Array(2));
  const nonce = ((high % 2 ** 20) * 2 ** 32 + low) % noncesOf(session);
  here.set({ session, nonce });
  return nonce;
}

export const forgetNonce = () => here.set(null);
