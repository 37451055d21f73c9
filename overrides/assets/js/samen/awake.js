// Keeping the screen on, where a browser does that: not when its battery is low, nor when it is an older one.

export class Awake {
  #wanted = false;
  #asking = false;
  /** @type {WakeLockSentinel | null} */
  #lock = null;

  /** @param {() => void} [refused] the screen can't be kept on; told once */
  constructor(refused) {
    this.refused = refused;
    // A page that nobody sees loses it, or doesn't get it.
    document.addEventListener("visibilitychange", () => this.#wanted && this.#ask());
  }

  stay() {
    this.#wanted = true;
    this.#ask();
  }

  rest() {
    this.#wanted = false;
    this.#lock?.release().catch(() => {});
    this.#lock = null;
  }

  async #ask() {
    // Of two locks the first would never be let go of.
    if (this.#asking || (this.#lock && !this.#lock.released)) return;
    this.#asking = true;
    try {
      this.#lock = await navigator.wakeLock.request("screen");
      if (!this.#wanted) this.rest();
    } catch {
      if (this.#wanted && document.visibilityState === "visible") {
        this.refused?.();
        this.refused = undefined;
      }
    }
    this.#asking = false;
  }
}
