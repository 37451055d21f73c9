// Setting what somebody wrote on both sides of a card as the press sets the cards of that deck; and what doesn't fit, in a sentence.

import { amount, quote } from "../../samen/words.js";
import { MOST_LETTERS, PARTS, tooLongPart } from "../geschreven.js";
import { Letters } from "./letters.js";
import { lineCount, linesOf } from "./regels.js";

/**
 * @typedef {import("../geschreven.js").Written} Written
 * @typedef {import("./regels.js").Word} Word
 * @typedef {{ maten: number[], gewicht: Weight, regel: number, even: boolean }} Style maten: sizes in pt to try, the largest first;
 *   regel: from one baseline to the next, in ems
 * @typedef {400 | 650} Weight
 * @typedef {{ vak: [number, number, number, number], plek: number, hoogstens: number }} Side vak: x, y, width and height in pt of the
 *   room for text; `plek` of what is left over comes above it, but no more than `hoogstens`
 * @typedef {{ blad: number, voor: Side, achter: Side, groot: Style, klein: number[] | null, rug: number[], wit: number, boven: number }} Frame of a
 *   deck in a size: the page of its stock that has all but the text, the styles, the white between large and small, and the room to
 *   draw above them
 * @typedef {{ maten: Record<string, Record<string, Frame>>, letters: Record<Weight, import("./letters.js").Font[]> }} Told
 * @typedef {{ text: string, x: number, y: number, size: number, weight: Weight, ring?: Ring }} Line y is its baseline, both in pt from
 *   the top left
 * @typedef {{ x: number, y: number, radius: number, pen: number }} Ring what stands before a question on a back
 * @typedef {{ voor: Line[], achter: Line[] }} Faces
 * @typedef {{ part: typeof PARTS[number], sentence: string }} Trouble what is wrong with a part, in one sentence
 */

const CALLED = {
  groot: "De tekst op de voorkant",
  klein: "De kleine tekst",
  achter: "De tekst op de achterkant",
};
const CAPITAL = 0.668;
const BETWEEN_PARAGRAPHS = 0.45;
const SMALL = 1.34;
// In ems: how far a question stands from the edge, where its ring is, and how that is drawn.
const [INDENT, RADIUS, UP, PEN] = [0.97, 0.17, 0.21, 0.09];
const ALMOST = 0.05;
// In a text of some length a short last word doesn't stand alone on a line.
const [LONG_TEXT, SHORT_WORD] = [30, 13];

export class Setter {
  /** @param {Told} told */
  constructor(told) {
    this.told = told;
    this.letters = { 400: new Letters(told.letters[400]), 650: new Letters(told.letters[650]) };
  }

  /** The sizes in which a deck has such cards. @param {string} set */
  sizesOf(set) {
    return Object.keys(this.told.maten).filter((size) => set in this.told.maten[size]);
  }

  /**
   * @param {Written} card with something on its front
   * @param {string} size one of those of its deck
   * @returns {{ faces: Faces, trouble: Trouble | null }} as far as it goes when there is trouble
   */
  set(card, size) {
    const frame = this.told.maten[size][card.set];
    const faces = { voor: /** @type {Line[]} */ ([]), achter: /** @type {Line[]} */ ([]) };
    const trouble =
      this.#unknown(card) ?? this.#front(card, frame, faces) ?? this.#back(card, frame, faces) ?? tooLong(card);
    return { faces, trouble };
  }

  /** @param {Written} card @returns {Trouble | null} */
  #unknown(card) {
    for (const part of PARTS) {
      const absent = this.letters[400].absent(card[part]);
      if (absent.length) return { part, sentence: strange(absent) };
    }
    if (!card.groot) return { part: "groot", sentence: "Schrijf eerst iets op de voorkant." };
    return null;
  }

  /** @param {Written} card @param {Frame} frame @param {Faces} faces to fill @returns {Trouble | null} */
  #front(card, { voor, groot, klein, wit, boven }, faces) {
    const [x, y, width, height] = voor.vak;
    const large = this.#block(card.groot, groot, width, height, CALLED.groot);
    if ("sentence" in large) return { part: "groot", sentence: large.sentence };
    let high = large.high;
    /** @type {Line[]} */
    let below = [];
    if (card.klein) {
      const style = /** @type {Style} */ ({ maten: klein ?? [], gewicht: 400, regel: SMALL, even: false });
      if (!klein) return { part: "klein", sentence: "Bij deze set staat op de voorkant geen kleine tekst." };
      const small = this.#block(card.klein, style, width, height - high - wit, CALLED.klein);
      if ("sentence" in small) return { part: "klein", sentence: small.sentence };
      below = small.lines.map((line) => ({ ...line, y: line.y + high + wit }));
      high += wit + small.high;
    }
    // The words stand where those of the others do, unless they need the room above them.
    const drawing = high + boven <= height + ALMOST ? boven : 0;
    faces.voor = placed([...large.lines, ...below], x, y + drawing + above(voor, high + drawing));
    return null;
  }

  /** @param {Written} card @param {Frame} frame @param {Faces} faces to fill @returns {Trouble | null} */
  #back(card, { achter, rug }, faces) {
    const [x, y, width, height] = achter.vak;
    if (!card.achter) return null;
    const style = /** @type {Style} */ ({ maten: rug, gewicht: 400, regel: SMALL, even: false });
    const block = this.#block(card.achter, style, width, height, CALLED.achter, true);
    if ("sentence" in block) return { part: "achter", sentence: block.sentence };
    faces.achter = placed(block.lines, x, y + above(achter, block.high));
    return null;
  }

  /**
   * Text in the largest size in which it fits, from the top left.
   * @param {string} text @param {Style} style @param {number} width @param {number} height @param {string} what it is, in a sentence
   * @param {boolean} [rings] whether each question gets one
   * @returns {{ lines: Line[], high: number } | { sentence: string }}
   */
  #block(text, { maten, gewicht, regel, even }, width, height, what, rings = false) {
    const letters = this.letters[gewicht];
    const paragraphs = text.split("\n");
    const space = letters.width(" ");
    let fault = "";
    for (const size of maten) {
      const pieces = paragraphs.map((one) => {
        const indent = rings && one.endsWith("?") ? INDENT : 0;
        const room = 1000 * (width / size - indent);
        return { indent, room, words: wordsOf(one, letters, room, even) };
      });
      const wide = pieces.flatMap(({ words, room }) => words.filter((word) => word.wide > room))[0];
      const total = pieces.reduce((sum, { words, room }) => sum + lineCount(words, space, room), 0);
      const between = (paragraphs.length - 1) * BETWEEN_PARAGRAPHS;
      const high = ((total - 1) * regel + CAPITAL + between) * size;
      if (!wide && high <= height + ALMOST) {
        let y = CAPITAL * size;
        const lines = pieces.flatMap(({ words, room, indent }) => {
          const set = linesOf(words, space, room, even).map((line, index) => ({
            text: line,
            x: indent * size,
            y: y + index * regel * size,
            size,
            weight: gewicht,
            ...(indent && !index ? { ring: ringAt(y, size) } : {}),
          }));
          y += (set.length * regel + BETWEEN_PARAGRAPHS) * size;
          return set;
        });
        return { lines, high };
      }
      const most = Math.floor((height / size - CAPITAL - between + ALMOST) / regel) + 1;
      fault = wide ? tooWide(wide) : tooMuch(what, pieces, space, most, total);
    }
    return { sentence: fault };
  }
}

