// What the facilitator's tab keeps of a session, so that a reload or another page loses nothing. No other tab sees it, and it
// goes when the session ends or the tab is closed.

import { list, nullable, object, refuse, text, truth, whole } from "../../samen/readers.js";
import { own } from "../../samen/site.js";
import { FIELD_COUNT, LINES, MARKERS, NONE, fieldsOf, linesOf } from "../code.js";
import { BINS } from "./sessie.js";

/** @typedef {{ session: import("./sessie.js").Kept, way: string }} Kept */

const KEY = own("samen-kijken-begeleider");
const count = whole(0, 10_000, "een aantal");
const number = whole(0, Number.MAX_SAFE_INTEGER, "een nummer");
const bins = list(count, BINS, BINS);
const given = object({ places: list(whole(0, NONE, "een plaats"), LINES, LINES), consent: truth });
const marker = /** @type {import("../../samen/readers.js").Reader<import("../code.js").Marker>} */ (
  text(new RegExp(`^(${MARKERS.join("|")})$`), "een lijn")
);
/** @type {import("../../samen/readers.js").Reader<import("./sessie.js").Last>} */
const last = (value, place) =>
  value === "niet-mee"
    ? value
    : Object.hasOwn(Object(value), "nonce")
      ? object({ nonce: number })(value, place)
      : object({ given })(value, place);
/** @type {import("../../samen/readers.js").Reader<[number, import("./sessie.js").Given]>} */
const phone = (value, place) =>
  Array.isArray(value) && value.length === 2
    ? [number(value[0], place), given(value[1], place)]
    : refuse(place, "een code");
const kind = object({
  session: object({
    number,
    people: nullable(count),
    declined: count,
    counts: object({ received: count, willing: count, all: list(bins), seen: list(bins) }),
    phones: list(phone),
    last: nullable(last),
    beeld: nullable(
      object({
        received: count,
        shown: nullable(count),
        fields: list(
          object({
            field: whole(1, FIELD_COUNT, "een veld"),
            lines: list(object({ marker, bins: nullable(bins) }), MARKERS.length, MARKERS.length),
          }),
        ),
      }),
    ),
  }),
  way: text(/^[a-z]+$/, "een manier"),
});

/** @param {{ session: import("./sessie.js").Sessie, way: string }} what @returns {boolean} whether it could be kept */
export function keep(what) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(what));
    return true;
  } catch {
    return false;
  }
}

/** What is kept; null when nothing is, or not as this edition of the page keeps it. @returns {Kept | null} */
export function kept() {
  try {
    const found = kind(JSON.parse(sessionStorage.getItem(KEY) ?? "null"), "");
    const { session } = found;
    const lines = linesOf(session.number).length;
    const counted = [session.counts.all, session.counts.seen].every(({ length }) => length === lines);
    const drawn = session.beeld?.fields.map(({ field }) => field) ?? fieldsOf(session.number);
    return lines && counted && String(drawn) === String(fieldsOf(session.number)) ? found : null;
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
