// Pictures of faces only near what is in sight: a browser keeps megabytes for every SVG that it has drawn.

/** @type {WeakMap<Element, (near: boolean) => void>} */
const watched = new WeakMap();

const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) watched.get(target)(isIntersecting);
  },
  { rootMargin: "75% 0px" },
);

/** Have `show` called when an element comes near and when it goes. @param {Element} element @param {(near: boolean) => void} show */
export function whenNear(element, show) {
  watched.set(element, show);
  observer.observe(element);
}

/** @param {string} address */
export function picture(address) {
  const image = document.createElement("img");
  image.decoding = "async";
  image.alt = "";
  image.src = address;
  return image;
}
