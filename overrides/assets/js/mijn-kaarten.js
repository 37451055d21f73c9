// A button at each card on a page, to put it among one's own: kept in the address, and on this device for who asks for it.

import { goAlong, keep, kept, whenKeptElsewhere, withCards } from "./kaarten/mijn.js";
import { parts, readChoices, writeFragment } from "./samen/address/fragment.js";
import { find, findAll, from, h, hide, told, wording } from "./samen/dom.js";
import { say } from "./samen/say.js";
import { amount } from "./samen/words.js";

const ID = /^[\w-]{1,80}$/;

/** The cards that a fragment names. @param {string | null} fragment */
const cardsOf = (fragment) => parts(readChoices(fragment ?? "")?.get("kaarten") ?? "").filter((id) => ID.test(id));

/** What was kept when this page last looked, where other pages may keep something else meanwhile. */
let seen = kept();
const chosen = new Set([...cardsOf(location.hash), ...cardsOf(seen)]);
/** What the picker had in its address beside the cards, such as a form or what somebody wrote: it is to have it back. */
let beside = location.hash;
/** @type {Map<string, HTMLElement>} by the id of its card */
const buttons = new Map();

const count = h("b", {});
const to = h("a", { class: "knop" }, "Naar de kaartenkiezer");
const store = h("button", { type: "button", class: "knop stil" });
const status = h("span", { role: "status" });
const mine = h("div", { role: "region", "aria-label": "Mijn kaarten" }, count, to, store);
// What is said stands beside what is hidden while one has no cards: of the first and the last card it is told too.
const bar = h("div", { class: "mijn-balk" }, mine, status);

function show() {
  for (const [id, button] of buttons) button.ariaPressed = `${chosen.has(id)}`;
  count.textContent = `Mijn kaarten: ${chosen.size}`;
  seen = kept();
  goAlong(withCards(seen ?? beside, chosen));
  store.textContent = seen === null ? "Bewaar op dit apparaat" : "Wis van dit apparaat";
  const [first = to] = buttons.values();
  hide(mine, !chosen.size && seen === null, first);
}

/** @param {string} words which stay as long as what they stand beside */
const tell = (words) => say(status, words, mine.hidden ? 15_000 : 0);

function address() {
  writeFragment(withCards(beside, chosen));
}

/** @param {string} id @param {string} name */
function press(id, name) {
  if (!chosen.delete(id)) chosen.add(id);
  const before = kept();
  const trouble = before === null ? "" : keep(withCards(before, chosen));
  address();
  show();
  const words = `${name} ${chosen.has(id) ? "ligt bij" : "is weg uit"} mijn kaarten: ${amount(chosen.size, "kaart", "kaarten")}.`;
  tell(trouble || words);
}

store.addEventListener("click", () => {
  const wiping = kept() !== null;
  const trouble = keep(wiping ? null : withCards(beside, chosen));
  show();
  tell(trouble || (wiping ? "Gewist van dit apparaat." : "Bewaard op dit apparaat."));
});

/** Take over what other pages put in and took out. */
function follow() {
  const now = kept();
  // Who wipes what is kept takes no card out.
  if (now !== null) for (const id of cardsOf(seen)) chosen.delete(id);
  for (const id of cardsOf(now)) chosen.add(id);
  // Else the card would come back from there.
  address();
  show();
}

/** @param {HTMLElement} card */
function enrich(card) {
  const [id, name] = [told(card, "kaart"), card.dataset.naam ?? wording(find(card, "b"))];
  const words = "Bij mijn kaarten";
  const button = h("button", { type: "button", class: "mijn-knop", "aria-label": `${words}: ${name}` }, words);
  button.addEventListener("click", () => press(id, name));
  buttons.set(id, button);
  card.append(" ", button);
  // In the row of a phone a browser is content with a corner of it. Only for who goes by keys: under a finger all stays in place.
  card.addEventListener("focusin", (event) => {
    if (from(event, ":focus-visible")) card.scrollIntoView({ block: "nearest", inline: "center" });
  });
}

for (const page of findAll(document, "[data-kiezer]")) {
  for (const card of findAll(page, "[data-kaart]")) enrich(card);
  to.href = told(page, "kiezer");
  page.append(bar);
  show();
}
if (chosen.size && !location.hash) address();
addEventListener("hashchange", () => {
  if (readChoices(location.hash)) {
    beside = location.hash;
    chosen.clear();
    for (const id of cardsOf(beside)) chosen.add(id);
    show();
    // The name of a place on the page leaves the choice as it is.
  } else if (chosen.size) address();
});
whenKeptElsewhere(follow);
