// Which card lies where on which sheet, in millimetres from the top left: macros/cards/imposition.py, which tells why.
// @ts-nocheck

/**
 * @typedef {"long" | "short"} Edge
 * @typedef {[number, number, number, number]} Line
 * @typedef {{ id: string, naam: string, maat: string, vel: [number, number], cel: [number, number], rand: [number, number],
 *   kolommen: number, rijen: number, soort: "dubbelzijdig" | "boekje" | "enkelzijdig", afloop: number,
 *   advies: Record<Edge, [string, string][]> }} Form
 * @typedef {{ kaart: string, gezicht: "voor" | "achter", x: number, y: number, breedte: number, hoogte: number,
 *   gedraaid: boolean }} Face
 * @typedef {{ nummer: number, voor: Face[], achter: Face[] }} Sheet
 */

/** @param {Form} form */
export const cardsPerSheet = (form) =>
  Math.floor((form.kolommen * form.rijen) / (form.soort === "enkelzijdig" ? 2 : 1));

/** Whether a printer turns the sheet over, so that the edge it turns on matters. @param {Form} form */
export const turns = (form) => form.soort !== "enkelzijdig" && !form.afloop;

/** Whether the back is printed half a turn round. @param {Form} form @param {Edge} edge */
export const halfTurned = (form, edge) => turns(form) && (edge === "long") === form.vel[0] > form.vel[1];

/** @param {Form} form @param {string[]} cards @returns {Sheet[]} */
export function sheets(form, cards) {
  const found = [];
  const size = cardsPerSheet(form);
  for (let start = 0; start < cards.length; start += size) {
    const some = cards.slice(start, start + size);
    found.push({ nummer: found.length + 1, ...(form.soort === "enkelzijdig" ? oneSided : twoSided)(form, some) });
  }
  return found;
}

/** Where a face of the back lies on the page that goes to the printer. @param {Face} face @param {Form} form @param {Edge} edge */
export function printed(face, form, edge) {
  if (!halfTurned(form, edge)) return face;
  const [width, height] = form.vel;
  return { ...face, x: width - face.x - face.breedte, y: height - face.y - face.hoogte, gedraaid: true };
}

/** Every cut from edge to edge of the sheet; neighbours share one. @param {Form} form @returns {Line[]} */
export function cutLines(form) {
  if (form.soort === "boekje" || form.afloop) return [];
  const [width, height] = form.vel;
  const inside = 0.01;
  const folds = foldLines(form).map(([, y]) => y);
  const down = Array.from({ length: form.kolommen + 1 }, (_, k) => form.rand[0] + k * form.cel[0]);
  const across = Array.from({ length: form.rijen + 1 }, (_, k) => form.rand[1] + k * form.cel[1]);
  return [
    ...down.filter((x) => inside < x && x < width - inside).map((x) => /** @type {Line} */ ([x, 0, x, height])),
    ...across
      .filter((y) => inside < y && y < height - inside && !folds.includes(y))
      .map((y) => /** @type {Line} */ ([0, y, width, y])),
  ];
}

/** Where a sheet that is printed on one side is folded. @param {Form} form @returns {Line[]} */
export function foldLines(form) {
  if (form.soort !== "enkelzijdig") return [];
  const middle = form.rand[1] + form.cel[1];
  return [[0, middle, form.vel[0], middle]];
}

/** Two short lines on a sheet that is folded into a card. @param {Form} form @returns {Line[]} */
export function foldMarks(form) {
  if (form.soort !== "boekje" || form.afloop) return [];
  const [middle, height, length] = [form.vel[0] / 2, form.vel[1], 8];
  return [
    [middle, 0, middle, length],
    [middle, height - length, middle, height],
  ];
}

function twoSided(form, cards) {
  const place = (gezicht) =>
    cards.map((card, index) => {
      const [row, column] = [Math.floor(index / form.kolommen), index % form.kolommen];
      return face(form, card, gezicht, gezicht === "achter" ? form.kolommen - 1 - column : column, row);
    });
  return { voor: place("voor"), achter: place("achter") };
}

function oneSided(form, cards) {
  const voor = cards.flatMap((card, column) => [
    face(form, card, "voor", column, 0),
    { ...face(form, card, "achter", column, 1), gedraaid: true },
  ]);
  return { voor, achter: [] };
}

/** @returns {Face} */
function face(form, kaart, gezicht, column, row) {
  const [breedte, hoogte] = form.cel;
  return {
    kaart,
    gezicht,
    x: form.rand[0] + column * breedte,
    y: form.rand[1] + row * hoogte,
    breedte,
    hoogte,
    gedraaid: false,
  };
}
