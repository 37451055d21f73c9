// Sheets of cards as a PDF: faces are taken from the stock as they are, so letters stay letters and lines stay lines.
// @ts-nocheck

import { Grey } from "./grijs.js";
import { cutLines, foldLines, foldMarks, halfTurned, printed, sheets, turns } from "./vellen.js";

/**
 * @typedef {import("./vellen.js").Form} Form
 * @typedef {{ form: Form, cards: string[] }} Pile cards that are printed one after the other in one form
 * @typedef {{ bleed: number, maten: Record<string, { naam: string, kaart: [number, number], kaarten: Record<string, number> }>,
 *   vormen: Form[] }} Catalogue
 * @typedef {{ title: string, edge: import("./vellen.js").Edge, drift: [number, number], grey: boolean }} Wishes drift is how
 *   far, in mm to the right and upwards, the printer puts a back beside its front, as one sees it looking at the back
 */

const POINTS = 72 / 25.4;
const CREATOR = "Samen leren balanceren";

/**
 * @param {any} library the module pdf-lib
 * @param {Pile[]} piles
 * @param {Catalogue} catalogue
 * @param {Map<string, ArrayBuffer>} stocks the PDF with all faces of each size that is used
 * @param {Wishes} wishes
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function makePdf(library, piles, catalogue, stocks, wishes) {
  const pdf = await library.PDFDocument.create();
  describe(library, pdf, piles, wishes);
  const faces = new Map();
  for (const { form, cards } of piles) {
    if (!faces.has(form.maat))
      faces.set(form.maat, await Faces.from(library, pdf, stocks.get(form.maat), catalogue, form.maat, wishes.grey));
    for (const sheet of sheets(form, cards)) {
      await addPage(library, pdf, form, faces.get(form.maat), sheet.voor, [0, 0], true);
      if (sheet.achter.length) {
        const back = sheet.achter.map((face) => printed(face, form, wishes.edge));
        await addPage(library, pdf, form, faces.get(form.maat), back, shift(form, wishes), false);
      }
      // A moment for the page to scroll and to answer.
      if (pdf.getPageCount() % 20 < 2) await new Promise((done) => setTimeout(done));
    }
  }
  return pdf.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: 2000,
  });
}

/** How far the page of a back is moved, in mm to the right and upwards on that page. */
function shift(form, { drift, edge }) {
  if (!turns(form)) return [0, 0];
  const back = halfTurned(form, edge) ? 1 : -1;
  return drift.map((mm) => back * mm);
}

function describe(library, pdf, piles, { title, edge }) {
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setLanguage("nl-NL");
  pdf.setCreator(CREATOR);
  pdf.setAuthor(CREATOR);
  const dialogue = pdf.catalog.getOrCreateViewerPreferences();
  dialogue.setPrintScaling(library.PrintScaling.None);
  if (piles.some(({ form }) => turns(form))) {
    dialogue.setDuplex(edge === "long" ? library.Duplex.DuplexFlipLongEdge : library.Duplex.DuplexFlipShortEdge);
  } else if (piles.every(({ form }) => form.soort === "enkelzijdig")) dialogue.setDuplex(library.Duplex.Simplex);
}

