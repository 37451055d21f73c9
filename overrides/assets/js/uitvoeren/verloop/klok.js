// The clock beside a meeting: it ticks by the time of day, so one that slept is right again, and it keeps the screen on.

import { Awake } from "../../samen/awake.js";
import { MINUTE } from "./verloop.js";

/** Minutes left at which it is told. */
const TOLD = [5, 1, 0];

/**
 * Of how many minutes left it must be told, for they have passed; undefined when nothing has.
 * @param {number} before ms that were left @param {number} left ms that are
 */
export const passed = (before, left) =>
  TOLD.findLast((minutes) => before > minutes * MINUTE && left <= minutes * MINUTE);

/** What shape the clock has: a name for how much is left. @param {number} left ms */
export const shape = (left) => String(TOLD.findLast((minutes) => left <= minutes * MINUTE) ?? "ruim");

export class Klok {
  /** @type {number | undefined} */
  #timer;

  /** @param {() => void} tick @param {() => void} refused the screen can't be kept on; told once */
  constructor(tick, refused) {
    this.tick = tick;
    this.awake = new Awake(refused);
    document.addEventListener("visibilitychange", () => {
      if (this.#timer !== undefined && document.visibilityState === "visible") tick();
    });
  }

  start() {
    this.#timer ??= setInterval(this.tick, 1000);
    this.awake.stay();
  }

  stop() {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.awake.rest();
  }
}
