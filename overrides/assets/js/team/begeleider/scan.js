// Reads QR codes with the camera, in the browser itself: no frame is kept or sent. No engine has a BarcodeDetector.

const EVERY = 120;
const WIDEST = 960;
// A code that stays before the camera is read many times; it counts again only after it has been away.
const AWAY = 2500;

/** @typedef {"geweigerd" | "geen" | "bezet" | "onveilig" | "mist"} Trouble why nothing is read; `mist`: the library didn't come */
/** @typedef {Trouble | "aan" | null} Started null when it was stopped before it was on */

export class Camera {
  #attempt = 0;
  /** @type {MediaStream | null} */
  #stream = null;
  #timer = 0;
  #last = { text: "", at: 0 };
  #canvas = document.createElement("canvas");
  /** @type {((image: ImageData) => string) | undefined} the library, once it is there */
  #decode;

  /** @param {HTMLVideoElement} video @param {(text: string) => void} onText */
  constructor(video, onText) {
    this.video = video;
    this.onText = onText;
  }

  get on() {
    return this.#stream !== null;
  }

  /** Start looking. @param {() => void} onLost called when the camera stops by itself @returns {Promise<Started>} */
  async start(onLost) {
    const attempt = ++this.#attempt;
    if (!navigator.mediaDevices?.getUserMedia) return isSecureContext ? "geen" : "onveilig";
    let stream;
    try {
      // Fetched while the person is asked for the camera.
      const decoder = import("../../qr-decode.js").catch(() => null);
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: "environment", width: { ideal: 1280 } },
      });
      this.#decode = (await decoder)?.default;
    } catch (error) {
      return attempt === this.#attempt ? troubleOf(error) : null;
    }
    // Meanwhile the person may have gone elsewhere on the page.
    if (attempt !== this.#attempt) {
      stop(stream);
      return null;
    }
    if (!this.#decode) {
      stop(stream);
      return "mist";
    }
    this.#stream = stream;
    for (const track of stream.getVideoTracks()) {
      // People look at the camera of a laptop as in a mirror.
      this.video.classList.toggle("spiegel", track.getSettings().facingMode !== "environment");
      track.addEventListener("ended", () => {
        this.stop();
        onLost();
      });
    }
    this.video.srcObject = stream;
    await this.video.play().catch(() => {});
    if (attempt !== this.#attempt) return null;
    this.#look();
    return "aan";
  }

  stop() {
    this.#attempt += 1;
    clearTimeout(this.#timer);
    if (this.#stream) stop(this.#stream);
    this.#stream = null;
    this.video.srcObject = null;
    this.#last = { text: "", at: 0 };
  }

  #look() {
    if (!this.on) return;
    const text = this.#read();
    if (text) {
      const again = text === this.#last.text && performance.now() - this.#last.at < AWAY;
      this.#last = { text, at: performance.now() };
      if (!again) this.onText(text);
    }
    // What was told may have ended the session.
    if (this.on) this.#timer = setTimeout(() => this.#look(), EVERY);
  }

  #read() {
    const { videoWidth, videoHeight } = this.video;
    if (!videoWidth) return "";
    const scale = Math.min(1, WIDEST / Math.max(videoWidth, videoHeight));
    const [width, height] = [videoWidth, videoHeight].map((size) => Math.round(size * scale));
    Object.assign(this.#canvas, { width, height });
    const context = this.#canvas.getContext("2d", { willReadFrequently: true });
    if (!context || !this.#decode) return "";
    context.drawImage(this.video, 0, 0, width, height);
    try {
      return this.#decode(context.getImageData(0, 0, width, height));
    } catch {
      return ""; // No code in this frame, which is how the library tells.
    }
  }
}

/** @param {MediaStream} stream */
const stop = (stream) => stream.getTracks().forEach((track) => track.stop());

/** @param {unknown} error @returns {Trouble} */
function troubleOf(error) {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "geweigerd";
  return name === "NotFoundError" || name === "OverconstrainedError" ? "geen" : "bezet";
}
