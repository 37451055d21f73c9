// What the page offers, read from its HTML: the sets, their cards and the forms of paper.

import { find, findAll, told, wording } from "../samen/dom.js";

/** @typedef {import("./keuze.js").Offer} Offer */
/** @typedef {import("./keuze.js").Deck} Deck */

/**
 * @typedef {object} Row a card that can be ticked
 * @property {HTMLElement} row
 * @property {HTMLInputElement} box its value is the id of the card
 * @property {Facts} facts
 *
 * @typedef {object} Facts what a card can be found by
 * @property {string} maat
 * @property {string} kaart width and height
 * @property {string} veld empty when it belongs to none
 * @property {string} fase empty when it belongs to none
 * @property {string[]} voor
 * @property {number} minuten infinite when nothing can be said of one card
 *
 * @typedef {object} SetPart a set on the page
 * @property {string} id
 * @property {HTMLDetailsElement} part
 * @property {Row[]} rows those that it lists
 * @property {string[]} all its cards, some of which another set may list
 * @property {HTMLElement} whole the button for all of it
 * @property {HTMLElement[]} pieces the buttons for a part of it
 */

/** @param {HTMLElement} page @returns {{ offer: Offer, sets: SetPart[] }} */
export function readOffer(page) {
  /** @type {Offer} */
  const offer = { decks: new Map(), cards: new Map(), forms: new Set() };
  for (const option of findAll(page, "#kies-formaat option", HTMLOptionElement)) offer.forms.add(option.value);
  const sets = findAll(page, "details.kies-set", HTMLDetailsElement).map((part) => readSet(part, offer));
  return { offer, sets };
}

/** @param {HTMLDetailsElement} part @param {Offer} offer to add to @returns {SetPart} */
function readSet(part, offer) {
  const id = told(part, "set");
  const rows = findAll(part, ".kies-lijst > li").map((row) => readRow(row, part));
  for (const { row, box } of rows) {
    offer.cards.set(box.value, { id: box.value, naam: wording(find(row, ".naam")), deck: id });
  }
  const pieces = findAll(part, ".kies-delen button");
  const delen = pieces.map((piece) => readDeck(piece, []));
  const deck = {
    ...readDeck(
      part,
      rows.map(({ box }) => box.value),
    ),
    delen,
  };
  for (const one of [deck, ...delen]) offer.decks.set(one.id, one);
  return { id, part, rows, all: deck.alle, whole: find(part, ".kies-hele button"), pieces };
}

/** @param {HTMLElement} element that tells of a deck @param {string[]} own its cards, unless it names them @returns {Deck} */
function readDeck(element, own) {
  const { spelregels, alle, zelf } = element.dataset;
  return {
    id: told(element, "set"),
    naam: told(element, "naam"),
    maat: told(element, "maat"),
    spelregels,
    alle: alle?.split(" ") ?? own,
    delen: [],
    zelf: zelf !== undefined,
  };
}

/** @param {HTMLElement} row @param {HTMLElement} part what the row says nothing about, its set says @returns {Row} */
function readRow(row, part) {
  const { veld = "", fase = "", voor = told(part, "voor"), minuten = told(part, "minuten") } = row.dataset;
  const facts = {
    maat: told(part, "maat"),
    kaart: told(part, "kaart"),
    veld,
    fase,
    voor: voor.split(" "),
    minuten: Number(minuten) || Infinity,
  };
  return { row, box: find(row, "input", HTMLInputElement), facts };
}
