// Search: opened with Ctrl+K (⌘K) or the button, or on its own page when one goes to the field or something was asked already.
// What finds and shows is loaded only then; what was found is marked where it opens.

import { find, findAll, from, opensElsewhere, told } from "./samen/dom.js";
import { taken } from "./zoeken/along.js";

const dialog = find(document, ".zoekvenster", HTMLDialogElement);
const onPage = document.querySelector("main zoek-veld");
const input = find(onPage ?? dialog, "input", HTMLInputElement);
const MAC = /Mac|iP/.test(navigator.platform);
onPage?.parentElement?.querySelector(".zonder-script")?.remove();
// What was typed here before one followed a result, for who comes back.
input.value ||= history.state?.zoek ?? "";

let asked = 0;
/** @type {Promise<void> | undefined} */
let coming;

/** The field to type in, with all that it needs; a browser asks once for each of its files, and again for what failed. */
function load() {
  asked += 1;
  coming ??= fetchField();
  return coming;
}

async function fetchField() {
  // Who types on while it fails to come is answered by asking again.
  for (let known = 0; known !== asked;) {
    known = asked;
    try {
      await import("./zoeken/field.js");
      return;
    } catch {
      for (const field of findAll(document, "zoek-veld"))
        find(field, ".zoek-stand").textContent = told(field, "mislukt");
    }
  }
  coming = undefined;
}

function open() {
  if (!onPage && !dialog.open) dialog.showModal();
  input.focus();
  input.select();
  load();
}

document.addEventListener("keydown", (event) => {
  // Never a bare key: who speaks to their device, or whose hand slips, would press it without meaning to.
  if (event.key !== "k" || !(MAC ? event.metaKey : event.ctrlKey) || event.altKey) return;
  event.preventDefault();
  open();
});
if (MAC) find(document, ".zoek-open kbd").textContent = "⌘K";
for (const opener of findAll(document, ".zoek-open")) {
  opener.addEventListener("click", (event) => {
    if (opensElsewhere(event)) return;
    event.preventDefault();
    open();
  });
}
dialog.addEventListener("keydown", (event) => {
  // In a search field with words in it, Escape would empty the field first.
  if (event.key === "Escape") {
    event.preventDefault();
    dialog.close();
  }
});
find(dialog, "[data-sluit]").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => {
  // A click beside the window closes it; a result on this same page only moves the page behind it.
  const followed = from(event, ".zoek-uitkomst a:not([data-word])") && !opensElsewhere(event);
  if (event.target === dialog || followed) dialog.close();
});

document.addEventListener("input", (event) => {
  if (from(event, "zoek-veld") && !customElements.get("zoek-veld")) load();
});
addEventListener("online", () => {
  if (asked && !customElements.get("zoek-veld")) load();
});
// Enter may come before what answers it; the browser alone would leave for the page of search.
document.addEventListener("submit", async (event) => {
  const form = from(event, "zoek-veld form");
  if (!(form instanceof HTMLFormElement) || customElements.get("zoek-veld")) return;
  event.preventDefault();
  await load();
  if (customElements.get("zoek-veld")) form.requestSubmit();
});
if (onPage) {
  // On the page for what isn't there the field looks for the words of the address.
  const asked = onPage.hasAttribute("data-adres") || new URLSearchParams(location.search).has("q") || input.value;
  if (asked) load();
  else onPage.addEventListener("focusin", load, { once: true });
}
/** Mark what was looked for, if one comes from that: few do, so the script for it comes by itself. */
function mark() {
  const given = taken();
  if (given?.address !== location.href) return;
  import("./zoeken/mark.js").then(
    ({ markFound }) => markFound(given.words),
    () => {},
  );
}

addEventListener("hashchange", mark);
mark();
