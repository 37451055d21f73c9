// What is heard and felt when the time of a block is up, for who asks for that. Loaded as the meeting begins: Safari lets a page
// sound that begins to at a press, and no page that does so by itself minutes later.

/** @type {AudioContext | undefined} */
let context;
try {
  context = new AudioContext();
} catch {
  // Without sound it is still to be seen.
}
// After a reload, or a call that came in between, it may sound from the next press on.
for (const kind of ["pointerup", "keydown"]) document.addEventListener(kind, () => context?.resume().catch(() => {}));

/** A soft tone, and a short shake of a phone; where either is refused, none. */
export function ring() {
  navigator.vibrate?.(200);
  if (!context) return;
  const [tone, loudness] = [context.createOscillator(), context.createGain()];
  tone.connect(loudness).connect(context.destination);
  loudness.gain.setValueAtTime(0.1, context.currentTime);
  loudness.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + 1);
  tone.start();
  tone.stop(context.currentTime + 1);
}
