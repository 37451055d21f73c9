// A password on a file: AES-GCM with a key derived from the password by PBKDF2. Nothing of it is kept.

import { Weigering } from "./document.js";

const ROUNDS = 600_000;
const WRONG = "Dit wachtwoord past niet bij dit bestand, of het bestand is beschadigd: er is niets veranderd.";

/** Browsers do this only over a safe connection. */
export const kanVersleutelen = () => Boolean(globalThis.crypto?.subtle);

async function key(password, salt, rounds, use) {
  const words = await crypto.subtle.importKey(
    "raw",
    new TextEncoder().encode(password.normalize("NFC")),
    "PBKDF2",
    false,
    ["deriveKey"],
  );
  return crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds },
    words,
    { name: "AES-GCM", length: 256 },
    false,
    [use],
  );
}

/** @param {Uint8Array} bytes */
function toBase64(bytes) {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** @param {string} text @param {string} password */
export async function versleutel(text, password) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const content = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv },
    await key(password, salt, ROUNDS, "encrypt"),
    new TextEncoder().encode(text),
  );
  return {
    wijze: "PBKDF2-SHA256 AES-GCM",
    rondes: ROUNDS,
    zout: toBase64(salt),
    iv: toBase64(iv),
    inhoud: toBase64(new Uint8Array(content)),
  };
}

/** @param {unknown} locked what `versleutel` made @param {string} password @returns {Promise<string>} */
export async function ontsleutel(locked, password) {
  let salt, iv, content;
  try {
    const { rondes, wijze, ...rest } = locked;
    // A file may not keep the device busy for minutes.
    if (wijze !== "PBKDF2-SHA256 AES-GCM" || !Number.isInteger(rondes) || rondes < 1 || rondes > 2_000_000)
      throw new Error("unknown way");
    [salt, iv, content] = [rest.zout, rest.iv, rest.inhoud].map(fromBase64);
  } catch {
    throw new Weigering(
      "Dit bestand heeft een wachtwoord op een manier die deze pagina niet kent: er is niets veranderd.",
    );
  }
  if (!kanVersleutelen())
    throw new Weigering("Een bestand met een wachtwoord opent alleen over een beveiligde verbinding (https).");
  try {
    return new TextDecoder().decode(
      await crypto.subtle.decrypt(
        { name: "AES-GCM", iv },
        await key(password, salt, locked.rondes, "decrypt"),
        content,
      ),
    );
  } catch {
    throw new Weigering(WRONG, "wachtwoord");
  }
}
