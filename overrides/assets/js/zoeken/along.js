// The words that were looked for go along to the page that a hit opens: in this tab only, and once.

const KEPT = "gezocht";

/** Give words along to the page that a link leads to. @param {string} address @param {string[]} words */
export function takeAlong(address, words) {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify({ address, words }));
  } catch {
    // No storage: the page opens at its place, without marks.
  }
}

/** What was given along to this page, which takes it. @returns {{ address: string, words: string[] } | null} */
export function taken() {
  try {
    const kept = sessionStorage.getItem(KEPT);
    sessionStorage.removeItem(KEPT);
    return kept && JSON.parse(kept);
  } catch {
    return null;
  }
}
