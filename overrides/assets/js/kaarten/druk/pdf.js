// Sheets of cards as a PDF: faces are taken from the stock as they are, so letters stay letters and lines stay lines.

import { Faces, POINTS, number } from "./gezichten.js";
import { sheets } from "./vellen.js";

/**
 * @typedef {import("./vellen.js").Face} Face
 * @typedef {import("./vellen.js").Form} Form
 * @typedef {import("./vellen.js").Pile} Pile
 * @typedef {import("./voorraad.js").Catalogue} Catalogue
 * @typedef {import("../zelf/letterpdf.js").Writing} Writing
 * @typedef {{ title: string, edge: import("./vellen.js").Edge, drift: [number, number], grey: boolean, text?: Writing }} Wishes
 *   drift is how far, in mm to the right and upwards, the printer puts a back beside its front, as one sees it looking at the back;
 *   text is what somebody wrote
 */

const CREATOR = "Samen leren balanceren";

/**
 * @param {any} library the module pdf-lib
 * @param {Pile[]} piles
 * @param {Catalogue} catalogue
 * @param {Map<string, ArrayBuffer>} stocks by the paths that `stocksOf` gives
 * @param {Wishes} wishes
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function makePdf(library, piles, catalogue, stocks, wishes) {
  const pdf = await library.PDFDocument.create();
  describe(library, pdf, piles, wishes);
  /** @type {Map<string, Faces>} */
  const sizes = new Map();
  const text = wishes.text?.(library, pdf);
  const turns = piles.some(({ form }) => form.keert);
  for (const { form, cards } of piles) {
    const faces = sizes.get(form.maat) ?? (await Faces.from(library, pdf, stocks, catalogue, form.maat, wishes.grey));
    if (text) faces.text = text;
    sizes.set(form.maat, faces);
    for (const sheet of sheets(form, cards)) {
      await addPage(library, pdf, form, faces, sheet.voor, [0, 0], true);
      const back = sheet.achter[wishes.edge];
      if (back.length) await addPage(library, pdf, form, faces, back, shift(back, form, wishes), false);
      // A printer that turns the other sheets over turns this one too: without a page for its back the next front comes there.
      else if (turns) pdf.addPage(form.vel.map((mm) => mm * POINTS));
      // A moment for the page to scroll and to answer.
      if (pdf.getPageCount() % 20 < 2) await new Promise((done) => setTimeout(done));
    }
  }
  const profile = [...sizes.values()].find((faces) => faces.profile)?.profile;
  if (profile && piles.some(({ form }) => form.afloop)) tellPress(library, pdf, profile);
  return pdf.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: 2000,
  });
}

/**
 * How far the page of a back is moved, in mm to the right and upwards on that page.
 * @param {Face[]} back @param {Form} form @param {Wishes} wishes @returns {number[]}
 */
function shift([first], form, { drift }) {
  if (!form.keert) return [0, 0];
  const way = first.gedraaid ? 1 : -1;
  return drift.map((mm) => way * mm);
}

/** @param {any} library @param {any} pdf @param {Pile[]} piles @param {Wishes} wishes */
function describe(library, pdf, piles, { title, edge }) {
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setLanguage("nl-NL");
  pdf.setCreator(CREATOR);
  pdf.setAuthor(CREATOR);
  const dialogue = pdf.catalog.getOrCreateViewerPreferences();
  dialogue.setPrintScaling(library.PrintScaling.None);
  if (piles.some(({ form }) => form.keert)) {
    dialogue.setDuplex(edge === "long" ? library.Duplex.DuplexFlipLongEdge : library.Duplex.DuplexFlipShortEdge);
  } else if (piles.every(({ form }) => form.soort === "enkelzijdig")) dialogue.setDuplex(library.Duplex.Simplex);
}

/**
 * Tell a print shop that the colours are those of an ICC profile, as `for_a_press` does in a ready-made file; but for the registry
 * that knows its name, which is of no use with the profile itself.
 * @param {any} library @param {any} pdf @param {any} profile
 */
function tellPress({ PDFName, PDFString }, pdf, profile) {
  pdf.getInfoDict().set(PDFName.of("Trapped"), PDFName.of("False"));
  const sRGB = PDFString.of("sRGB IEC61966-2.1");
  const intent = {
    Type: "OutputIntent",
    S: "GTS_PDFX",
    OutputConditionIdentifier: sRGB,
    Info: sRGB,
    DestOutputProfile: profile,
  };
  pdf.catalog.set(PDFName.of("OutputIntents"), pdf.context.obj([intent]));
}

/**
 * @param {any} library
 * @param {any} pdf
 * @param {Form} form
 * @param {Faces} faces
 * @param {Face[]} placed
 * @param {number[]} moved in mm to the right and upwards
 * @param {boolean} front
 */
async function addPage(library, pdf, form, faces, placed, [right, up], front) {
  const [width, height] = form.vel.map((mm) => (mm + 2 * form.afloop) * POINTS);
  const page = pdf.addPage([width, height]);
  if (form.afloop) {
    const bleed = form.afloop * POINTS;
    page.setTrimBox(bleed, bleed, width - 2 * bleed, height - 2 * bleed);
    page.setBleedBox(0, 0, width, height);
  }
  /** @param {number} mm */
  const x = (mm) => number((mm + form.afloop) * POINTS);
  /** @param {number} mm */
  const y = (mm) => number(height - (mm + form.afloop) * POINTS);
  const draw = [`q 1 0 0 1 ${number(right * POINTS)} ${number(up * POINTS)} cm`];
  const cell = form.cel.map((mm) => number(mm * POINTS));
  // White on white: no ink, but a tool can measure where each card will be cut.
  draw.push("1 g", ...placed.map((face) => `${x(face.x)} ${y(face.y + form.cel[1])} ${cell.join(" ")} re f`));
  const drawn = await Promise.all(placed.map((face) => faces.get(face, form)));
  const under = await Promise.all(placed.map((face) => faces.layer(face, form)));
  const written = await Promise.all(placed.map(({ kaart, gezicht }) => faces.text?.draw(form.maat, kaart, gezicht)));
  placed.forEach((face, index) => {
    page.node.setXObject(library.PDFName.of(`K${index}`), drawn[index]);
    page.node.setXObject(library.PDFName.of(`L${index}`), under[index]);
    const turn = face.gedraaid ? -1 : 1;
    // Faces are drawn from their middle, for a cell may be larger or smaller than the page in the stock.
    const middle = `${x(face.x + form.cel[0] / 2)} ${y(face.y + form.cel[1] / 2)}`;
    if (written[index]) page.node.setXObject(library.PDFName.of(`T${index}`), written[index]);
    const text = written[index] ? ` /T${index} Do` : "";
    draw.push(`q ${turn} 0 0 ${turn} ${middle} cm /L${index} Do /K${index} Do${text} Q`);
  });
  draw.push("Q");
  if (front) {
    // No lines on the back: the cut follows the front, and a printer's drift would show there as a second line.
    /** @param {import("./vellen.js").Line} line */
    const line = ([x1, y1, x2, y2]) => `${x(x1)} ${y(y1)} m ${x(x2)} ${y(y2)} l S`;
    draw.push(`0.45 G ${number(0.15 * POINTS)} w`, ...form.lijnen.map(line), "[3] 0 d", ...form.vouwen.map(line));
  }
  page.node.set(library.PDFName.of("Contents"), pdf.context.register(pdf.context.stream(draw.join("\n"))));
}
