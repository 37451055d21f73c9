// A password on a file: AES-GCM with a key derived from the password by PBKDF2. Nothing of it is kept.

import { Refusal, isObject } from "../../samen/readers.js";

const METHOD = "PBKDF2-SHA256 AES-GCM";
const ROUNDS = 600_000;
const WRONG = "Dit wachtwoord past niet bij dit bestand, of het bestand is beschadigd: er is niets veranderd.";

/** Browsers do this only over a safe connection. */
export const canEncrypt = () => Boolean(globalThis.crypto?.subtle);

/** @param {string} password @param {Uint8Array<ArrayBuffer>} salt @param {number} rounds @param {"encrypt" | "decrypt"} use */
async function key(password, salt, rounds, use) {
  const secret = new TextEncoder().encode(password.normalize("NFC"));
  const words = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, words, { name: "AES-GCM", length: 256 }, false, [use]);
}

/** @param {Uint8Array} bytes */
function toBase64(bytes) {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** @param {unknown} text */
const fromBase64 = (text) => Uint8Array.from(atob(String(text)), (letter) => letter.charCodeAt(0));

/** @param {string} text @param {string} password */
export async function encrypt(text, password) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const secret = await key(password, salt, ROUNDS, "encrypt");
  const content = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, secret, new TextEncoder().encode(text));
  const inhoud = toBase64(new Uint8Array(content));
  return { wijze: METHOD, rondes: ROUNDS, zout: toBase64(salt), iv: toBase64(iv), inhoud };
}

/** @param {unknown} locked what `encrypt` made @param {string} password @returns {Promise<string>} */
export async function decrypt(locked, password) {
  let salt, iv, content;
  const rounds = isObject(locked) ? Number(locked.rondes) : 0;
  try {
    // A file may not keep the device busy for minutes.
    if (!isObject(locked) || locked.wijze !== METHOD || !Number.isInteger(locked.rondes))
      throw new Error("unknown way");
    if (rounds < 1 || rounds > 2_000_000) throw new Error("too few rounds, or too many");
    [salt, iv, content] = [locked.zout, locked.iv, locked.inhoud].map(fromBase64);
  } catch {
    throw new Refusal(
      "Dit bestand heeft een wachtwoord op een manier die deze pagina niet kent: er is niets veranderd.",
    );
  }
  if (!canEncrypt()) {
    throw new Refusal("Een bestand met een wachtwoord opent alleen over een beveiligde verbinding (https).");
  }
  try {
    const secret = await key(password, salt, rounds, "decrypt");
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, secret, content));
  } catch {
    throw new Refusal(WRONG, "password");
  }
}
