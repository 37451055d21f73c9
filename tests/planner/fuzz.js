// Spoils documents and links of the planner in many ways, by chance that is the same each time, and tells what didn't go as it should.

import { read } from "../../overrides/assets/js/begeleiden/bestand.js";
import { readPlan, writePlan } from "../../overrides/assets/js/begeleiden/link.js";
import { Refusal } from "../../overrides/assets/js/samen/readers.js";
import { answering } from "../answering.js";

let seed = 20260309;
/** A number below `most`, by mulberry32. */
function chance(most) {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % most;
}
const pick = (all) => all[chance(all.length)];
const ODD = [
  null,
  true,
  -1,
  0,
  7,
  1.5,
  241,
  1e9,
  "",
  "x",
  "b1",
  "m1",
  "09:30",
  "24:00",
  "<img src=x onerror=alert(1)>",
  "\u202eomgekeerd",
  "\ud83d",
  "😀".repeat(500),
  "a".repeat(61),
  "2026-02-30",
  [],
  {},
  ["b1"],
  { __proto__: null, id: "b1" },
  NaN,
];

/** Give an object a key as JSON does, also one that would have a meaning. */
const put = (one, key, value) =>
  Object.defineProperty(one, key, { value, enumerable: true, configurable: true, writable: true });

/** A copy of `value` with one thing in it changed, taken away, doubled or put beside. */
function spoiled(value) {
  const copy = structuredClone(value);
  const places = [];
  const walk = (one) => {
    for (const key of Object.keys(one ?? {})) {
      places.push([one, key]);
      if (typeof one[key] === "object") walk(one[key]);
    }
  };
  walk(copy);
  for (let count = 1 + chance(3); count; count--) {
    const [one, key] = pick(places);
    const how = chance(5);
    if (how === 0) one[key] = pick(ODD);
    else if (how === 1) delete one[key];
    else if (how === 2) put(one, pick(["extra", "__proto__", "constructor", "notitie", "teller"]), pick(ODD));
    else if (how === 3 && Array.isArray(one)) one.push(...Array(chance(50)).fill(one[key]));
    else one[key] = typeof one[key] === "number" ? one[key] + chance(400) - 200 : pick(ODD);
  }
  return copy;
}

/** `text` with some letters changed, doubled, moved or cut. */
function garbled(text) {
  let made = text;
  for (let count = 1 + chance(4); count; count--) {
    const at = chance(made.length + 1);
    const how = chance(5);
    if (how === 0)
      made = made.slice(0, at) + pick([..."~._&=-%09azé\u202e\u0000#", "%", "%E2%82", "%7E", "😀"]) + made.slice(at);
    else if (how === 1) made = made.slice(0, at) + made.slice(at + 1 + chance(8));
    else if (how === 2) made = made.slice(0, at);
    else if (how === 3) made += made.slice(at);
    else made = made.slice(at) + made.slice(0, at);
  }
  return made;
}

const ordered = (_, one) =>
  one && typeof one === "object" && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).sort()) : one;
/** Whether two things hold the same, in whatever order their keys are. */
const same = (one, other) => JSON.stringify(one, ordered) === JSON.stringify(other, ordered);
/** A plan without the ids that each reading gives out. */
const unnumbered = (one) =>
  JSON.parse(JSON.stringify(one, (key, value) => (key === "id" || key === "teller" ? 0 : value)));
const isSentence = (text) => /^[A-Z].*[A-Za-z0-9’]\.$/s.test(text) && !/onerror|omgekeerd|__proto__/.test(text);
/** What is read of a text: nothing that turns it around, and no half letters. */
const asRead = (_, one) => (typeof one === "string" ? one.replace(/\u202e|\p{Cs}/gu, "") : one);

answering(({ plan, times }) => {
  const wrong = [];
  const counts = { documents: { taken: 0, refused: 0 }, links: { whole: 0, told: 0, none: 0 } };

  for (let time = 0; time < times; time++) {
    const document = spoiled(plan);
    const text = chance(4) ? JSON.stringify(document) : garbled(JSON.stringify(plan));
    try {
      const taken = read(text);
      counts.documents.taken++;
      if (!same(taken, JSON.parse(text, asRead))) wrong.push(`document read otherwise: ${text}`);
    } catch (error) {
      counts.documents.refused++;
      if (!(error instanceof Refusal)) wrong.push(`document: ${error.stack} for ${text}`);
      else if (!isSentence(error.message)) wrong.push(`no sentence: ${error.message}`);
    }
  }

  const link = writePlan(plan);
  for (let time = 0; time < times; time++) {
    const text = garbled(link);
    try {
      const found = readPlan(text);
      if (!found) {
        counts.links.none++;
        continue;
      }
      counts.links[found.trouble ? "told" : "whole"]++;
      if (found.trouble && !/^In deze link .*overgenomen\.$/s.test(found.trouble)) wrong.push(found.trouble);
      // What a reader takes, a file must be able to hold.
      if (!same(read(JSON.stringify(found.plan)), found.plan)) wrong.push(`no document: ${text}`);
      const written = writePlan(found.plan);
      const again = readPlan(written);
      if (written && (again?.trouble || !same(unnumbered(again?.plan), unnumbered(found.plan))))
        wrong.push(`link: ${text} became ${written}`);
    } catch (error) {
      wrong.push(`link: ${error.stack} for ${text}`);
    }
  }
  return { counts, wrong: wrong.slice(0, 20) };
});
