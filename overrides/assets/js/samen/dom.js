// Finding elements, making them and hiding them. That a page lacks what a script needs is a mistake of ours, told at once.

/**
 * The first element below `root` that fits, of a kind such as HTMLInputElement; HTMLElement when none is given.
 * @overload
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement}
 */
/**
 * @template {Element} T
 * @overload
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
/**
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => Element} kind
 * @returns {Element}
 */
export function find(root, selector, kind = HTMLElement) {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${kind.name} that fits ${selector}`);
}

/**
 * All elements below `root` that fit; none is fine.
 * @overload
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
/**
 * @template {Element} T
 * @overload
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T[]}
 */
/**
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => Element} kind
 * @returns {Element[]}
 */
export function findAll(root, selector, kind = HTMLElement) {
  return [...root.querySelectorAll(selector)].map((found) => {
    if (found instanceof kind) return found;
    throw new Error(`what fits ${selector} is no ${kind.name}`);
  });
}

/**
 * The element that an event came from, or the one around it that fits; null when there is none.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export function from({ target }, selector) {
  const found = target instanceof Element ? target.closest(selector) : null;
  return found instanceof HTMLElement ? found : null;
}

/** Whether a click opens its link elsewhere, and leaves the page as it is. @param {MouseEvent} event */
export const opensElsewhere = ({ ctrlKey, metaKey, shiftKey }) => ctrlKey || metaKey || shiftKey;

/** What `data-name` says on an element that must say it. @param {HTMLElement | SVGElement} element @param {string} name */
export function told(element, name) {
  const value = element.dataset[name];
  if (value === undefined) throw new Error(`${element.localName} has no data-${name}`);
  return value;
}

/** What is written in an element, without the spaces around it. @param {Node} element */
export const wording = (element) => (element.textContent ?? "").trim();

/** @type {WeakMap<Element, string>} what was last written in it: a browser that translates has other words there since */
const written = new WeakMap();

/**
 * Change all that is written in an element. What is the same is left alone: a live region would say it again. A new piece of text in
 * its place would have the browser look again at all around it for which the style depends on what is in it.
 * @param {Element} element in which nothing else writes @param {string} text
 */
export function rewrite(element, text) {
  if ((written.get(element) ?? element.textContent) === text) return;
  written.set(element, text);
  const [first, more] = element.childNodes;
  // A translation, or a word that was looked for, stands in an element of its own.
  (first instanceof Text && !more ? first : element).textContent = text;
}

/**
 * Hide an element, or show it. When the focus is in it, that goes to `next`: else it would be nowhere, and with it who goes by keys.
 * @param {HTMLElement} element @param {boolean} hidden @param {HTMLElement} next what can have the focus, and is in sight
 */
export function hide(element, hidden, next) {
  const focused = hidden && element.contains(document.activeElement);
  element.hidden = hidden;
  if (focused) next.focus();
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} inside
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(name, attributes, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
}

/**
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, string | number>} attributes
 * @param {...Element} inside
 * @returns {SVGElementTagNameMap[K]}
 */
export function svg(name, attributes, ...inside) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...inside);
  return element;
}
