// What a plan adds up to, in words. Pure.

import { available, endTime, lasting, longestStretch, planned, total } from "../begeleiden/tijden.js";
import { amount } from "../samen/words.js";

/** @typedef {import("../begeleiden/draaiboek.js").Draaiboek} Draaiboek */
/** @typedef {import("../begeleiden/draaiboek.js").Bijeenkomst} Bijeenkomst */
/** @typedef {import("../begeleiden/blokken.js").Aanbod} Aanbod */
/** @typedef {import("../begeleiden/blokken.js").Kaart} Kaart */

/** How long a meeting takes and when it ends, against the end that was set. @param {Bijeenkomst} meeting */
export function tellSum(meeting) {
  const minutes = total(meeting);
  const room = available(meeting);
  const left = room === undefined ? 0 : room - minutes;
  const over =
    room === undefined
      ? ""
      : left < 0
        ? ` Dat is ${lasting(-left)} te veel.`
        : left
          ? ` Je hebt nog ${lasting(left)} over.`
          : " Dat past precies.";
  return `Samen ${lasting(minutes)}, van ${meeting.begin} tot ${endTime(meeting)}.${over}`;
}

/** The same for all meetings, in a few words. @param {Draaiboek} plan */
export function tellPlan({ bijeenkomsten }) {
  const filled = bijeenkomsten.filter((one) => planned(one).length);
  if (!filled.length) return "Nog niets gepland";
  const stretch = Math.max(...filled.map(longestStretch));
  const without = `hoogstens ${amount(stretch, "minuut", "minuten")} zonder pauze`;
  if (bijeenkomsten.length > 1) {
    const minutes = filled.reduce((sum, one) => sum + total(one), 0);
    return `${amount(bijeenkomsten.length, "bijeenkomst", "bijeenkomsten")}, samen ${lasting(minutes)}, ${without}`;
  }
  return `${lasting(total(filled[0]))}, tot ${endTime(filled[0])}, ${without}`;
}

/** How people are busy, in shares of the time that cards take; empty while there are none. @param {Draaiboek} plan @param {Aanbod} aanbod */
export function tellBusy({ bijeenkomsten }, aanbod) {
  const spent = { zitten: 0, schrijven: 0, bewegen: 0 };
  for (const blok of bijeenkomsten.flatMap(planned)) {
    const card = aanbod.of(blok);
    if (card) spent[card.bezig ?? "zitten"] += blok.minuten;
  }
  const all = spent.zitten + spent.schrijven + spent.bewegen;
  if (!all) return "";
  const schrijven = share(spent.schrijven, all);
  const bewegen = Math.min(share(spent.bewegen, all), 100 - schrijven);
  const told = { zitten: 100 - schrijven - bewegen, schrijven, bewegen };
  const parts = Object.entries(told).flatMap(([name, part]) => (part ? `${part}% ${name}` : []));
  return `± ${parts.join(", ")}`;
}

/** In percent, rounded to fives: it is an estimate. @param {number} part @param {number} all */
const share = (part, all) => Math.round((part / all) * 20) * 5;

/** What `±` says. */
export const ESTIMATE = "± is een schatting (redactie).";
const OURS = " (redactie)";
const EACH = /per persoon|voor iedereen/;

/**
 * What to bring for some meetings: what their cards ask, and what was typed, each once; counted where each person needs one.
 * @param {Draaiboek["bijeenkomsten"]} meetings @param {Aanbod} aanbod @param {number} [people]
 */
export function materials(meetings, aanbod, people) {
  const all = meetings.flatMap(({ blokken }) =>
    blokken.flatMap((blok) => [
      ...(aanbod.of(blok)?.nodig ?? []),
      ...(blok.materiaal ?? "").split(/[;\n]/).map((one) => one.trim()),
    ]),
  );
  const each = new Set(all.filter(Boolean));
  // What a publication asks for is not ours because we ask for it elsewhere as well.
  const once = [...each].filter((one) => !one.endsWith(OURS) || !each.has(one.slice(0, -OURS.length)));
  return once.map((one) => (people && EACH.test(one) ? `${one}: ${people}` : one));
}

/**
 * What one can print for some meetings: what a block can't do without is `needed`, the rest goes with one. Of a deck in which
 * blocks have a card of their own those `kaarten` are enough.
 * @param {Draaiboek["bijeenkomsten"]} meetings @param {Aanbod} aanbod
 */
export function decks(meetings, aanbod) {
  /** @type {Map<string, { needed: boolean, whole: boolean, kaarten: Set<string> }>} */
  const found = new Map();
  const take = (/** @type {string} */ id, /** @type {boolean} */ needed, /** @type {string | undefined} */ card) => {
    const one = found.get(id) ?? { needed, whole: false, kaarten: new Set() };
    if (card) one.kaarten.add(card);
    else one.whole = true;
    one.needed ||= needed;
    found.set(id, one);
  };
  for (const blok of meetings.flatMap(({ blokken }) => blokken)) {
    const card = aanbod.of(blok);
    for (const id of aanbod.prints(blok)) take(id, true, undefined);
    for (const id of card?.sets ?? []) take(id, false, card?.kaart === id ? card.id : undefined);
  }
  return [...found].flatMap(([id, { needed, whole, kaarten }]) => {
    const deck = aanbod.decks.get(id);
    return deck ? [{ id, ...deck, needed, kaarten: whole ? [] : [...kaarten] }] : [];
  });
}

/** @typedef {ReturnType<typeof decks>[number]} Stapel */

/** What a deck is called, with how many of its cards are enough. @param {Stapel} deck */
export const deckName = ({ titel, kaarten }) =>
  kaarten.length ? `${titel} (${amount(kaarten.length, "kaart", "kaarten")})` : titel;

/** These cards as a choice in the picker; empty when there are none to choose. @param {Stapel[]} stapels */
export function pick(stapels) {
  const cards = stapels.filter(({ vel }) => !vel);
  const loose = cards.flatMap(({ kaarten }) => kaarten).join();
  const whole = cards.flatMap(({ id, kaarten }) => (kaarten.length ? [] : [id])).join();
  return [loose && `kaarten=${loose}`, whole && `set=${whole}`].filter(Boolean).join("&");
}

/** What we reckon that a card asks, beside time; empty when we reckoned nothing. @param {Kaart} card @param {Aanbod} aanbod */
export function tellAsked({ mensen, begeleiden, online }, aanbod) {
  if (!begeleiden) return "";
  const group = mensen ? `${fromTo(mensen)} mensen` : "elke groep";
  return `Voor ${group}. Begeleiden: ${aanbod.leads[begeleiden - 1]}. Online: ${online}. Dit is een schatting${OURS}.`;
}

/** @param {[number, number]} pair */
export const fromTo = ([low, high]) => (low === high ? String(low) : `${low} tot ${high}`);
