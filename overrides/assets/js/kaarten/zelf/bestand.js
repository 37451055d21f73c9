// Cards that somebody wrote as a file, to keep and to hand on; read strictly, for it may come from anywhere. No foreign text in a sentence.

import { h } from "../../samen/dom.js";
import { handOver } from "../../samen/file.js";
import { Refusal, about, list, object, parsed, refuse, text, textIn, whole } from "../../samen/readers.js";
import { say } from "../../samen/say.js";
import { today } from "../../samen/words.js";
import { MOST_CARDS, MOST_LETTERS, tidiedCard, tooLongPart } from "../geschreven.js";

/** @typedef {import("../geschreven.js").Written} Written */

const KIND = "eigen-kaarten";
const SCHEMA = 1;
const LARGEST = 1_000_000;

/** @param {Written[]} cards */
export const written = (cards) => JSON.stringify({ soort: KIND, schema: SCHEMA, kaarten: cards }, null, 1);

const TEXT = `tekst van hoogstens ${MOST_LETTERS} letters`;
// How long it is counts only as it is kept: a sign that becomes three letters counts for three.
const anyText = text(/^/, TEXT);
const parts = object({ set: anyText, groot: anyText, klein: anyText, achter: anyText });

/** @param {import("../keuze.js").Offer} offer @returns {import("../../samen/readers.js").Reader<Written>} */
const cardOf = (offer) => (value, place) => {
  const card = tidiedCard(parts(value, place));
  if (!offer.decks.get(card.set)?.zelf) refuse(`${place}, set`, "een set waarvan je kaarten kunt schrijven");
  const long = tooLongPart(card);
  return long ? refuse(`${place}, ${long}`, TEXT) : card;
};

/** @param {string} json @param {import("../keuze.js").Offer} offer @returns {Written[]} @throws {Refusal} */
export function readCards(json, offer) {
  const raw = parsed(json, "eigen kaarten");
  if (raw?.soort === KIND && Number.isInteger(raw.schema) && raw.schema > SCHEMA) {
    throw new Refusal("Dit bestand is gemaakt met een nieuwere versie van deze site: open het daar.", "newer");
  }
  const file = object({
    soort: text(/^eigen-kaarten$/, KIND),
    schema: whole(SCHEMA, SCHEMA, String(SCHEMA)),
    kaarten: list(cardOf(offer), 0, MOST_CARDS),
  });
  return about(KIND, "In dit bestand staan geen eigen kaarten van deze site", (value) => file(value, ""))(raw).kaarten;
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
