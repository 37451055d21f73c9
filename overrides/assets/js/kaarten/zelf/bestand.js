// Cards that somebody wrote as a file, to keep and to hand on; read strictly, for it may come from anywhere. No foreign text in a sentence.

import { h } from "../../samen/dom.js";
import { handOver } from "../../samen/file.js";
import { Refusal, isObject, textIn } from "../../samen/readers.js";
import { say } from "../../samen/say.js";
import { today } from "../../samen/words.js";
import { MOST_CARDS, MOST_LETTERS, PARTS, tidiedCard, tooLongPart } from "../geschreven.js";

/** @typedef {import("../geschreven.js").Written} Written */

const KIND = "eigen-kaarten";
const SCHEMA = 1;
const LARGEST = 1_000_000;

/** @param {Written[]} cards */
export const written = (cards) => JSON.stringify({ soort: KIND, schema: SCHEMA, kaarten: cards }, null, 1);

/** @param {unknown} value @param {string} place @param {readonly string[]} names the only ones that it may have @returns {Record<string, unknown>} */
function object(value, place, names) {
  if (!isObject(value)) {
    throw new Refusal(`In dit bestand staat bij ‘${place}’ geen kaart.`);
  }
  if (Object.keys(value).some((name) => !names.includes(name))) {
    throw new Refusal(`In dit bestand staat bij ‘${place}’ meer dan ${names.join(", ")}.`);
  }
  return value;
}

/** @param {string} text of a file @param {import("../keuze.js").Offer} offer @returns {Written[]} @throws {Refusal} */
export function readCards(text, offer) {
  let raw;
  try {
    raw = JSON.parse(text);
  } catch {
    throw new Refusal("Dit is geen bestand van deze site: kies een bestand dat je hier downloadde.");
  }
  if (raw?.soort !== KIND) throw new Refusal("In dit bestand staan geen eigen kaarten van deze site.");
  if (Number.isInteger(raw.schema) && raw.schema > SCHEMA) {
    throw new Refusal("Dit bestand is gemaakt met een nieuwere versie van deze site: open het daar.");
  }
  const { schema, kaarten } = object(raw, "het begin", ["soort", "schema", "kaarten"]);
  if (schema !== SCHEMA) throw new Refusal("In dit bestand staat bij ‘schema’ geen 1.");
  if (!Array.isArray(kaarten) || kaarten.length > MOST_CARDS) {
    throw new Refusal(`In dit bestand staat bij ‘kaarten’ geen lijst van hoogstens ${MOST_CARDS} kaarten.`);
  }
  return kaarten.map((one, index) => readCard(one, `kaart ${index + 1}`, offer));
}

/** @param {unknown} value @param {string} place @param {import("../keuze.js").Offer} offer @returns {Written} */
function readCard(value, place, offer) {
  const { set, ...parts } = object(value, place, ["set", ...PARTS]);
  if (typeof set !== "string" || !offer.decks.get(set)?.zelf) {
    throw new Refusal(`In dit bestand staat bij ‘${place}, set’ geen set waarvan je kaarten kunt schrijven.`);
  }
  /** @param {string} part */
  const noText = (part) =>
    new Refusal(`In dit bestand staat bij ‘${place}, ${part}’ geen tekst van hoogstens ${MOST_LETTERS} letters.`);
  const [groot, klein, achter] = PARTS.map((part) => {
    const text = parts[part];
    if (typeof text !== "string") throw noText(part);
    return text;
  });
  const card = tidiedCard({ set, groot, klein, achter });
  // As it is kept: a sign that becomes three letters counts for three.
  const long = tooLongPart(card);
  if (long) throw noText(long);
  return card;
}

export class Bestand {
  /** @param {import("../keuze.js").Offer} offer @param {() => Written[]} cards @param {(cards: Written[]) => void} opened */
  constructor(offer, cards, opened) {
    this.status = h("p", { role: "status", class: "kies-zelf-fout" });
    this.save = h("button", { type: "button", class: "knop stil" }, "Download je eigen kaarten als bestand");
    const field = h("input", { type: "file", accept: ".json,application/json", id: "zelf-bestand" });
    this.element = h(
      "div",
      { class: "kies-zelf-bestand" },
      h("p", {}, this.save),
      h("p", {}, h("label", { for: field.id }, "Open een bestand met eigen kaarten"), field),
      this.status,
    );
    this.save.addEventListener("click", () => {
      handOver(new Blob([written(cards())], { type: "application/json" }), `${KIND}-${today()}.json`);
      say(this.status, "Het bestand staat bij je downloads.");
    });
    field.addEventListener("change", async () => {
      const [file] = field.files ?? [];
      if (!file) return;
      try {
        opened(readCards(await textIn(file, LARGEST, "een bestand met eigen kaarten"), offer));
        say(this.status, "");
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        say(this.status, `${error.message} Er is niets veranderd.`);
      } finally {
        // So that the same file can be chosen again.
        field.value = "";
      }
    });
  }

  /** @param {number} count how many cards there are to keep */
  show(count) {
    this.save.hidden = !count;
  }
}
