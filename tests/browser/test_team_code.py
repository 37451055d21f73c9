"""The code of a team session: what goes in comes out, every slip is seen, and no text makes it fall over."""

import pytest
from team import CODE

# A generator with a seed (mulberry32), so that a failure comes back; and the inputs that the tests share.
LAB = f"""const code = await {CODE};
    const generator = (seed) => () => {{
        seed = (seed + 0x6d2b79f5) | 0;
        let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    }};
    const random = generator(SEED);
    const below = (end) => Math.floor(random() * end);
    const sent = () => {{
        const session = code.newSession([1 + below(6), 1 + below(6)], below(2 ** 32)), asked = code.linesOf(session);
        return {{ consent: random() < .5, session, nonce: below(code.noncesOf(session)),
            places: Array.from({{ length: code.LINES }}, (_, line) => !asked.includes(line) || random() < .2 ? code.NONE : below(code.PLACES)) }};
    }};
    const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);"""
TIMES = 10_000


@pytest.fixture(scope="module")
def lab(desk, address):
    """A function that runs a script with the codec at hand, with the same randomness for the same seed."""
    desk.goto(address)

    def run(script: str, seed: int = 7):
        return desk.evaluate(f"async () => {{ {LAB.replace('SEED', str(seed))} {script} }}")

    return run


# How a person may write a code down and type it in again.
SLOPPY = """const sloppy = (text) => [...code.grouped(text)].map((letter) => letter === "-" ? ["-", " ", "", "–", ". "][below(5)]
    : random() < .5 ? letter.toLowerCase() : letter).join("").replace(/0/g, () => "0oO"[below(3)]).replace(/1/g, () => "1iIlL"[below(5)]);"""


def test_what_goes_in_comes_out_however_it_is_written(lab):
    assert (
        lab(f"""{SLOPPY}
        const lost = [];
        for (let i = 0; i < {TIMES}; i++) {{
            const one = sent(), text = code.encode(one);
            const found = code.decode(sloppy(text));
            if (text.length !== 21 || !same(found.sent, one)) lost.push([one, text, found]);
        }}
        return lost""")
        == []
    )


# The check must see every such slip, whatever it makes of the code.
SLIPS = """const slips = (text) => {
        const found = [];
        for (let at = 0; at < text.length; at++) {
            found.push(text.slice(0, at) + text.slice(at + 1), text.slice(0, at) + LETTERS[below(32)] + text.slice(at));
            if (at) found.push(text.slice(0, at - 1) + text[at] + text[at - 1] + text.slice(at + 1));
        }
        return found;
    };"""


def test_every_wrong_character_of_many_codes_is_refused(lab):
    """All characters in all places, which is 651 slips for each code."""
    assert lab("""let taken = 0, tried = 0;
        for (let i = 0; i < 40; i++) {
            const text = code.encode(sent());
            for (let at = 0; at < text.length; at++) for (const letter of LETTERS) {
                if (letter === text[at]) continue;
                tried++;
                if (!code.decode(text.slice(0, at) + letter + text.slice(at + 1)).fault) taken++;
            }
        }
        return [taken, tried]""") == [0, 40 * 21 * 31]


def test_every_swap_and_every_character_too_few_or_many_is_refused(lab):
    assert (
        lab(f"""{SLIPS}
        const taken = [];
        let tried = 0;
        while (tried < {TIMES}) {{
            const text = code.encode(sent());
            for (const slip of slips(text)) {{
                if (slip === text) continue;
                tried++;
                if (!code.decode(slip).fault) taken.push([text, slip]);
            }}
        }}
        return taken""")
        == []
    )


def test_a_code_changed_at_random_is_taken_no_more_often_than_the_check_promises(lab):
    """One in 65,536 changes is unseen by a check of 16 bits; most of those are no code of this version."""
    assert (
        lab(f"""let taken = 0;
        for (let i = 0; i < {TIMES}; i++) {{
            const text = code.encode(sent()), letters = [...text];
            for (let n = 2 + below(8); n > 0; n--) letters[below(21)] = LETTERS[below(32)];
            const changed = letters.join("");
            if (changed !== text && !code.decode(changed).fault) taken++;
        }}
        return taken""")
        <= 1
    )


def test_without_a_check_slips_would_be_taken(lab):
    """The control: the same slips, with the check made right again."""
    assert (
        lab("""const text = code.encode(sent());
        const { sent: one } = code.decode(text), [line] = code.linesOf(one.session);
        return [0, 5, 10].map((place) => code.decode(code.encode({ ...one, places: one.places.with(line, place) })).sent.places[line])""")
        == [0, 5, 10]
    )


RANDOM = """const PIECES = ["-", " ", "\\n", "U", "é", "\\ud800", "💡", "<b>", "#sessie=", "0", "\\0", "ß", "ı", "٣", "\\u200b", "null", "%"];
    const text = () => Array.from({ length: below(40) }, () => random() < .3 ? PIECES[below(PIECES.length)]
        : random() < .5 ? LETTERS[below(32)] : String.fromCharCode(below(0x10000))).join("");"""


