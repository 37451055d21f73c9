// A link that opens a chosen set, such as #velden=2,4&vragen=sv2-v1,sv4-v6: read, checked, and made. Pure.

import { parts, readChoices } from "../samen/address/fragment.js";
import { quote } from "../samen/words.js";

/**
 * @typedef {object} Keuze
 * @property {string[]} velden ids of fields, in their own order
 * @property {string[] | null} vragen ids of questions; null for all
 * @property {string} sentence about what isn't known; empty when everything is
 * @property {string} fragment the same choice without what isn't known, to put into the address
 */

/**
 * What `hash` chooses; null when it chooses nothing, as an ordinary anchor.
 * @param {string} hash
 * @param {string[]} fields ids of all fields, in order
 * @param {string[]} questions ids of all questions
 * @returns {Keuze | null}
 */
export function readLink(hash, fields, questions) {
  const choices = readChoices(hash);
  if (!choices) return null;
  /** @type {Set<string>} */
  const fieldsChosen = new Set();
  /** @type {Set<string>} */
  const asked = new Set();
  /** @type {string[]} */
  const unknown = [];
  for (const [name, value] of choices) {
    if (name !== "velden" && name !== "vragen") {
      unknown.push(name);
      continue;
    }
    for (const one of parts(value.toLowerCase())) {
      const field = `sv${one.replace(/^sv/, "")}`;
      if (name === "velden" && fields.includes(field)) fieldsChosen.add(field);
      else if (name === "vragen" && questions.includes(one)) asked.add(one);
      else unknown.push(`${name === "velden" ? "veld" : "vraag"} ${one}`);
    }
  }
  // A question brings its field along.
  for (const one of asked) fieldsChosen.add(one.split("-")[0]);
  const velden = fields.filter((id) => fieldsChosen.has(id));
  const vragen = asked.size ? questions.filter((id) => asked.has(id)) : null;
  const sentence = unknown.length
    ? `In de link staat iets wat hier niet bestaat (${quote(unknown)}), en dat is overgeslagen: ` +
      `een spanningsveld is een nummer van 1 tot en met ${fields.length}, een vraag een kenmerk zoals sv4-v6.`
    : "";
  return { velden, vragen, sentence, fragment: makeLink(velden, vragen) };
}

/** @param {string[]} velden @param {string[] | null} vragen @returns {string} empty when nothing is chosen */
export function makeLink(velden, vragen) {
  const chosen = [
    velden.length && `velden=${velden.map((id) => id.slice(2)).join(",")}`,
    vragen?.length && `vragen=${vragen.join(",")}`,
  ].filter(Boolean);
  return chosen.length ? `#${chosen.join("&")}` : "";
}
