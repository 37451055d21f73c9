// The way through a reflection: its steps in order, and where one is. Pure.

/** @typedef {import("./document.js").Reflectie} Reflectie */
/**
 * @typedef {object} Stap
 * @property {string} sleutel `sv4` for a field, `sv4-v6` for a question, `overzicht` for the end
 * @property {string} [veld]
 * @property {string[]} [vragen] the questions to show
 * @property {boolean} [lijn] whether the line is shown
 */

/**
 * @param {Reflectie} reflectie
 * @param {(veld: string) => {id: string, bestuurders: boolean}[]} questionsOf
 * @returns {Stap[]}
 */
export function route(reflectie, questionsOf) {
  const steps = reflectie.velden.flatMap((veld) => {
    const vragen = questionsOf(veld)
      .filter(
        (one) => (reflectie.bestuurder || !one.bestuurders) && (!reflectie.vragen || reflectie.vragen.includes(one.id)),
      )
      .map((one) => one.id);
    if (reflectie.samen) return [{ sleutel: veld, veld, vragen, lijn: true }];
    return [
      { sleutel: veld, veld, vragen: [], lijn: true },
      ...vragen.map((id) => ({ sleutel: id, veld, vragen: [id], lijn: false })),
    ];
  });
  return [...steps, { sleutel: "overzicht" }];
}

/** Where step `at` is, such as "Veld 2 van 3, vraag 4 van 11". @param {Stap[]} steps @param {number} at */
export function hierBenJe(steps, at) {
  const fields = [...new Set(steps.map((step) => step.veld).filter(Boolean))];
  const { veld, lijn } = steps[at];
  const questions = steps.filter((step) => step.veld === veld && !step.lijn);
  const place = `Veld ${fields.indexOf(veld) + 1} van ${fields.length}`;
  return lijn ? place : `${place}, vraag ${questions.indexOf(steps[at]) + 1} van ${questions.length}`;
}
