// On a page that has moved: go to the new one at once, with the anchor that was asked for.

const { naar } = document.currentScript.dataset;
location.replace(new URL(naar, location.href).href + location.hash);
