// Runs the planner's pure modules for tests: each order that comes in is a name with arguments, what goes out is its outcome.

import { understand } from "../../overrides/assets/js/begeleiden/bestand.js";
import * as limits from "../../overrides/assets/js/begeleiden/draaiboek.js";
import { Geschiedenis } from "../../overrides/assets/js/begeleiden/geschiedenis.js";
import { hasMore, hasNotes, readPlan, writePlan } from "../../overrides/assets/js/begeleiden/link.js";
import { Aanbod } from "../../overrides/assets/js/begeleiden/blokken.js";
import { calendar } from "../../overrides/assets/js/draaiboek/uit/agenda.js";
import { advice } from "../../overrides/assets/js/draaiboek/advies.js";
import {
  deckName,
  decks,
  materials,
  pick,
  tellAsked,
  tellBusy,
  tellSum,
} from "../../overrides/assets/js/draaiboek/telling.js";
import { mended } from "../../overrides/assets/js/theme/lost.js";
import { choices, forGroup, slides } from "../../overrides/assets/js/uitvoeren/dias.js";
import * as tijden from "../../overrides/assets/js/begeleiden/tijden.js";
import { answering } from "../answering.js";

const names = {
  limits: () => limits,
  hasMore,
  hasNotes,
  time: (index, texts, wat) => offer(index, texts).time(wat),
  understand,
  readPlan,
  mended,
  writePlan,
  undone: (steps) => {
    const history = new Geschiedenis("");
    for (const [document, veld, time] of steps) history.change("Iets", document, veld ?? undefined, time);
    const seen = [];
    while (history.undo()) seen.push(history.document);
    return seen;
  },
  calendar,
  times: (meeting) => [...tijden.beginTimes(meeting).values(), tijden.endTime(meeting)],
  longest: tijden.longestStretch,
  available: tijden.available,
  busy: (index, texts, plan) => tellBusy(plan, offer(index, texts)),
  sum: tellSum,
  decks: (index, texts, plan) => decks(plan.bijeenkomsten, offer(index, texts)).map(({ id, needed }) => [id, needed]),
  named: (index, texts, plan) => decks(plan.bijeenkomsten, offer(index, texts)).map(deckName),
  picked: (index, texts, plan, needed) =>
    pick(decks(plan.bijeenkomsten, offer(index, texts)).filter((one) => one.needed === needed)),
  asked: (index, texts, id) => tellAsked(offer(index, texts).card(id), offer(index, texts)),
  bring: (index, texts, plan) => materials(plan.bijeenkomsten, offer(index, texts), plan.groep),
  advised: (index, texts, plan) => advice(plan, offer(index, texts)).map(({ id, van }) => [id, van ?? null]),
  sentences: (index, texts, plan) => advice(plan, offer(index, texts)).map(({ zin }) => zin),
  slides: (index, texts, blok) => slides(offer(index, texts), blok),
  named_card: (index, texts, id) => offer(index, texts).card(id).titel,
  choices: (index, texts, blok) => choices(offer(index, texts), blok),
  forGroup: (index, texts, ...given) => forGroup(offer(index, texts), ...given),
};
const offer = (index, texts) => {
  const aanbod = new Aanbod(index, "https://leren.example/");
  aanbod.fill(texts);
  return aanbod;
};
const told = ([name, ...given]) => {
  try {
    return { value: names[name](...given) ?? null };
  } catch (error) {
    return { refused: error.message };
  }
};
answering(told);
