// The picture: for each line five parts with a grey dot for each person, all at once and all the same.

import { find, findAll, h } from "../../samen/dom.js";

/** @typedef {import("../../samen/steps.js").Page} Page */

const HIGHEST = 8;
const WIDEST = 3;

/**
 * The figures of a picture, made from the templates in the page.
 * @param {import("./sessie.js").Beeld} beeld
 * @param {Page} page
 * @returns {HTMLElement[]}
 */
export function figures(beeld, page) {
  const highest = Math.max(...beeld.fields.flatMap(({ lines }) => lines.flatMap(({ bins }) => bins ?? [])));
  const columns = Math.min(WIDEST, Math.ceil(highest / HIGHEST));
  const made = beeld.fields.map(({ field, lines }) => {
    const { content } = figureOf(page, field);
    const figure = find(document.importNode(content, true), "figure");
    // The same height for all, so that lines can be compared.
    figure.style.setProperty("--kolommen", String(columns));
    figure.style.setProperty("--rijen", String(Math.ceil(highest / columns)));
    for (const { marker, bins } of lines) fillLine(find(figure, `[data-merk="${marker}"]`), bins, page);
    return figure;
  });
  // Said once, with the first: it holds for all.
  find(made[0], "h3").after(h("p", { class: "team-lezen" }, page.sentence("lezen")));
  return made;
}

/** What the figure of a field is made from. @param {Page} page @param {number} field */
export const figureOf = (page, field) => find(page.root, `template[data-figuur="${field}"]`, HTMLTemplateElement);

/** @param {HTMLElement} line @param {number[] | null} bins @param {Page} page */
function fillLine(line, bins, page) {
  find(line, "ol").hidden = bins === null;
  find(line, ".team-leeg").hidden = bins !== null;
  for (const [at, part] of findAll(line, "ol > li").entries()) {
    const count = bins?.[at] ?? 0;
    const said = count === 1 ? "een-mens" : count ? "aantal-mensen" : "niemand";
    find(part, ".vh").append(page.sentence(said, { aantal: count }));
    part.append(...Array.from({ length: count }, () => h("span", { class: "team-stip" })));
  }
}
