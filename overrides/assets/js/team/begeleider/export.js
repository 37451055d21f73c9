// What the facilitator may take out: the picture as an image or as JSON. Counts only; no nonces, no person.

import { find, h, told, wording } from "../../samen/dom.js";
import { handOver } from "../../samen/file.js";
import { today } from "../../samen/words.js";
import { figureOf } from "./beeld.js";
import { BINS } from "./sessie.js";

/** @typedef {CanvasRenderingContext2D} Pen */

const INK = "#1d2b2f";
const DOT = "#4d5b5f";
const PAPER = "#ffffff";
const FONT = '"Atkinson Hyperlegible Next", sans-serif';
const WIDTH = 1200;
const MARGIN = 80;
const SIZE = 26;
const READING = "400 18px";
const READING_LINE = 26;
const PART = (WIDTH - 2 * MARGIN) / BINS;

/**
 * @typedef {object} Veld a field of the picture with its words, as they stand on the page
 * @property {string} id
 * @property {string} titel
 * @property {string} links
 * @property {string} rechts
 * @property {{ vraag: string, delen: number[] | null }[]} lijnen `delen` is null for a line with too few people
 */

/**
 * @param {import("./sessie.js").Beeld} beeld
 * @param {HTMLElement[]} figures
 * @param {import("../../samen/steps.js").Page} page
 * @returns {Veld[]}
 */
export function inWords(beeld, figures, page) {
  return beeld.fields.map(({ field, lines }, at) => ({
    id: told(figureOf(page, field), "id"),
    titel: wording(find(figures[at], "h3")),
    links: wording(find(figures[at], ".polen .links")),
    rechts: wording(find(figures[at], ".polen .rechts")),
    lijnen: lines.map(({ marker, bins }) => ({
      vraag: wording(find(figures[at], `[data-merk="${marker}"] .team-balknaam`)),
      delen: bins,
    })),
  }));
}

/** @param {import("./sessie.js").Beeld} beeld @param {Veld[]} velden */
export function saveJson(beeld, velden) {
  const content = { soort: "samen-kijken", schema: 2, datum: today(), mensen: beeld.received, velden };
  save(new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: "application/json" }), "json");
}

/**
 * Rejects when the browser can't make the image.
 * @param {Veld[]} velden
 * @param {{ caption: string, empty: string, reading: string }} words below each field, in the place of a line with too few
 *   people, and below it all: how to read the picture
 */
export async function savePicture(velden, { caption, empty, reading }) {
  const canvas = h("canvas", {});
  const rows = Math.max(...velden.flatMap(({ lijnen }) => lijnen.flatMap(({ delen }) => delen ?? [0])));
  const line = 150 + rows * SIZE;
  const field = 100 + 60;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("the browser draws nothing");
  const told = linesOf(pen, reading, READING);
  const fields = velden.reduce((all, { lijnen }) => all + field + lijnen.length * line, 0);
  canvas.width = WIDTH;
  canvas.height = MARGIN + fields + told.length * READING_LINE;
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  let y = MARGIN;
  for (const veld of velden) {
    write(pen, veld.titel, MARGIN, y + 30, "700 40px");
    y += 100;
    for (const one of veld.lijnen) {
      write(pen, one.vraag, MARGIN, y, "600 24px");
      const axis = y + 30 + rows * SIZE;
      if (one.delen) drawDots(pen, one.delen, axis);
      else write(pen, empty, MARGIN, axis - 20, "400 22px");
      drawAxis(pen, axis + 14);
      write(pen, veld.links, MARGIN, axis + 58, "600 24px");
      write(pen, veld.rechts, WIDTH - MARGIN, axis + 58, "600 24px", "right");
      y += line;
    }
    write(pen, caption, WIDTH / 2, y - 10, "400 24px", "center");
    y += 60;
  }
  told.forEach((one, at) => {
    write(pen, one, WIDTH / 2, y - 20 + at * READING_LINE, READING, "center");
  });
  /** @type {Blob | null} */
  const blob = await new Promise((done) => {
    canvas.toBlob(done, "image/png");
  });
  if (!blob) throw new Error("the browser made no image");
  save(blob, "png");
}

/** @param {Pen} pen @param {number[]} bins @param {number} axis */
function drawDots(pen, bins, axis) {
  pen.fillStyle = DOT;
  bins.forEach((count, at) => {
    for (let row = 0; row < count; row++) {
      pen.beginPath();
      pen.arc(MARGIN + PART * (at + 0.5), axis - SIZE * (row + 0.5), SIZE / 2 - 2, 0, 2 * Math.PI);
      pen.fill();
    }
  });
}

/** From the middle of the first part to that of the last: who stands at a pole, stands on it. @param {Pen} pen @param {number} y */
function drawAxis(pen, y) {
  const [left, right] = [MARGIN + PART / 2, WIDTH - MARGIN - PART / 2];
  pen.fillStyle = pen.strokeStyle = INK;
  pen.lineWidth = 4;
  pen.fillRect(left, y - 2, right - left - 8, 4);
  pen.fillRect(left - 9, y - 9, 18, 18);
  pen.beginPath();
  pen.arc(right, y, 8, 0, 2 * Math.PI);
  pen.stroke();
}

/**
 * @param {Pen} pen
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {string} font
 * @param {CanvasTextAlign} align
 */
function write(pen, text, x, y, font, align = "left") {
  pen.fillStyle = INK;
  pen.textAlign = align;
  pen.font = `${font} ${FONT}`;
  pen.fillText(text, x, y, WIDTH - 2 * MARGIN);
}

/** What is wider than the picture, broken between words. @param {Pen} pen @param {string} text @param {string} font @returns {string[]} */
function linesOf(pen, text, font) {
  pen.font = `${font} ${FONT}`;
  return text.split(" ").reduce((/** @type {string[]} */ lines, word) => {
    const longer = [...lines.slice(-1), word].join(" ");
    return pen.measureText(longer).width > WIDTH - 2 * MARGIN ? [...lines, word] : [...lines.slice(0, -1), longer];
  }, []);
}

/** @param {Blob} file @param {string} extension */
const save = (file, extension) => handOver(file, `samen-kijken-${today()}.${extension}`);