/** @param {Side} side @param {number} high */
const above = ({ vak, plek, hoogstens }, high) => Math.max(0, Math.min((vak[3] - high) * plek, hoogstens));

/** @param {Line[]} lines @param {number} right @param {number} down */
function placed(lines, right, down) {
  return lines.map((line) => {
    const ring = line.ring && { ...line.ring, x: line.ring.x + right, y: line.ring.y + down };
    return { ...line, x: line.x + right, y: line.y + down, ...(ring ? { ring } : {}) };
  });
}

/** @param {number} baseline @param {number} size @returns {Ring} */
const ringAt = (baseline, size) => ({
  x: RADIUS * size,
  y: baseline - UP * size,
  radius: RADIUS * size,
  pen: PEN * size,
});

/** @param {string} text @param {Letters} letters @param {number} room @param {boolean} even @returns {Word[]} */
function wordsOf(text, letters, room, even) {
  const words = text.split(" ");
  const last = words.at(-1) ?? "";
  if (!even && words.length > 1 && text.length > LONG_TEXT && last.length <= SHORT_WORD) {
    words.splice(-2, 2, `${words.at(-2)} ${last}`);
  }
  return words.flatMap((word) => {
    const wide = letters.width(word);
    return wide > room ? pieces(word, letters, room) : [{ text: word, wide }];
  });
}

/** A word that is too wide in pieces, where its writer put a hyphen. @param {string} word @param {Letters} letters @param {number} room */
function pieces(word, letters, room) {
  /** @type {Word[]} */
  const found = [];
  for (const part of word.match(/[^ -]*[ -]?/g) ?? []) {
    const text = (found.at(-1)?.text ?? "") + part;
    const wide = letters.width(text.trimEnd());
    if (found.length && wide <= room) found[found.length - 1] = { text: text.trimEnd(), wide };
    else if (part) found.push({ text: part.trimEnd(), wide: letters.width(part.trimEnd()) });
  }
  return found;
}

/** @param {Word} word */
const tooWide = ({ text }) =>
  `Het woord ${quote([text])} is te breed voor deze kaart: zet een streepje (-) waar het mag breken, of kies een korter woord.`;

/** @param {string} what @param {{ words: Word[], room: number }[]} paragraphs @param {number} space @param {number} most @param {number} total */
function tooMuch(what, paragraphs, space, most, total) {
  if (most < 1) return `${what} heeft hier geen plaats meer: maak wat erboven staat korter.`;
  let [line, over] = [0, 0];
  for (const { words, room } of paragraphs) {
    let full = Infinity;
    for (const { text, wide } of words) {
      if (full + space + wide > room) {
        line += 1;
        full = wide;
      } else full += space + wide;
      if (line > most) over += text.length + 1;
    }
  }
  return `${what} is ongeveer ${amount(Math.max(1, over - 1), "letter", "letters")} te lang: er past ${amount(most, "regel", "regels")} op, en dit zijn er ${total.toLocaleString("nl-NL")}.`.replace(
    /er past (?!1 )/,
    "er passen ",
  );
}

/** What fits but is more than a link or a file brings back. @param {Written} card @returns {Trouble | null} */
function tooLong(card) {
  const part = tooLongPart(card);
  if (!part) return null;
  const over = amount(card[part].length - MOST_LETTERS, "letter", "letters");
  const most = MOST_LETTERS.toLocaleString("nl-NL");
  return { part, sentence: `${CALLED[part]} is ${over} te lang: hoogstens ${most} worden bewaard.` };
}

/** @param {string[]} letters that no font has */
function strange(letters) {
  const unseen = letters.find((letter) => /[\p{C}\p{Z}]/u.test(letter));
  if (unseen) {
    const code = unseen.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
    return `Er staat een teken in dat je niet ziet (U+${code}): typ de tekst opnieuw, zonder te plakken.`;
  }
  return `De letter van de kaarten heeft ${quote(letters)} niet: schrijf het zonder.`;
}
