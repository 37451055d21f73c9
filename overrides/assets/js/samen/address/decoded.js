// What an address says, also where it was damaged on its way.

/** What was percent-encoded; the text itself where a percent sign stands for nothing. @param {string} text */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
