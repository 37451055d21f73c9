// Saying something in a live region, for who sees it and who hears it.

/** @type {WeakMap<Element, number>} what will say something again, or take it away */
const pending = new WeakMap();

/**
 * Say `text`; the same words twice are heard twice.
 * @param {Element} region with role status or alert
 * @param {string} text empty to say nothing any more
 * @param {number} [time] ms after which it goes away; else it stays
 */
export function say(region, text, time) {
  clearTimeout(pending.get(region));
  if (text && region.textContent === text) {
    // A live region speaks only when its text changes.
    region.textContent = "";
    pending.set(
      region,
      setTimeout(() => say(region, text, time), 20),
    );
    return;
  }
  region.textContent = text;
  if (time)
    pending.set(
      region,
      setTimeout(() => say(region, ""), time),
    );
}
