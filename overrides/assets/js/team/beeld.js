// The picture: for each line five parts with a grey dot for each person, all at once and all the same.

const HIGHEST = 8;
const WIDEST = 3;

/**
 * The figures of a picture, made from the templates in the page.
 * @param {import("./sessie.js").Beeld} beeld
 * @param {import("./pagina.js").Pagina} page
 * @returns {HTMLElement[]}
 */
export function figures(beeld, page) {
  const highest = Math.max(...beeld.fields.flatMap(({ lines }) => lines.flatMap(({ bins }) => bins ?? [])));
  const columns = Math.min(WIDEST, Math.ceil(highest / HIGHEST));
  return beeld.fields.map(({ field, lines }) => {
    const template = page.find(`template[data-figuur="${field}"]`);
    const figure = template.content.firstElementChild.cloneNode(true);
    // The same height for all, so that lines can be compared.
    figure.style.setProperty("--kolommen", String(columns));
    figure.style.setProperty("--rijen", String(Math.ceil(highest / columns)));
    for (const { marker, bins } of lines) fillLine(page.find(`[data-merk="${marker}"]`, figure), bins, page);
    return figure;
  });
}

function fillLine(line, bins, page) {
  const list = page.find("ol", line);
  list.hidden = bins === null;
  page.find(".team-leeg", line).hidden = bins !== null;
  [...list.children].forEach((part, at) => {
    const count = bins?.[at] ?? 0;
    const said = count === 1 ? "een-mens" : count ? "aantal-mensen" : "niemand";
    page.find(".vh", part).append(page.sentence(said, { aantal: count }));
    part.append(...Array.from({ length: count }, dot));
  });
}

function dot() {
  const one = document.createElement("span");
  one.className = "team-stip";
  return one;
}
