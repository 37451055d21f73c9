// Words to lines, as the press does it: the fewest lines, as even as they can be. Widths are in the unit of the type size.

/** @typedef {{ text: string, wide: number }} Word */

/** How many of the words go on lines of at most `room`, the fewest of them; a word wider than that has a line of its own. @param {Word[]} words @param {number} space @param {number} room */
export function lineCount(words, space, room) {
  let [count, full] = [1, 0];
  for (const [index, { wide }] of words.entries()) {
    if (index && full + space + wide > room) {
      count += 1;
      full = wide;
    } else full += wide + (index ? space : 0);
  }
  return count;
}

const ALONE = 2;
const SHORT = 5;
/** What it costs that the last line of a paragraph is one piece; the press minds that only where no word in it could be broken. @param {string} text */
const alone = (text) => (text.split(" ").every((word) => word.length <= SHORT) ? ALONE : 0);

/** What it costs to end a line with a word: a short one belongs to what follows, a comma to what came before. @param {string} text */
const ending = (text) => (/[,:;.?!]$/.test(text) ? -0.012 : [...text].length < 4 ? 0.025 : 0);

/**
 * @param {Word[]} words @param {number} space @param {number} room
 * @param {boolean} even all lines alike, as in a heading; else each as full as it can be, but for the last
 * @returns {string[]}
 */
export function linesOf(words, space, room, even) {
  const count = words.length;
  const until = [0];
  for (const { wide } of words) until.push(until[until.length - 1] + wide);
  /** @typedef {{ price: number, ends: number[] }} Way to set the words up to here */
  /** @type {(Way | undefined)[]} */
  let best = [{ price: 0, ends: [] }];
  for (let line = lineCount(words, space, room); line > 0; line -= 1) {
    /** @type {(Way | undefined)[]} */
    const next = [];
    for (let to = 1; to <= count; to += 1) {
      for (let from = to - 1; from >= 0; from -= 1) {
        const long = (until[to] - until[from] + space * (to - from - 1)) / room;
        if (long > 1 && to - from > 1) break;
        const before = best[from];
        if (!before) continue;
        const own = even ? long * long : to < count ? (1 - long) ** 2 : to - from === 1 ? alone(words[from].text) : 0;
        const price = before.price + own + (even && to < count ? ending(words[to - 1].text) : 0);
        if (price < (next[to]?.price ?? Infinity)) next[to] = { price, ends: [...before.ends, to] };
      }
    }
    best = next;
  }
  let from = 0;
  return (best[count]?.ends ?? []).map((to) => {
    const line = words.slice(from, to).map(({ text }) => text);
    from = to;
    return line.join(" ");
  });
}
