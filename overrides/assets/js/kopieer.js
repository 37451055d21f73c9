// Copies a citation with one press, and fills in today's date where a citation tells when the page was read.

const SHOWN_FOR = 4000;
/** @type {Map<HTMLElement, number>} what will empty a message again */
const clearing = new Map();

/**
 * Text and, for word processors, the same with its italics.
 * @param {HTMLElement} citation
 */
export async function copy(citation) {
  const text = citation.textContent.trim();
  if (citation.localName === "pre" || !("ClipboardItem" in window)) return navigator.clipboard.writeText(text);
  return navigator.clipboard.write([
    new ClipboardItem({
      "text/plain": new Blob([text], { type: "text/plain" }),
      "text/html": new Blob([citation.innerHTML], { type: "text/html" }),
    }),
  ]);
}

/**
 * A live region speaks only when its text changes, so it is emptied before the same is said again.
 * @param {HTMLElement} status
 * @param {string} text
 */
export function tell(status, text) {
  clearTimeout(clearing.get(status));
  status.textContent = "";
  requestAnimationFrame(() => {
    status.textContent = text;
  });
  clearing.set(
    status,
    setTimeout(() => {
      status.textContent = "";
    }, SHOWN_FOR),
  );
}

const today = new Date().toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
for (const place of document.querySelectorAll(".citeer .vandaag")) {
  place.textContent = today;
  place.closest("[hidden]").hidden = false;
}

// Without https a browser gives no clipboard; the text can still be selected.
if (navigator.clipboard) {
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll(".citeer .kopieer"))) {
    const row = button.closest("dd");
    const citation = /** @type {HTMLElement} */ (row.querySelector(".citaat"));
    const status = /** @type {HTMLElement} */ (row.querySelector(".gekopieerd"));
    button.hidden = false;
    button.addEventListener("click", () =>
      copy(citation).then(
        () => tell(status, "Gekopieerd"),
        () => tell(status, "Kopiëren lukte niet; selecteer de tekst zelf"),
      ),
    );
  }
}
