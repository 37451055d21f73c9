// A link that opens a chosen set, such as #velden=2,4&vragen=sv2-v1,sv4-v6: read, checked, and made. Pure.

/**
 * @typedef {object} Keuze
 * @property {string[]} velden ids of fields, in their own order
 * @property {string[] | null} vragen ids of questions; null for all
 * @property {string} [zin] one sentence about what isn't known
 * @property {string} fragment the same choice without what isn't known, to put into the address
 */

/**
 * What `hash` chooses; null when it chooses nothing, as an ordinary anchor.
 * @param {string} hash
 * @param {string[]} fields ids of all fields, in order
 * @param {string[]} questions ids of all questions
 * @returns {Keuze | null}
 */
export function leesLink(hash, fields, questions) {
  if (!hash.includes("=")) return null;
  const velden = new Set();
  const vragen = new Set();
  const unknown = [];
  for (const [name, value] of new URLSearchParams(hash.replace(/^#/, ""))) {
    if (name !== "velden" && name !== "vragen") {
      unknown.push(name);
      continue;
    }
    for (const one of value
      .split(",")
      .map((part) => part.trim().toLowerCase())
      .filter(Boolean)) {
      const field = `sv${one.replace(/^sv/, "")}`;
      if (name === "velden" && fields.includes(field)) velden.add(field);
      else if (name === "vragen" && questions.includes(one)) vragen.add(one);
      else unknown.push(`${name === "velden" ? "veld" : "vraag"} ${one}`);
    }
  }
  // A question brings its field along.
  for (const one of vragen) velden.add(one.split("-")[0]);
  const chosen = {
    velden: fields.filter((id) => velden.has(id)),
    vragen: vragen.size ? questions.filter((id) => vragen.has(id)) : null,
  };
  return {
    ...chosen,
    fragment: maakLink(chosen.velden, chosen.vragen),
    ...(unknown.length && { zin: sentence(unknown, fields.length) }),
  };
}

/** @param {string[]} velden @param {string[] | null} vragen @returns {string} empty when nothing is chosen */
export function maakLink(velden, vragen) {
  const parts = [
    velden.length && `velden=${velden.map((id) => id.slice(2)).join(",")}`,
    vragen?.length && `vragen=${vragen.join(",")}`,
  ];
  return parts.some(Boolean) ? `#${parts.filter(Boolean).join("&")}` : "";
}

function sentence(unknown, fields) {
  const some = unknown
    .slice(0, 3)
    .map((one) => `‘${one.length > 24 ? `${one.slice(0, 23)}…` : one}’`)
    .join(", ");
  const more = unknown.length > 3 ? ` en nog ${unknown.length - 3}` : "";
  return (
    `In de link staat iets wat hier niet bestaat (${some}${more}), en dat is overgeslagen: ` +
    `een veld is een nummer van 1 tot en met ${fields}, een vraag een kenmerk zoals sv4-v6.`
  );
}
