// What the facilitator is told of how many: received, not taking part, still to come.

import { find, findAll, hide, told } from "../../samen/dom.js";
import { ENOUGH } from "./sessie.js";

/**
 * Tell how far a session is, and show what can be done by now.
 * @param {import("../../samen/steps.js").Page} page
 * @param {import("./sessie.js").Sessie} session
 */
export function tellCount(page, { received, declined, toCome, people, canTakeBack }) {
  page.fill("telling", String(received));
  const parts = [
    declined === 1 ? page.sentence("een-niet-mee") : declined ? page.sentence("niet-mee", { aantal: declined }) : "",
    toCome === null ? "" : toCome > 0 ? page.sentence("te-gaan", { aantal: toCome }) : "",
    toCome === 0 ? page.sentence("iedereen") : "",
    toCome !== null && toCome < 0 ? page.sentence("meer", { mensen: people ?? 0 }) : "",
  ].filter(Boolean);
  page.fill("verder", parts.map((part) => `, ${part}`).join(""));
  for (const part of findAll(page.root, "[data-bij]")) {
    part.hidden = (told(part, "bij") === "genoeg") !== received >= ENOUGH;
  }
  hide(find(page.root, '[data-zeker="haal-weg"]'), !canTakeBack, find(page.root, '[data-zeker="stop"] [data-vraag]'));
}

/** The number of people in a field: null when it is empty, undefined when it can't be. @param {HTMLInputElement} field */
export function readPeople(field) {
  if (!field.validity.valid) return undefined;
  return field.value === "" ? null : field.valueAsNumber;
}
