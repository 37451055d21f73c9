// A script that goes on answering, for tests: each line that comes in is a question in JSON, each that goes out its answer.

import { createInterface } from "node:readline";

/** @param {(question: unknown) => unknown} answer */
export async function answering(answer) {
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`);
  }
}
