// Which card lies where on which sheet: cards are dealt into the places of a form, which the catalogue tells.

/**
 * @typedef {"long" | "short"} Edge
 * @typedef {[number, number, number, number]} Line from (x1, y1) to (x2, y2), in mm from the top left
 * @typedef {{ nummer: number, gezicht: "voor" | "achter", x: number, y: number, gedraaid: boolean }} Slot a place on the
 *   sheet, in mm from the top left: which of the sheet's cards shows which side there, and whether half a turn round
 * @typedef {Slot & { kaart: string }} Face
 * @typedef {{ id: string, naam: string, maat: string, vel: [number, number], cel: [number, number], kolommen: number,
 *   perVel: number, soort: "dubbelzijdig" | "boekje" | "enkelzijdig", afloop: number, laag: string, keert: boolean, voor: Slot[],
 *   achter: Record<Edge, Slot[]>, lijnen: Line[], vouwen: Line[], advies: Record<Edge, [string, string][]> }} Form
 * @typedef {{ form: Form, cards: string[] }} Pile cards that are printed one after the other in one form
 * @typedef {{ nummer: number, voor: Face[], achter: Record<Edge, Face[]> }} Sheet
 */

/** @param {Form} form @param {string[]} cards @returns {Sheet[]} */
export function sheets(form, cards) {
  const found = [];
  for (let start = 0; start < cards.length; start += form.perVel) {
    const some = cards.slice(start, start + form.perVel);
    found.push({
      nummer: found.length + 1,
      voor: dealt(form.voor, some),
      achter: { long: dealt(form.achter.long, some), short: dealt(form.achter.short, some) },
    });
  }
  return found;
}

/** @param {Slot[]} slots @param {string[]} cards */
const dealt = (slots, cards) =>
  slots.filter(({ nummer }) => nummer < cards.length).map((slot) => ({ ...slot, kaart: cards[slot.nummer] }));
