// Random orders of what happens in a session, against a plain list of who stands where: told is what differed.

import { LINES, NONE, PLACES, encode, newSession, noncesOf } from "../../overrides/assets/js/team/code.js";
import { Sessie } from "../../overrides/assets/js/team/begeleider/sessie.js";
import { answering } from "../answering.js";

// A generator with a seed (mulberry32), so that a failure comes back.
let seed = 12;
const random = () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const below = (end) => Math.floor(random() * end);
const some = (list) => list[below(list.length)];
const COLUMNS = [0, 0, 1, 1, 1, 2, 3, 3, 3, 4, 4];

/** One session: whatever happens, `stands` has everybody's own last answer, unless one is taken from it. */
function differs(spoilt) {
  const number = newSession([1 + below(6), 1 + below(6)], below(2 ** 14));
  let session = new Sessie(number);
  const places = () => Array.from({ length: LINES }, () => (random() < 0.1 ? NONE : below(PLACES)));
  const phones = Array.from({ length: 6 }, (_, who) => ({ who: `phone ${who}`, nonce: below(noncesOf(number)) }));
  const stands = new Map();
  let [people, declined, last] = [0, 0, null];
  const takesPart = ({ places: given }) => session.lines.some((line) => given[line] !== NONE);
  const answered = (who, given) => {
    // Like the page: on a line that takes part at least one place, unless a phone says not to take part.
    if (!takesPart(given) && !who.startsWith("phone")) return;
    const same = JSON.stringify(stands.get(who)) === JSON.stringify(given);
    stands.set(who, given);
    if (!same) last = { who };
  };
  const events = {
    phone() {
      const { who, nonce } = some(phones);
      const absent = random() < 0.2;
      const given = {
        places: places().map((one, line) => (session.lines.includes(line) && !absent ? one : NONE)),
        consent: !absent && random() < 0.5,
      };
      const text = encode({ session: number, nonce, ...given });
      // The same phone may hold up its code more than once.
      for (let times = 1 + below(2); times > 0; times--) session.takeCode(text);
      answered(who, given);
    },
    device() {
      const given = { places: places(), consent: random() < 0.5 };
      session.take(given.places, given.consent);
      answered(`device ${people++}`, given);
    },
    decline() {
      session.decline();
      declined += 1;
      last = { declined: true };
    },
    takeBack() {
      session.takeBack();
      if (last?.declined) declined -= 1;
      else if (last) stands.delete(last.who);
      last = null;
    },
    // The leader's tab is loaded anew, or comes back.
    reload() {
      session = Sessie.from(JSON.parse(JSON.stringify({ session })).session);
    },
    otherSession() {
      session.takeCode(encode({ session: number ^ 1, nonce: some(phones).nonce, places: places(), consent: true }));
    },
    slip() {
      const text = encode({ session: number, nonce: some(phones).nonce, places: places(), consent: true });
      session.takeCode((text[0] === "0" ? "1" : "0") + text.slice(1));
    },
  };
  // What happens most is that somebody hands in.
  const names = [...Object.keys(events), "phone", "phone", "device"];
  const order = Array.from({ length: 1 + below(14) }, () => some(names));
  for (const name of order) {
    events[name]();
    const taking = [...stands.values()].filter(takesPart).length;
    if (session.received !== taking || session.declined !== declined + stands.size - taking) return [order, name];
  }
  if (spoilt && stands.size) stands.delete(some([...stands.keys()]));
  const absent = session.declined;
  const shown = session.show();
  if (session.declined !== absent) return [order, "absent"];
  const all = [...stands.values()].filter(takesPart);
  const seen = all.length < 5 ? all.filter(({ consent }) => consent) : all;
  if (shown === null) return all.length < 5 && seen.length < 2 ? null : [order, "no picture"];
  const bins = session.lines.map((line) => {
    const column = [0, 0, 0, 0, 0];
    for (const { places: given } of seen) if (given[line] !== NONE) column[COLUMNS[given[line]]] += 1;
    return all.length >= 5 && column.reduce((sum, one) => sum + one) < 5 ? null : column;
  });
  const found = shown.fields.flatMap(({ lines }) => lines.map((line) => line.bins));
  return JSON.stringify(found) === JSON.stringify(bins) && shown.received === all.length ? null : [order, "picture"];
}

answering(({ orders, spoilt }) =>
  Array.from({ length: orders }, () => differs(spoilt))
    .filter(Boolean)
    .slice(0, 5),
);
