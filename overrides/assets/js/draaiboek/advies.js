// What somebody who led many meetings would say of a plan: never in the way, and each line can be put away. Pure.

import { isCard } from "../begeleiden/draaiboek.js";
import { longestStretch, planned, total } from "../begeleiden/tijden.js";
import { fromTo } from "./telling.js";

/** @typedef {import("../begeleiden/draaiboek.js").Draaiboek} Draaiboek */
/** @typedef {import("../begeleiden/draaiboek.js").Blok} Blok */
/** @typedef {import("../begeleiden/blokken.js").Aanbod} Aanbod */
/** @typedef {{ id: string, zin: string, van?: string }} Advies its sentence, and the id of what on the site says why */

const STRETCH = 90;
const SPARE = 0.05;
/** More of the time than this about people, and they would have something to say. */
const ABOUT_OTHERS = 0.25;
const TELLS = ["wk2", "wk3", "wk4"];
const SWITCH = "wk5";
const ABOUT = ["wk3", "wk4", "wk5"];
/** So many people are a group. */
const A_FEW = 5;
/** Kinds that can well be done in less time. */
const WITHOUT_LEAST = ["veld", "set"];
const OPENING = ["wk1", "sv-alg"];

/** Whether a block is a card or a part of it. @param {Blok} blok @param {string} card */
const isOf = ({ wat }, card) => wat === card || wat.startsWith(`${card}-`);

/** @param {Draaiboek} plan @param {Aanbod} aanbod @returns {Advies[]} */
export function advice(plan, aanbod) {
  /** @type {Advies[]} */
  const found = [];
  /** @type {Blok[]} all that was done before */
  const before = [];
  for (const [number, meeting] of plan.bijeenkomsten.entries()) {
    const blocks = planned(meeting);
    if (!blocks.length) continue;
    const where = plan.bijeenkomsten.length > 1 ? `Bijeenkomst ${number + 1}: ` : "";
    /** @param {string} id @param {string} zin @param {string} [van] */
    const say = (id, zin, van) =>
      found.push({ id: `${id}-${meeting.id}`, zin: `${where}${where ? low(zin) : zin}`, van });

    for (const [at, blok] of blocks.entries()) {
      const earlier = [...before, ...blocks.slice(0, at)];
      if (isOf(blok, SWITCH) && !earlier.some((one) => TELLS.some((card) => isOf(one, card)))) {
        say(
          "verhaal",
          `‘${aanbod.title(blok)}’ lukt beter als iedereen het verhaal kent. Een tijdlijn of geno-sociogram ervoor kan helpen.`,
          "wk5-vb2",
        );
        break;
      }
    }
    const close = blocks.find(
      (blok, at) =>
        (aanbod.of(blok)?.meedoen ?? 0) >= 3 && (at === blocks.length - 1 || blocks[at + 1].wat === "pauze"),
    );
    if (close) {
      say(
        "raakt",
        `‘${aanbod.title(close)}’ kan mensen raken, en meteen daarna is het pauze of klaar. Maak eerst tijd om erop terug te kijken.`,
        "wk6-slot",
      );
    }
    const first = blocks[0];
    if (isCard(first) && !OPENING.some((one) => first.wat.startsWith(one))) {
      say(
        "begin",
        "Begin met wat mensen verwachten, en spreek af wat in de kamer blijft. Daar is een eigen onderdeel goed voor.",
        "wk1-vl2",
      );
    }
    const stretch = longestStretch(meeting);
    if (stretch > STRETCH) {
      say("pauze", `Er zit een stuk van ${stretch} minuten in zonder pauze. Na anderhalf uur is de aandacht op.`);
    }
    const spare = total({ blokken: blocks.filter(({ wat }) => wat === "ruimte") });
    if (total(meeting) >= 60 && spare < SPARE * total(meeting)) {
      say("ruimte", `Er is ${spare ? "weinig" : "geen"} ruimte voor wat uitloopt. Zet er een minuut of tien in.`);
    }
    before.push(...blocks);
  }
  found.push(...misfits(plan, aanbod));
  const about = before.filter((one) => ABOUT.some((card) => isOf(one, card)));
  if (!about.length || before.some((one) => isOf(one, "wk2"))) return found;
  if (total({ blokken: about }) > ABOUT_OTHERS * total({ blokken: before })) {
    found.push({
      id: "erbij",
      zin: "Meer dan een kwart van de tijd gaat over een gezin. Kan iemand van hen erbij zijn, of vooraf en na afloop iets laten horen?",
      van: "wk1-i1",
    });
  }
  found.push({
    id: "gezin",
    zin: "Gaat het over een gezin dat er niet bij is? Spreek af wie hun vertelt wat dit opleverde.",
    van: "wk2",
  });
  return found;
}

/**
 * What is planned for another number of people or in less time than we reckon it asks; each is told once.
 * @param {Draaiboek} plan @param {Aanbod} aanbod @returns {Iterable<Advies>}
 */
function misfits({ bijeenkomsten, groep }, aanbod) {
  /** @type {Map<string, Advies>} */
  const found = new Map();
  for (const blok of bijeenkomsten.flatMap(planned)) {
    const { mensen, minuten, soort = "" } = aanbod.of(blok) ?? {};
    const say = (/** @type {string} */ about, /** @type {string} */ rest) => {
      const id = `${about}-${blok.wat}`;
      if (!found.has(id)) found.set(id, { id, zin: `‘${aanbod.title(blok)}’ ${rest} of kies iets anders.` });
    };
    if (groep && mensen && (groep < mensen[0] || groep > mensen[1])) {
      const [least, most] = mensen;
      // What is for a few is no less so in two corners of a room, nor is it of use in groups that are too small.
      const more = most < A_FEW || groep < 2 * least ? "Doe dit met minder mensen" : "Maak kleinere groepen";
      const away = groep < least ? "Nodig anderen uit" : more;
      say("groep", `is naar schatting (redactie) voor ${fromTo(mensen)} mensen, en jullie zijn met ${groep}. ${away}`);
    }
    // Of a field the line alone takes less, a way to use a deck is called after its minutes, and who says how far it can be
    // shortened has thought of that.
    if (minuten && blok.minuten < minuten[0] && blok.kort === undefined && !WITHOUT_LEAST.includes(soort)) {
      say(
        "tijd",
        `vraagt naar schatting (redactie) minstens ${minuten[0]} minuten, en je plant er ${blok.minuten}. Maak meer tijd`,
      );
    }
  }
  return found.values();
}

/** @param {string} sentence */
const low = (sentence) => (sentence.startsWith("‘") ? sentence : sentence[0].toLowerCase() + sentence.slice(1));