async function addPage(library, pdf, form, faces, placed, [right, up], front) {
  const [width, height] = form.vel.map((mm) => (mm + 2 * form.afloop) * POINTS);
  const page = pdf.addPage([width, height]);
  if (form.afloop) {
    const bleed = form.afloop * POINTS;
    page.setTrimBox(bleed, bleed, width - 2 * bleed, height - 2 * bleed);
    page.setBleedBox(0, 0, width, height);
  }
  const x = (mm) => number((mm + form.afloop) * POINTS);
  const y = (mm) => number(height - (mm + form.afloop) * POINTS);
  const draw = [`q 1 0 0 1 ${number(right * POINTS)} ${number(up * POINTS)} cm`];
  const drawn = await Promise.all(placed.map((face) => faces.get(face, form)));
  placed.forEach((face, index) => {
    page.node.setXObject(library.PDFName.of(`K${index}`), drawn[index]);
    const turn = face.gedraaid ? -1 : 1;
    // Faces are drawn from their middle, for a cell may be larger or smaller than the page in the stock.
    draw.push(
      `q ${turn} 0 0 ${turn} ${x(face.x + face.breedte / 2)} ${y(face.y + face.hoogte / 2)} cm /K${index} Do Q`,
    );
  });
  draw.push("Q");
  if (front) {
    // No lines on the back: the cut follows the front, and a printer's drift would show there as a second line.
    const line = ([x1, y1, x2, y2]) => `${x(x1)} ${y(y1)} m ${x(x2)} ${y(y2)} l S`;
    draw.push(
      `0.45 G ${number(0.15 * POINTS)} w`,
      ...[...cutLines(form), ...foldMarks(form)].map(line),
      "[3] 0 d",
      ...foldLines(form).map(line),
    );
  }
  page.node.set(library.PDFName.of("Contents"), pdf.context.register(pdf.context.stream(draw.join("\n"))));
}

const number = (value) => String(Number(value.toFixed(4)));

/** The faces of one size, each put into the document when it is first asked for. */
class Faces {
  static async from(library, pdf, stock, catalogue, size, grey) {
    const source = await library.PDFDocument.load(stock, {
      updateMetadata: false,
      parseSpeed: library.ParseSpeeds.Fastest,
    });
    return new Faces(library, pdf, source, catalogue.maten[size], catalogue.bleed, grey);
  }

  constructor(library, pdf, source, size, bleed, grey) {
    Object.assign(this, { library, pdf, size, bleed });
    this.pages = source.getPages();
    this.copier = library.PDFObjectCopier.for(source.context, pdf.context);
    this.grey = grey ? new Grey(library, pdf.context) : null;
    this.known = new Map();
  }

  /** @param {import("./vellen.js").Face} face @param {Form} form */
  get(face, form) {
    const index = this.size.kaarten[face.kaart] + (face.gezicht === "achter" ? 1 : 0);
    // No card is printed in two forms, so its box is the same each time.
    if (!this.known.has(index)) this.known.set(index, this.#add(this.pages[index].node, form));
    return this.known.get(index);
  }

  async #add(page, form) {
    const { PDFName, PDFRawStream } = this.library;
    const name = (text) => PDFName.of(text);
    const middle = this.size.kaart.map((mm) => (mm / 2 + this.bleed) * POINTS);
    const half = form.cel.map((mm, axis) => Math.min((mm / 2 + form.afloop) * POINTS, middle[axis]));
    const { context } = this.pdf;
    const entries = {
      Type: "XObject",
      Subtype: "Form",
      BBox: [middle[0] - half[0], middle[1] - half[1], middle[0] + half[0], middle[1] + half[1]].map((edge) =>
        Number(number(edge)),
      ),
      Matrix: [1, 0, 0, 1, Number(number(-middle[0])), Number(number(-middle[1]))],
    };
    const stream = page.Contents();
    if (!(stream instanceof PDFRawStream)) throw new Error("a page of the stock is not one stream");
    const dict = context.obj(entries);
    const resources = this.copier.copy(page.Resources());
    dict.set(name("Resources"), this.grey ? this.grey.resources(resources) : resources);
    // What is packed stays packed: to unpack and pack again is most of the time that embedding a page takes.
    const content = this.grey ? await this.grey.content(stream) : stream.contents;
    for (const key of ["Filter", "DecodeParms"].map(name))
      if (stream.dict.has(key)) dict.set(key, this.copier.copy(stream.dict.get(key)));
    dict.set(name("Length"), this.library.PDFNumber.of(content.length));
    return context.register(PDFRawStream.of(dict, content));
  }
}
