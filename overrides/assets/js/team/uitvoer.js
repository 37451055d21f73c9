// What the facilitator may take out: the picture as an image or as JSON. Counts only; no nonces, no person.

const INK = "#1d2b2f",
  DOT = "#4d5b5f",
  PAPER = "#ffffff";
const FONT = '"Atkinson Hyperlegible Next", sans-serif';
const WIDTH = 1200,
  MARGIN = 80,
  SIZE = 26;

/**
 * @typedef {object} Veld a field of the picture with its words, as they stand on the page
 * @property {string} id
 * @property {string} titel
 * @property {string} links
 * @property {string} rechts
 * @property {{ vraag: string, delen: number[] | null }[]} lijnen `delen` is null for a line with too few people
 */

/** @param {import("./sessie.js").Beeld} beeld @param {HTMLElement[]} figures @param {import("./pagina.js").Pagina} page @returns {Veld[]} */
export function inWords(beeld, figures, page) {
  return beeld.fields.map(({ field, lines }, at) => ({
    id: page.find(`template[data-figuur="${field}"]`).dataset.id,
    titel: page.find("h3", figures[at]).textContent,
    links: page.find(".polen .links", figures[at]).textContent.trim(),
    rechts: page.find(".polen .rechts", figures[at]).textContent.trim(),
    lijnen: lines.map(({ marker, bins }) => ({
      vraag: page.find(`[data-merk="${marker}"] .team-balknaam`, figures[at]).textContent.trim(),
      delen: bins,
    })),
  }));
}

/** @param {import("./sessie.js").Beeld} beeld @param {Veld[]} velden */
export function saveJson(beeld, velden) {
  const content = { soort: "samen-kijken", schema: 1, datum: today(), mensen: beeld.received, velden };
  save(new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: "application/json" }), "json");
}

/**
 * Rejects when the browser can't make the image.
 * @param {Veld[]} velden
 * @param {string} caption below each field
 * @param {string} empty in the place of a line with too few people
 */
export async function savePicture(velden, caption, empty) {
  const canvas = document.createElement("canvas");
  const rows = Math.max(...velden.flatMap(({ lijnen }) => lijnen.flatMap(({ delen }) => delen ?? [0])));
  const line = 150 + rows * SIZE,
    field = 100 + 60;
  canvas.width = WIDTH;
  canvas.height = MARGIN + velden.reduce((all, { lijnen }) => all + field + lijnen.length * line, 0);
  const pen = canvas.getContext("2d");
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
  const blob = await new Promise((done) => {
    canvas.toBlob(done, "image/png");
  });
  if (!blob) throw new Error("the browser made no image");
  save(blob, "png");
}

function drawDots(pen, bins, axis) {
  const part = (WIDTH - 2 * MARGIN) / bins.length;
  pen.fillStyle = DOT;
  bins.forEach((count, at) => {
    for (let row = 0; row < count; row++) {
      pen.beginPath();
      pen.arc(MARGIN + part * (at + 0.5), axis - SIZE * (row + 0.5), SIZE / 2 - 2, 0, 2 * Math.PI);
      pen.fill();
    }
  });
}

function drawAxis(pen, y) {
  pen.fillStyle = pen.strokeStyle = INK;
  pen.lineWidth = 4;
  pen.fillRect(MARGIN, y - 2, WIDTH - 2 * MARGIN - 18, 4);
  pen.fillRect(MARGIN, y - 9, 18, 18);
  pen.beginPath();
  pen.arc(WIDTH - MARGIN - 9, y, 8, 0, 2 * Math.PI);
  pen.stroke();
}

function write(pen, text, x, y, font, align = "left") {
  pen.fillStyle = INK;
  pen.textAlign = align;
  pen.font = `${font} ${FONT}`;
  pen.fillText(text, x, y, WIDTH - 2 * MARGIN);
}

const today = () => new Date().toLocaleDateString("sv-SE");

function save(blob, extension) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `samen-kijken-${today()}.${extension}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
