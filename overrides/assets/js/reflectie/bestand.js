// The file to take out and put back: the document as JSON, with a password if one is given.

import { Weigering, begrijp, lees } from "./document.js";
import { ontsleutel, versleutel } from "./versleutel.js";

/** @typedef {import("./document.js").Document} Document */

// More than a browser keeps, so that whatever was taken out can be put back.
const LARGEST = 25_000_000;

/** @param {Document} document @param {string} [password] @returns {Promise<Blob>} */
export async function maakBestand(document, password) {
  const content = password ? { versleuteld: await versleutel(JSON.stringify(document), password) } : document;
  return new Blob([JSON.stringify(content, null, 1)], { type: "application/json" });
}

/**
 * The document in a file. Changes nothing.
 * @param {Blob} file
 * @param {string} [password]
 * @returns {Promise<Document>}
 * @throws {Weigering} `wachtwoord` when it needs a password or another one
 */
export async function leesBestand(file, password) {
  if (file.size > LARGEST) {
    const size = Math.round(file.size / 1_000_000);
    throw new Weigering(
      `Dit bestand is te groot (${size} MB): een bestand met reflecties is hoogstens ${LARGEST / 1_000_000} MB.`,
      "groot",
    );
  }
  let text;
  try {
    text = await file.text();
  } catch {
    throw new Weigering("Dit bestand is niet te openen: kies het opnieuw.", "kapot");
  }
  let raw;
  try {
    raw = JSON.parse(text);
  } catch {
    return lees(text); // for its sentence
  }
  if (!raw || !Object.hasOwn(raw, "versleuteld")) return begrijp(raw);
  if (!password) throw new Weigering("Dit bestand heeft een wachtwoord: vul het in.", "wachtwoord");
  return lees(await ontsleutel(raw.versleuteld, password));
}

/** Hand a file to the person. @param {Blob} file @param {string} name */
export function geefBestand(file, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers start reading only after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
