// The file to take out and put back: the document as JSON, with a password if one is given.

import { read, understand } from "./document.js";
import { decrypt, encrypt } from "./encryption.js";
import { Refusal, isObject, parsed, textIn } from "../../samen/readers.js";

/** @typedef {import("./document.js").Document} Document */

// More than a browser keeps, so that whatever was taken out can be put back.
const LARGEST = 25_000_000;

/** @param {Document} document @param {string} [password] @returns {Promise<Blob>} */
export async function makeFile(document, password) {
  const content = password ? { versleuteld: await encrypt(JSON.stringify(document), password) } : document;
  return new Blob([JSON.stringify(content, null, 1)], { type: "application/json" });
}

/**
 * The document in a file. Changes nothing.
 * @param {Blob} file
 * @param {string} [password]
 * @returns {Promise<Document>}
 * @throws {Refusal} `password` when it needs one or another one
 */
export async function readFile(file, password) {
  const raw = parsed(await textIn(file, LARGEST, "een bestand met reflecties"), "reflecties");
  if (!isObject(raw) || !Object.hasOwn(raw, "versleuteld")) return understand(raw);
  if (!password) throw new Refusal("Dit bestand heeft een wachtwoord: vul het in.", "password");
  return read(await decrypt(raw.versleuteld, password));
}
