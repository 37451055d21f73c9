// What a reflection is called: by its day, and by its number there when that day has more.

import { sayDay } from "../samen/words.js";

/** @typedef {import("./kept/document.js").Reflectie} Reflectie */

/** @param {Reflectie} one @param {readonly Reflectie[]} all the newest first, with `one` among them @returns {string} such as `30 november 2026, nummer 2` */
export function called({ id, begonnen }, all) {
  const same = all.filter((other) => other.begonnen === begonnen);
  const number = same.length - same.findIndex((other) => other.id === id);
  return sayDay(begonnen) + (same.length > 1 ? `, nummer ${number}` : "");
}
