// What is heard and felt when the time of a block is up, for who asks for that.

/** A soft tone, and a short shake of a phone; where either is refused, none. */
export function ring() {
  navigator.vibrate?.(200);
  try {
    const context = new AudioContext();
    const [tone, loudness] = [context.createOscillator(), context.createGain()];
    tone.connect(loudness).connect(context.destination);
    loudness.gain.setValueAtTime(0.1, context.currentTime);
    loudness.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + 1);
    tone.addEventListener("ended", () => context.close());
    tone.start();
    tone.stop(context.currentTime + 1);
  } catch {
    // Without sound it is still to be seen.
  }
}
