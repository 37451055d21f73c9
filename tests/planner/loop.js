// Runs a meeting for tests, on a clock of minutes: told is what stands there after each order.

import * as turns from "../../overrides/assets/js/uitvoeren/verloop/beurten.js";
import { passed, shape } from "../../overrides/assets/js/uitvoeren/verloop/klok.js";
import { endings } from "../../overrides/assets/js/uitvoeren/verloop/tijd.js";
import { MINUTE, catchUp } from "../../overrides/assets/js/uitvoeren/verloop/verloop.js";
import { answering } from "../answering.js";

/** The turns of a meeting in which `orders` are given, each with its minute; told as minutes. */
function led({ blokken, einde, orders }) {
  let loop = turns.begin(blokken, einde * MINUTE, 0);
  return orders.map(([minute, name, ...given]) => {
    const now = minute * MINUTE;
    if (name) loop = turns[name](loop, ...given, now);
    if (loop.nu === loop.beurten.length) return { nu: loop.nu };
    const { over, eindigt, laat, voorstel } = turns.standing(loop, now);
    return { nu: loop.nu, over: over / MINUTE, eindigt: eindigt / MINUTE, laat, voorstel: voorstel?.minuten ?? null };
  });
}

/** When a meeting that begins at minute `now` of a day is to end; told as minutes of that day. */
function ended([meeting, now]) {
  const midnight = new Date(2026, 0, 5).getTime();
  const { scheelt, gepland, mee } = endings(meeting, midnight + now * MINUTE);
  return [scheelt, (gepland - midnight) / MINUTE, (mee - midnight) / MINUTE];
}

answering(({ late, runs, left, ends }) => ({
  late: late?.map(([rest, minutes]) => catchUp(rest, minutes)),
  runs: runs?.map(led),
  ends: ends?.map(ended),
  left: left?.map(([before, after]) => [passed(before * MINUTE, after * MINUTE) ?? null, shape(after * MINUTE)]),
}));
