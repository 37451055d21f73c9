// A plan that was taken out as a file, read back.

import { Refusal } from "../samen/readers.js";
import { read } from "./draaiboek.js";

const LARGEST = 2_000_000;

/** The plan in a file. Changes nothing. @param {Blob} file @throws {Refusal} */
export async function readPlanFile(file) {
  if (file.size > LARGEST) {
    const size = (file.size / 1_000_000).toLocaleString("nl-NL", { maximumFractionDigits: 1 });
    throw new Refusal(`Dit bestand is te groot (${size} MB): een draaiboek is hoogstens 2 MB.`, "large");
  }
  let text;
  try {
    text = await file.text();
  } catch {
    throw new Refusal("Dit bestand is niet te openen: kies het opnieuw.", "broken");
  }
  return read(text);
}
