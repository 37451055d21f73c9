"""A page as a browser leaves it that translates: each piece of text in two elements of its own, also what comes later."""

_TRANSLATE = """() => {
    const turn = (text) => {
        const within = text.parentElement;
        if (!text.data.trim() || !within || within.closest("script, style, textarea, font, svg, [translate=no]")) return;
        const [outer, inner] = [document.createElement("font"), document.createElement("font")];
        text.replaceWith(outer);
        outer.append(inner);
        inner.append(`«${text.data}»`);
    };
    const turnAll = (part) => {
        const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) texts.push(walker.currentNode);
        texts.forEach(turn);
    };
    new MutationObserver((changes) => {
        for (const { type, target, addedNodes } of changes) {
            if (type === "characterData") turn(target);
            for (const one of addedNodes) one instanceof Text ? turn(one) : turnAll(one);
        }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    turnAll(document.body);
}"""


def translate(page) -> None:
    page.evaluate(_TRANSLATE)