def test_no_text_makes_it_throw_and_none_is_taken(lab):
    found = lab(f"""{RANDOM}
        const found = new Set();
        for (let i = 0; i < {TIMES}; i++) {{
            const one = text();
            for (const part of code.codesIn(one)) found.add(code.decode(part).fault ?? part);
            const session = code.readSession(one);
            if (session !== null && code.readSession(code.sessionText(session)) !== session) found.add(one);
        }}
        for (const one of [undefined, null, 0, {{}}, [], "x".repeat(50_000_000)]) found.add(code.decode(one).fault);
        return [...found].sort()""")
    assert found == ["leeg", "lengte", "teken"]


def test_random_codes_of_the_right_length_are_refused_by_the_check(lab):
    assert lab(f"""const found = {{}};
        for (let i = 0; i < {TIMES}; i++) {{
            const {{ fault = "taken" }} = code.decode(Array.from({{ length: 21 }}, () => LETTERS[below(32)]).join(""));
            found[fault] = (found[fault] ?? 0) + 1;
        }}
        return found""") == {"controle": TIMES}


@pytest.mark.parametrize(
    "text, fault",
    [
        ("", "leeg"),
        (" - ", "leeg"),
        ("35C", "lengte"),
        ("35C-1S0", "lengte"),
        ("U" * 21, "teken"),
        ("35C/1S0", "teken"),
        ("0" * 21, "controle"),
    ],
)
def test_what_is_wrong_is_named(lab, text, fault):
    assert lab(f"return code.decode({text!r}).fault") == fault


def test_several_codes_are_found_between_other_text(lab):
    assert lab("""const [one, two] = [sent(), sent()].map((each) => code.grouped(code.encode(each)));
        const chat = `Noor 10:31: ${one}\\nTip: ${two} 👍`;
        return same(code.codesIn(chat), [one, two]) && same(code.codesIn(one + two), [one, two]) && same(code.codesIn("hoi"), ["hoi"])""")


def test_a_session_tells_which_fields_take_part(lab):
    assert (
        lab("""const seen = [];
        for (let chosen = 1; chosen < 64; chosen++) {
            const fields = [1, 2, 3, 4, 5, 6].filter((field) => chosen & (1 << (field - 1)));
            const session = code.newSession(fields, below(2 ** 32)), text = code.sessionText(session);
            if (text.length !== 5 || code.readSession(text.toLowerCase()) !== session || !same(code.fieldsOf(session), fields)) seen.push(fields);
        }
        return seen""")
        == []
    )


@pytest.mark.parametrize("text", ["", "00000", "35C1", "35C", "35C1X", "35C1U", "#sessie", "35C1SS"])
def test_what_is_no_session_is_refused(lab, text):
    assert lab(f"return code.readSession({text!r})") is None


def test_every_slip_in_a_session_is_refused(lab):
    """One wrong character, and any two neighbours in each other's place: nobody fills in for a session that isn't theirs."""
    assert lab("""let taken = 0, tried = 0;
        for (let i = 0; i < 300; i++) {
            const text = code.sessionText(code.newSession([1 + below(6)], below(2 ** 32)));
            const slips = [...text].flatMap((_, at) => [...LETTERS].map((letter) => text.slice(0, at) + letter + text.slice(at + 1)));
            for (let at = 1; at < 5; at++) slips.push(text.slice(0, at - 1) + text[at] + text[at - 1] + text.slice(at + 1));
            for (const slip of slips) {
                if (slip === text) continue;
                tried++;
                if (code.readSession(slip) !== null) taken++;
            }
        }
        return [taken, tried > 40_000]""") == [0, True]


def test_hundreds_of_people_never_have_the_same_nonce_by_chance(lab):
    """So many can be told apart, in a session about one to three fields, that a thousand people are a thousand."""
    assert lab("""return [[4], [1, 2], [1, 2, 3]].map((fields) => {
        const session = code.newSession(fields, 5), places = Array(code.LINES).fill(5);
        const nonces = Array.from({ length: 1000 }, () => below(code.noncesOf(session)));
        return new Set(nonces.map((nonce) => code.decode(code.encode({ session, nonce, places, consent: false })).sent.nonce)).size;
    })""") == [1000, 1000, 1000]


def test_equal_places_dont_give_codes_that_look_alike(lab):
    """Apart from what is the same for all: the version and the session."""
    alike = lab("""const one = sent();
        const codes = Array.from({ length: 200 }, (_, nonce) => code.encode({ ...one, consent: false, nonce }).slice(8, -3));
        const shared = (a, b) => [...a].filter((letter, at) => b[at] === letter).length;
        return codes.slice(1).map((each, at) => shared(each, codes[at])).reduce((all, n) => all + n, 0) / 199""")
    assert alike < 3
