// Runs the planner's pure modules for tests: each order that comes in is a name with arguments, what goes out is its outcome.

import { readFileSync } from "node:fs";
import { understand } from "../../overrides/assets/js/begeleiden/draaiboek.js";
import { readPlan, writePlan } from "../../overrides/assets/js/begeleiden/link.js";
import * as tijden from "../../overrides/assets/js/begeleiden/tijden.js";

const names = {
  understand,
  readPlan,
  writePlan,
  times: (meeting) => [...tijden.beginTimes(meeting).values(), tijden.endTime(meeting)],
  longest: tijden.longestStretch,
  available: tijden.available,
};
const told = ([name, ...given]) => {
  try {
    return { value: names[name](...given) ?? null };
  } catch (error) {
    return { refused: error.message };
  }
};
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(told)));
