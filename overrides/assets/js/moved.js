// On a page that has moved: go to the new one at once, with the anchor that was asked for.

{
  const script = document.currentScript;
  if (script?.dataset.naar) location.replace(new URL(script.dataset.naar, location.href).href + location.hash);
}
