// A choice of cards as the fragment of an address, short enough to mail: `#kaarten=sv4-v1,sv4-v6&set=emoties&vorm=a7`.

/**
 * @typedef {{ id: string, maat: string, spelregels?: string, alle: string[], delen: Deck[] }} Deck a set, and the sets whose cards
 *   are all listed in other ones
 * @typedef {{ id: string, naam: string, deck: string }} Card a card and the set that lists it
 * @typedef {{ decks: Map<string, Deck>, cards: Map<string, Card>, forms: Set<string> }} Offer
 * @typedef {{ kaarten: Set<string>, sets: Set<string>, vorm: string, omslaan: "lang" | "kort", schuif: [number, number],
 *   zwart: boolean, leeg: boolean, uitleg: boolean }} Choice `sets` were chosen as a whole: their cards are in `kaarten` too
 */

export const MOST_MM = 10;
const NAMED = 3;
const LONGEST_NAME = 30;

/** @returns {Choice} */
export const nothing = () => ({
  kaarten: new Set(),
  sets: new Set(),
  vorm: "",
  omslaan: "lang",
  schuif: [0, 0],
  zwart: false,
  leeg: false,
  uitleg: true,
});

/** Whether a fragment tells a choice, and is not the name of a place on the page. @param {string} fragment */
export const isChoice = (fragment) => fragment.includes("=");

/** @param {number} mm */
export const isShift = (mm) => Math.abs(mm) <= MOST_MM;

/**
 * @param {string} fragment with or without its `#`
 * @param {Offer} offer
 * @returns {{ choice: Choice, trouble: string }} what is known of it, and a sentence about what isn't
 */
export function readChoice(fragment, { decks, cards, forms }) {
  const choice = nothing();
  const unknown = { kaarten: new Set(), sets: new Set(), rest: new Set() };
  for (const [key, value] of new URLSearchParams(fragment.replace(/^#/, ""))) {
    const ids = value
      .split(",")
      .map((id) => id.trim())
      .filter(Boolean);
    if (key === "kaarten") {
      for (const id of ids) (cards.has(id) ? choice : unknown).kaarten.add(id);
    } else if (key === "set") {
      for (const id of ids) (decks.has(id) ? choice : unknown).sets.add(id);
    } else if (key === "vorm" && (forms.has(value) || !value)) choice.vorm = value;
    else if (key === "omslaan" && (value === "lang" || value === "kort")) choice.omslaan = value;
    else if (
      key === "schuif" &&
      ids.length === 2 &&
      ids.every((id) => /^-?\d+(\.\d+)?$/.test(id) && isShift(Number(id)))
    ) {
      choice.schuif = /** @type {[number, number]} */ (ids.map(Number));
    } else if (["zwart", "leeg", "uitleg"].includes(key) && (value === "1" || value === "0"))
      choice[key] = value === "1";
    else unknown.rest.add(`${key}=${value}`);
  }
  for (const set of choice.sets) for (const id of decks.get(set).alle) choice.kaarten.add(id);
  return { choice, trouble: sentence(unknown) };
}

function sentence({ kaarten, sets, rest }) {
  const parts = [
    kaarten.size && `${amount(kaarten.size, "kaart", "kaarten")} (${names(kaarten)})`,
    sets.size && `${amount(sets.size, "set", "sets")} (${names(sets)})`,
    rest.size && names(rest),
  ].filter(Boolean);
  return parts.length ? `In deze link staat iets wat we niet kennen: ${enumerate(parts)}; de rest is overgenomen.` : "";
}

function names(unknown) {
  const some = [...unknown]
    .slice(0, NAMED)
    .map((name) => `‘${name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name}’`);
  return enumerate(unknown.size > NAMED ? [...some, `nog ${(unknown.size - NAMED).toLocaleString("nl-NL")}`] : some);
}

/** @param {string[]} parts */
export const enumerate = (parts) =>
  parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(", ")} en ${parts.at(-1)}`;

/** @param {number} count @param {string} one @param {string} more */
export const amount = (count, one, more) => `${count.toLocaleString("nl-NL")} ${count === 1 ? one : more}`;

/** @param {Choice} choice @param {Offer} offer @returns {string} the fragment, without `#`; empty when nothing is chosen */
export function writeChoice(choice, { decks, cards }) {
  const sets = new Set(choice.sets);
  const covered = new Set([...sets].flatMap((id) => decks.get(id).alle));
  // A set that is ticked card by card is as well one word.
  for (const deck of decks.values()) {
    const listed = deck.alle.filter((id) => cards.get(id).deck === deck.id);
    if (
      listed.length &&
      listed.length === deck.alle.length &&
      listed.every((id) => choice.kaarten.has(id) && !covered.has(id))
    ) {
      sets.add(deck.id);
      for (const id of listed) covered.add(id);
    }
  }
  const loose = [...cards.keys()].filter((id) => choice.kaarten.has(id) && !covered.has(id));
  const parts = [loose.length && `kaarten=${loose.join()}`, sets.size && `set=${[...sets].join()}`];
  if (choice.vorm) parts.push(`vorm=${choice.vorm}`);
  if (choice.omslaan === "kort") parts.push("omslaan=kort");
  if (choice.schuif.some(Boolean)) parts.push(`schuif=${choice.schuif.join()}`);
  if (choice.zwart) parts.push("zwart=1");
  if (choice.leeg) parts.push("leeg=1");
  if (!choice.uitleg) parts.push("uitleg=0");
  return parts.filter(Boolean).join("&");
}
