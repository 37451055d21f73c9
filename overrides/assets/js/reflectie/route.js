// The way through a reflection: its steps in order, and where one is. Pure.

/** @typedef {import("./kept/document.js").Reflectie} Reflectie */
/**
 * @typedef {object} Step
 * @property {string} key `sv4` for a field, `sv4-v6` for a question, `overzicht` for the end
 * @property {string} veld empty at the end
 * @property {string[]} vragen the questions to show
 * @property {boolean} lijn whether the line is shown
 */

export const END = "overzicht";

/**
 * @param {Reflectie} reflectie
 * @param {(veld: string) => {id: string, bestuurders: boolean}[]} questionsOf
 * @returns {Step[]}
 */
export function route(reflectie, questionsOf) {
  const steps = reflectie.velden.flatMap((veld) => {
    const vragen = questionsOf(veld)
      .filter((one) => reflectie.bestuurder || !one.bestuurders)
      .map((one) => one.id)
      .filter((id) => !reflectie.vragen || reflectie.vragen.includes(id));
    if (reflectie.samen) return [{ key: veld, veld, vragen, lijn: true }];
    return [
      { key: veld, veld, vragen: [], lijn: true },
      ...vragen.map((id) => ({ key: id, veld, vragen: [id], lijn: false })),
    ];
  });
  return [...steps, { key: END, veld: "", vragen: [], lijn: false }];
}

/** Where step `at` is, such as "Veld 2 van 3, vraag 4 van 11". @param {Step[]} steps @param {number} at */
export function sayWhere(steps, at) {
  const fields = [...new Set(steps.map((step) => step.veld).filter(Boolean))];
  const { veld, lijn } = steps[at];
  const questions = steps.filter((step) => step.veld === veld && !step.lijn);
  const place = `Veld ${fields.indexOf(veld) + 1} van ${fields.length}`;
  return lijn ? place : `${place}, vraag ${questions.indexOf(steps[at]) + 1} van ${questions.length}`;
}
