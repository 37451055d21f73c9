// The definition of a linked term in a small window: on hover, on focus, and on a first tap. Escape closes it.

const box = document.createElement("div");
box.className = "uitleg";
box.id = "uitleg";
box.setAttribute("role", "tooltip");
box.popover = "manual";

/** @type {HTMLAnchorElement | null} the link whose definition is shown */
let shown = null;
let timer = 0;

/** @param {HTMLAnchorElement} link */
function show(link) {
  clearTimeout(timer);
  if (shown === link) return;
  hide();
  shown = link;
  box.textContent = link.dataset.uitleg;
  // In a dialog the page behind it is inert, so the window goes where the link is.
  link.after(box);
  link.setAttribute("aria-describedby", box.id);
  box.showPopover();
  const at = link.getClientRects()[0];
  const size = box.getBoundingClientRect();
  const below = at.bottom + 8 + size.height < innerHeight;
  box.style.setProperty("left", `${Math.max(8, Math.min(at.left, innerWidth - size.width - 8))}px`);
  box.style.setProperty("top", `${below ? at.bottom + 8 : at.top - size.height - 8}px`);
}

function hide() {
  clearTimeout(timer);
  if (!shown) return;
  shown.removeAttribute("aria-describedby");
  shown = null;
  if (box.matches(":popover-open")) box.hidePopover();
}

const linkAt = (event) => /** @type {HTMLAnchorElement | null} */ (event.target.closest?.("a.begrip"));

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  const link = linkAt(event);
  clearTimeout(timer);
  if (link) timer = setTimeout(() => show(link), 180);
  else if (event.target !== box) timer = setTimeout(hide, 250);
});
document.addEventListener("focusin", (event) => {
  const link = linkAt(event);
  if (link?.matches(":focus-visible")) show(link);
  else if (!link) hide();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
document.addEventListener("scroll", hide, { passive: true });

/** What the last press was made with: a tap must not lose the way to the page, so a second one follows the link. */
let touched = false;
document.addEventListener("pointerdown", (event) => {
  touched = event.pointerType === "touch";
}, { capture: true });
document.addEventListener("click", (event) => {
  const link = linkAt(event);
  if (link && touched && shown !== link) {
    event.preventDefault();
    show(link);
    box.append(document.createElement("br"), "Tik nog eens om er meer over te lezen.");
  } else if (!link && event.target !== box) hide();
});
