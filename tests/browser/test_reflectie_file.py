"""The file to take out and put back: complete, behind a password if wanted, and never a danger to what is kept."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect
from reflecties import NOTE, ONLINE, REFLECTIE, do, keep, kept, notes, one_made, stored, told, write

DOCUMENTS = Path(__file__).parent / "documenten"
SCHEMA_2 = (DOCUMENTS / "schema-2.json").read_text(encoding="utf-8")
ONE = json.loads(SCHEMA_2)["reflecties"][0]
NOTHING_CHANGED = "er is niets veranderd."


@pytest.fixture
def page(standing, address):
    standing.goto(address + REFLECTIE)
    return standing


def document(**changes) -> str:
    """A document as a file would have it, with one reflection that has these `changes`."""
    return json.dumps(
        {"schema": 2, "kopie": None, "nieuw": False, "reflecties": [{**ONE, **changes}]}, ensure_ascii=False
    )


def take_out(page, tmp_path, password: str = "") -> Path:
    if not page.locator(".meenemen[open]").count():
        page.locator(".meenemen summary").click()
    page.get_by_label("Met een wachtwoord").set_checked(bool(password))
    if password:
        page.locator("#wachtwoord-nieuw").fill(password)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download het bestand").click()
    assert download.value.suggested_filename.startswith("reflectie-20") and download.value.suggested_filename.endswith(
        ".json"
    )
    path = tmp_path / "reflectie.json"
    download.value.save_as(path)
    return path


def put_back(page, content: str | bytes | Path) -> str:
    """Choose a file, and what the page says of it."""
    if not page.locator(".terugzetten[open]").count():
        page.locator(".terugzetten summary").click()
    data = (
        content.read_bytes() if isinstance(content, Path) else content.encode() if isinstance(content, str) else content
    )
    page.locator("#reflectie-bestand").set_input_files(
        {"name": "bestand.json", "mimeType": "application/json", "buffer": data}
    )
    page.wait_for_function("() => document.querySelector('.terugzetten .uitkomst').textContent !== ''")
    return outcome(page)


def outcome(page) -> str:
    return page.locator(".terugzetten .uitkomst").inner_text()


def confirm(page) -> str:
    do(page, "zet-erbij")
    return outcome(page)


def test_what_was_taken_out_can_be_put_back_elsewhere(page, visit, tmp_path):
    one_made(page)
    file = take_out(page, tmp_path)
    assert notes(json.loads(file.read_text())) == [{"sv4-v1": NOTE}]
    other = visit(REFLECTIE, **ONLINE)
    assert put_back(other, file).startswith("In dit bestand zit 1 reflectie, van ")
    assert told(other) == []
    assert confirm(other) == "1 reflectie staat er nu bij."
    assert told(other) == told(page) and stored(other) == {}
    assert put_back(other, file) and confirm(other) == "Er kwam niets bij. 1 stond er al."
    assert len(told(other)) == 1


def test_one_that_is_different_here_is_kept_beside_it(page):
    put_back(page, document())
    confirm(page)
    put_back(page, document(notities={"sv4-v6": "Anders."}))
    assert confirm(page) == "1 reflectie staat er nu bij. 1 stond er al, maar anders, en staat er nu twee keer."
    assert len(told(page)) == 2
    assert (
        put_back(page, document(notities={"sv4-v6": "Anders."}))
        and confirm(page) == "Er kwam niets bij. 1 stond er al."
    )


def test_putting_back_can_be_thought_over(page):
    put_back(page, document())
    do(page, "laat-maar")
    assert told(page) == []
    expect(page.locator("[data-doe=zet-erbij]")).to_be_hidden()


def test_a_file_that_was_mended_can_be_chosen_again(page):
    """A browser tells of no choice when the same file is in the field already."""
    put_back(page, "geen reflectie")
    expect(page.locator("#reflectie-bestand")).to_have_value("")
    put_back(page, document())
    assert confirm(page) == "1 reflectie staat er nu bij."


def test_a_password_locks_the_file_and_only_that_password_opens_it(page, visit, tmp_path):
    one_made(page)
    file = take_out(page, tmp_path, "drie wijze olifanten")
    text = file.read_text()
    assert NOTE not in text and "sv4" not in text and json.loads(text)["versleuteld"]["rondes"] == 600_000
    # Who comes after on this device finds no password.
    expect(page.locator("#wachtwoord-nieuw")).to_have_value("")
    other = visit(REFLECTIE, **ONLINE)
    keep(other)
    before = stored(other)
    assert put_back(other, file) == "Dit bestand heeft een wachtwoord: vul het in."
    assert other.evaluate("document.activeElement.id") == "wachtwoord-oud"
    for wrong in ("drie wijze olifant", "Drie wijze olifanten"):
        other.locator("#wachtwoord-oud").fill(wrong)
        other.locator("#wachtwoord-oud").press("Enter")
        other.get_by_text(
            f"Dit wachtwoord past niet bij dit bestand, of het bestand is beschadigd: {NOTHING_CHANGED}"
        ).wait_for()
    assert stored(other) == before
    other.locator("#wachtwoord-oud").fill("drie wijze olifanten")
    other.get_by_role("button", name="Open het bestand").click()
    other.get_by_text("In dit bestand zit 1 reflectie").wait_for()
    assert confirm(other) == "1 reflectie staat er nu bij."
    assert notes(kept(other)) == [{"sv4-v1": NOTE}]


HOLD = """() => {
    const derive = crypto.subtle.deriveKey;
    crypto.subtle.deriveKey = async (...key) => {
        await new Promise((go) => { window.go = go; });
        return derive.apply(crypto.subtle, key);
    };
}"""
ASKS = "() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))"


@pytest.mark.parametrize("more", [False, True])
def test_what_is_written_while_the_file_is_made_is_not_in_it(fresh, more):
    """A password takes a slow phone a while, and who waits may write on."""
    page = fresh
    one_made(page)
    assert page.evaluate(ASKS)
    page.locator(".meenemen summary").click()
    page.get_by_label("Met een wachtwoord").check()
    page.locator("#wachtwoord-nieuw").fill("drie wijze olifanten")
    page.evaluate(HOLD)
    page.get_by_role("button", name="Download het bestand").click()
    page.wait_for_function("() => window.go")
    # Only looking is no change.
    do(page, "verder")
    do(page, "terug")
    if more:
        write(page, "Later bedacht.")
    with page.expect_download():
        page.evaluate("window.go()")
    page.wait_for_function("() => document.querySelector('.meenemen .uitkomst').textContent")
    assert page.evaluate(ASKS) is more


def test_a_password_is_asked_for_when_wanted_and_can_be_read_over(page):
    one_made(page)
    page.locator(".meenemen summary").click()
    page.get_by_label("Met een wachtwoord").check()
    page.get_by_role("button", name="Download het bestand").click()
    expect(page.locator(".meenemen .uitkomst")).to_have_text(
        "Vul een wachtwoord in, of zet het vinkje uit.", use_inner_text=True
    )
    assert page.evaluate("document.activeElement.id") == "wachtwoord-nieuw"
    page.locator(".meenemen .toon").check()
    expect(page.locator("#wachtwoord-nieuw")).to_have_attribute("type", "text")


LOCKED = {"wijze": "PBKDF2-SHA256 AES-GCM", "rondes": 600_000, "zout": "AAAA", "iv": "AAAA", "inhoud": "AAAA"}
REFUSED = {
    "no JSON": ("{", "Dit bestand is niet te lezen: kies een bestand met reflecties dat je hier downloadde."),
    "a picture": (
        b"\x89PNG\r\n\x1a\n\x00",
        "Dit bestand is niet te lezen: kies een bestand met reflecties dat je hier downloadde.",
    ),
    "nothing": ("", "Dit bestand is niet te lezen: kies een bestand met reflecties dat je hier downloadde."),
    "another file": (
        '{"type":"FeatureCollection"}',
        "Dit zijn geen reflecties van deze site: bij ‘schema’ werd verwacht: het getal 2.",
    ),
    "a newer schema": (
        '{"schema":3}',
        "Dit komt uit een nieuwere versie van deze pagina (3, deze kent 2): laad de pagina opnieuw en probeer het nog eens.",
    ),
    "a place that is not on the line": (
        document(plekken={"sv4": {"natuur": 11}}),
        "Dit zijn geen reflecties van deze site: bij ‘reflecties 1, plekken sv4 natuur’ werd verwacht: een plek van 0 tot en met 10.",
    ),
    "a strange date": (
        document(begonnen="gisteren"),
        "Dit zijn geen reflecties van deze site: bij ‘reflecties 1, begonnen’ werd verwacht: een datum die bestaat, zoals 2026-03-09.",
    ),
    "the same id twice": (
        json.dumps({"schema": 2, "kopie": None, "nieuw": False, "reflecties": [ONE, ONE]}),
        "Dit zijn geen reflecties van deze site: bij ‘reflecties’ werd verwacht: niets dubbel.",
    ),
    "a prototype": (
        '{"schema":2,"kopie":null,"nieuw":false,"reflecties":[],"__proto__":{"x":1}}',
        "Dit zijn geen reflecties van deze site: bij ‘het begin’ werd verwacht: alleen schema, kopie, nieuw, reflecties.",
    ),
    "of another page": (
        '{"soort": "eigen-kaarten", "schema": 1, "kaarten": []}',
        "Dit is een bestand met eigen kaarten: open het bij ‘Stel zelf een set samen’.",
    ),
    "nothing in it": (
        '{"schema":2,"kopie":null,"nieuw":false,"reflecties":[]}',
        f"In dit bestand staan geen reflecties: {NOTHING_CHANGED}",
    ),
    "a note as long as a book": (
        document(notities={"sv4-v1": "x" * 20_001}),
        "Dit zijn geen reflecties van deze site: bij ‘reflecties 1, notities sv4-v1’ werd verwacht: tekst van hoogstens 20000 tekens.",
    ),
    "a lock that would take minutes": (
        json.dumps({"versleuteld": {**LOCKED, "rondes": 10**9}}),
        "Dit bestand heeft een wachtwoord: vul het in.",
    ),
}


def test_what_is_no_reflection_is_refused_in_one_sentence_and_nothing_changes(fresh):
    page = fresh
    one_made(page)
    keep(page)
    before = stored(page)
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    told_of = {}
    for what, (content, _) in REFUSED.items():
        told_of[what] = put_back(page, content)
        page.evaluate("document.querySelector('.terugzetten .uitkomst').textContent = ''")
        expect(page.locator("[data-doe=zet-erbij]")).to_be_hidden()
    assert told_of == {what: sentence for what, (_, sentence) in REFUSED.items()}
    put_back(page, REFUSED["a lock that would take minutes"][0])
    page.locator("#wachtwoord-oud").fill("x")
    page.locator("#wachtwoord-oud").press("Enter")
    page.get_by_text(
        f"Dit bestand heeft een wachtwoord op een manier die deze pagina niet kent: {NOTHING_CHANGED}"
    ).wait_for()
    assert (stored(page), errors) == (before, [])


def test_a_file_that_is_too_big_is_not_even_read(page, tmp_path):
    file = tmp_path / "groot.json"
    with file.open("wb") as writer:
        writer.truncate(50_000_000)
    page.evaluate("""() => {
        window.read = 0;
        for (const name of ["text", "arrayBuffer", "stream", "slice"]) Blob.prototype[name] = () => { window.read += 1; };
    }""")
    page.locator(".terugzetten summary").click()
    page.locator("#reflectie-bestand").set_input_files(file)
    page.get_by_text("Dit bestand is te groot (50 MB): een bestand met reflecties is hoogstens 25 MB.").wait_for()
    assert page.evaluate("window.read") == 0


def test_a_file_from_here_can_be_as_long_as_someone_can_write(page):
    many = {f"sv{field}-v{question}": "é" * 15_000 for field in range(1, 7) for question in range(1, 12)}
    put_back(page, document(notities=many))
    assert confirm(page) == "1 reflectie staat er nu bij."


def test_a_question_that_an_editor_added_is_one_like_the_others(page):
    """README and Bijdragen give it an id that no question of the publication has; in one of before a dot may stand."""
    notes = {"sv4-eigen-1": "Over morgen.", "sv4-eigen.2": "Over gisteren."}
    put_back(page, document(vragen=["sv4-eigen-1"], waar="sv4-eigen-1", notities=notes))
    assert confirm(page) == "1 reflectie staat er nu bij."
    page.get_by_role("button", name="Bekijk").click()
    expect(page.locator(".notitie p")).to_have_text(list(notes.values()))


def test_a_field_that_is_not_on_this_site_is_no_obstacle(fresh):
    page = fresh
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    put_back(
        page, document(velden=["sv9", "sv4"], vragen=None, waar="sv9", notities={"sv9-v1": "Bij een veld van later."})
    )
    confirm(page)
    do(page, "verder")
    expect(page.locator(".waar:visible")).to_have_text("Veld 1 van 1", use_inner_text=True)
    do(page, "naar-overzicht")
    assert page.locator(".lijnen-naast h3").all_inner_texts() == ["Doorgaan of vertragen"]
    expect(page.locator(".notitie h4")).to_have_text(
        "Vraag sv9-v1, die niet meer op deze site staat", use_inner_text=True
    )
    put_back(page, document(id="b", velden=["sv9"], plekken={"sv9": {"natuur": 3}}, notities={}, waar="sv9"))
    confirm(page)
    do(page, "start")
    page.get_by_role("button", name="Bekijk").first.click()
    expect(page.locator(".overzicht-scherm")).to_be_visible()
    assert errors == []


MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script><b>vet</b>{{ 7*7 }}"


def test_markup_in_every_string_is_text(fresh):
    page = fresh
    alerts, asked = [], []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: request.url.endswith("/x") and asked.append(request.url))
    put_back(page, document(notities={f"sv4-v{number}": MARKUP for number in range(1, 13)}))
    confirm(page)
    page.get_by_role("button", name="Bekijk").click()
    assert page.locator(".notitie p").all_inner_texts() == [MARKUP] * 12
    # A question that isn't there any more is named by its number.
    expect(page.locator(".notitie h4").last).to_have_text(
        "Vraag sv4-v12, die niet meer op deze site staat", use_inner_text=True
    )
    do(page, "naar")
    expect(page.locator("zelf-reflectie :is(img, script, b:not(.herinnering b, .eerder b))")).to_have_count(0)
    assert (alerts, asked) == ([], [])


def test_markup_where_a_name_belongs_is_refused_without_showing_it(page):
    lists = {"velden": [MARKUP], "vragen": [MARKUP], "plekken": {MARKUP: {"natuur": 1}}, "notities": {MARKUP: "x"}}
    names = dict.fromkeys(("id", "begonnen", "waar", "bestuurder", "nieuw veld"), MARKUP)
    sentences = {}
    for field, value in (lists | names).items():
        sentences[field] = put_back(page, document(**{field: value}))
        page.evaluate("document.querySelector('.terugzetten .uitkomst').textContent = ''")
    refused = "Dit zijn geen reflecties van deze site: bij ‘reflecties 1"
    assert len(sentences) == 9
    assert {field: told for field, told in sentences.items() if not told.startswith(refused) or "<" in told} == {}


# 10,000 files: the good ones with something spoilt, and noise. A generator with a seed gives the same ones each time.
FUZZ = """async ([good, count]) => {
    const { readFile, makeFile } = await import(new URL("/bron/js/reflectie/kept/file.js", location.href));
    const { Refusal } = await import(new URL("/bron/js/samen/readers.js", location.href));
    let state = 12345;
    const random = (below) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 2 ** 32) * below);
    };
    const pick = (list) => list[random(list.length)];
    const odd = () => pick([null, true, -1, 11, 1e308, 0.5, "", "x", "<b>", "sv4", "sv4-v1", "__proto__", "constructor", "2026-02-30",
        [], {}, [[]], { toString: 1 }, { schema: 2 }, "\\ud800", "a".repeat(random(3) * 15000), [null], { natuur: 5 }, 2, 1, 3]);
    function spoil(value, depth) {
        if (depth === 0 || typeof value !== "object" || value === null) return odd();
        const copy = structuredClone(value);
        const keys = Object.keys(copy);
        const key = pick(keys);
        const how = random(6);
        if (how === 0 || key === undefined) copy[pick(["__proto__", "toString", "id", "schema", "0", "sv4", "extra"])] = odd();
        else if (how === 1) delete copy[key];
        else if (how === 2) copy[key] = odd();
        else copy[key] = spoil(copy[key], depth - 1);
        return copy;
    }
    const noise = () => Array.from({ length: random(60) }, () => String.fromCharCode(pick([34, 44, 58, 91, 93, 123, 125, 48, 92, 117, random(65536)]))).join("");
    const cut = (text) => text.slice(0, random(text.length)) + noise() + text.slice(random(text.length));
    // Of a file only its size and text are asked; a real one, which the next reads, takes the browser ten times as long.
    const file = (text) => ({ size: text.length, text: async () => text.toWellFormed() });
    const before = JSON.stringify({ ...localStorage });
    const seen = { read: 0, refused: 0, wrong: [] };
    for (let number = 0; number < count; number += 1) {
        const one = JSON.parse(pick(good));
        const text = [() => noise(), () => cut(JSON.stringify(one)), () => JSON.stringify({ versleuteld: odd() }),
            () => "[".repeat(random(20000)), () => JSON.stringify(spoil(spoil(one, 6), 6)), () => JSON.stringify(spoil(one, random(6)))][Math.min(random(9), 5)]();
        try {
            const document = await readFile(file(text), "geheim");
            seen.read += 1;
            // What is let in, is what would be let in again.
            const again = await readFile(await makeFile(document));
            if (JSON.stringify(again) !== JSON.stringify(document)) seen.wrong.push(`changed: ${text.slice(0, 200)}`);
        } catch (error) {
            if (error instanceof Refusal && /^[A-Z][^<>]*[.]$/.test(error.message) && error.message.length < 200) seen.refused += 1;
            else seen.wrong.push(`${error}: ${text.slice(0, 200)}`);
        }
    }
    if (Object.prototype.x !== undefined || JSON.stringify({ ...localStorage }) !== before) seen.wrong.push("something changed");
    return seen;
}"""


def test_ten_thousand_files_are_read_or_refused_and_change_nothing(fresh):
    page = fresh
    keep(page)
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    seen = page.evaluate(FUZZ, [[SCHEMA_2], 10_000])
    assert (seen["wrong"], errors) == ([], [])
    assert seen["read"] + seen["refused"] == 10_000
    # Both happen often enough to say something.
    assert seen["read"] > 200 and seen["refused"] > 5000


def test_a_reader_that_throws_and_a_store_that_changes_would_be_seen(page):
    page.evaluate(
        "() => { Number.isInteger = () => { localStorage.setItem('spoor', '1'); throw new TypeError('stuk'); } }"
    )
    seen = page.evaluate(FUZZ, [[SCHEMA_2], 50])
    assert "something changed" in seen["wrong"] and [one for one in seen["wrong"] if one.startswith("TypeError: stuk")]
