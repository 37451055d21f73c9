// Copying with one press, and saying so.

import { say } from "./say.js";

const SHOWN_FOR = 4000;

/** @typedef {{ html: string, text: string }} Forms the same for a word processor, and for what knows only text */

/** @param {string | HTMLElement | Forms} content text; or an element, of which a word processor also gets the italics; or both */
function write(content) {
  if (typeof content === "string") return navigator.clipboard.writeText(content);
  const { html, text } = content instanceof HTMLElement ? formsOf(content) : content;
  if (!html || !("ClipboardItem" in window)) return navigator.clipboard.writeText(text);
  const forms = { "text/plain": text, "text/html": html };
  return navigator.clipboard.write([
    new ClipboardItem(
      Object.fromEntries(Object.entries(forms).map(([type, form]) => [type, new Blob([form], { type })])),
    ),
  ]);
}

/** @param {HTMLElement} element @returns {Forms} */
function formsOf(element) {
  return {
    html: element.localName === "pre" ? "" : element.innerHTML,
    text: (element.textContent ?? "").trim(),
  };
}

/**
 * Show a button that copies. Without https a browser gives no clipboard; it then stays away, for the text can still be selected.
 * @param {HTMLElement} button
 * @param {HTMLElement} status where it is said
 * @param {() => string | HTMLElement | Forms} content
 */
export function copiesOnPress(button, status, content) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    try {
      await write(content());
      say(status, "Gekopieerd", SHOWN_FOR);
    } catch {
      // It says what to do, so it stays until that is done.
      say(status, "Kopiëren lukte niet. Probeer het nog eens, of selecteer de tekst zelf.");
    }
  });
}
