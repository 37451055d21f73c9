"""Proves on the real PDF of every deck in its usual form that each card is there, whole, readable and free of cuts, also in grey."""

from dataclasses import replace

from macros.cards.deck.decks import aimed_at
from macros.cards.deck.faces import face_data
from macros.cards.deck.typography import texts
from macros.knowledge.items import Vraag
from tests.cards.conftest import ADDRESS, BANK, SIGNS, tail
from tests.cards.reading import BLANK, MM, WHITE, plain, words
from tests.conftest import SITE_URL

# The line of a field runs to a pale middle, the lines to write on are there to be written over.
WRITING_LINE = (140, 140, 140)
HOST = SITE_URL.split("/")[2]


def faces_of(printed):
    """Front and back of each card, as (card, [panels in front], [panels behind]), in printing order."""
    cards = iter((*printed.cards, *printed.blanks))
    for front, back in printed.sheets:
        # Turned like a page, the last of a row comes first; a back that is printed upside down is turned once more.
        rows = [back.faces[i : i + printed.form.kolommen] for i in range(0, len(front.faces), printed.form.kolommen)]
        behind = [face for row in rows for face in row]
        for one, other in zip(front.faces, behind):
            yield next(cards), printed.panels(one), printed.panels(other)


def test_every_card_is_printed_once_on_a_front_and_once_on_a_back(usual):
    """What stands on a front is the participants' own: the id is on the back, or on the back cover of a fold card."""
    found = list(faces_of(usual))
    assert [card.id for card, _, _ in found] == [card.id for card in (*usual.cards, *usual.blanks)]
    for card, front, back in found:
        if usual.folded:
            cover, front = front
            assert cover.id == card.id and plain(card.titel) in front.text(), card.id
        else:
            assert card.soort == "leeg" or (back[0].id == card.id and plain(card.titel) in front[0].text()), card.id


def test_no_front_shows_what_only_we_need(usual):
    """No id, no address and no code."""
    ids = {card.id for card in usual.cards}
    fronts = [front[-1] for card, front, _ in faces_of(usual)]
    assert [front.id for front in fronts if front.id in ids] == []
    assert [front.text() for front in fronts if plain(HOST) in front.text()] == []
    assert any(plain(HOST) in back[0].text() or plain(HOST) in front[0].text() for _, front, back in faces_of(usual))


def test_everything_keeps_clear_of_cuts_and_of_what_a_printer_leaves_blank(usual, spoiled_sheet):
    """A print shop asks for 3 mm of white inside the cut; for the sheet see `BLANK`."""
    assert spoiled_sheet.room(spoiled_sheet.trims) < 0
    for page in usual.pages:
        assert page.room(page.trims) > 4 and page.room() >= BLANK


def test_words_keep_clear_of_the_fold(usual):
    if usual.folded:
        middle = usual.form.vel[0] / 2
        assert (
            min(
                abs(edge - middle)
                for page in usual.pages
                for letter in page.letters
                for edge in (letter.left, letter.right)
            )
            > 10
        )


def smallest(page):
    return round(min(letter.size for letter in page.letters), 2)


def test_no_type_smaller_than_seven_points(usual, spoiled_sheet):
    assert smallest(spoiled_sheet) == 5
    assert min(map(smallest, usual.pages)) >= 7


def body(card):
    """What is read on a card, as the page of the deck has it beside the picture; labels are set smaller."""
    if card.soort == "leeg":
        return []
    label = aimed_at(card.item) if isinstance(card.item, Vraag) else None
    lines = [line for line in card.regels if line != label]
    if card.soort == "spelregels":
        # The name of each is on the front, what it stands for behind that.
        return [part for line in lines for part in line.split(": ", 1)]
    # The card of a field has its title and what both poles offer.
    return lines[:1] + lines[2:] if card.soort == "veld" else lines


def lost(card, panels, smallest):
    printed = [panel.text(smallest) for panel in panels]
    return [line for line in body(card) if not any(plain(line) in text for text in printed)]


def test_every_word_of_a_card_is_on_it_in_nine_points_or_more(usual):
    assert [(card.id, line) for card, front, back in faces_of(usual) for line in lost(card, [*front, *back], 9)] == []


def test_a_lost_line_and_one_in_small_type_are_caught(press):
    printed = press(("reflectievragen-sv1", "a7", "long"))
    card, front, back = next(one for one in faces_of(printed) if one[0].soort == "vraag")
    assert lost(card, front, 9) == body(card)[1:] != [] and lost(card, [*front, *back], 11) != []


def test_a_question_is_set_in_twelve_points_or_more(usual):
    if usual.deck.gezicht == "vraag":
        assert [
            card.id
            for card, front, _ in faces_of(usual)
            if card.soort == "vraag" and plain(card.titel) not in front[0].text(12)
        ] == []


def heads(printed):
    """The sizes in which what stands large is set, by kind of card: a word, a sentence or a passage, the whole or a part."""
    found = {}
    for card, front, _ in faces_of(printed):
        if card.eigen and not printed.folded:
            face = face_data(BANK, printed.deck, card, ADDRESS, SIGNS)
            kind = (card.soort, face.get("aard"), face.get("rang"))
            found.setdefault(kind, set()).add(round(max(letter.size for letter in front[0].letters), 1))
    return found


def test_cards_of_a_kind_have_heads_of_one_size(usual):
    assert {kind: sizes for kind, sizes in heads(usual).items() if len(sizes) > 1} == {}


def test_a_deck_with_heads_of_more_sizes_is_caught(press):
    """The size of a word and that of a sentence, as they lie together in one deck."""
    found = heads(press(("rotonde", "a7", "long")))
    assert len(found) == len(set.union(*found.values())) == 2


# Orphans


def orphans(panels, wanted):
    """Texts of more than 30 characters that end with one short word on a line of its own.

    In large type, with few words on a line, no word is short that takes two fifths of the widest line.
    """
    for panel in panels:
        letters = [
            (letter, number) for number, line in enumerate(panel.lines) for letter in line if letter.text.isalnum()
        ]
        whole = plain("".join(letter.text for letter, _ in letters))
        for text in wanted:
            start, length = whole.find(plain(text)), len(plain(text))
            if len(text) <= 30 or start < 0:
                continue
            lines = [
                panel.lines[number] for number in dict.fromkeys(number for _, number in letters[start : start + length])
            ]
            widths = [line[-1].right - line[0].left for line in lines]
            short = len(lines[-1]) <= 13 if lines[-1][0].size < 14 else widths[-1] < 0.4 * max(widths)
            if len(lines) > 1 and len(words(lines[-1])) == 1 and short:
                yield text


def test_no_paragraph_ends_with_one_short_word(usual):
    found = []
    for card, front, back in faces_of(usual):
        wanted = [text for text in texts(face_data(BANK, usual.deck, card, ADDRESS, SIGNS)) if " " in text]
        found += [(card.id, text) for text in orphans([*front, *back], wanted)]
    assert found == []


def test_a_last_word_that_stands_alone_is_caught(spoiled_sheet):
    (face,) = spoiled_sheet.faces
    text = "Dit is een hele zin waarvan het laatste woord te kort is."
    assert list(orphans([face], [text])) == [text]


# In grey


def numbered(line):
    """Whether a line begins with a number that hangs beside the text."""
    beside = next((i for i, letter in enumerate(line) if not letter.text.isdigit()), 0)
    return 0 < beside < 3 and line[beside].left - line[beside - 1].right > 0.4 * line[0].size / MM


def crowded(panel):
    """Steps that stand no further below the one before than the lines of a step stand below each other, by their first line."""
    found, within = [], 0
    for before, line in zip(panel.lines, panel.lines[1:]):
        away = (line[0].y - before[0].y) / line[0].size * MM
        if numbered(before) and line[0].x > before[0].x + 0.5 and away < 2:
            within = away
        elif numbered(line) and within and away < within + 0.05:
            found.append("".join(words(line)))
    return found


def test_steps_stand_further_apart_than_their_lines(usual):
    faces = [(card.id, panel) for card, front, back in faces_of(usual) for panel in (*front, *back)]
    assert [(id, crowded(panel)) for id, panel in faces if crowded(panel)] == []
    if usual.deck.id == "oefeningen":
        # Set solid, they would be seen.
        panel = next(panel for _, panel in faces if sum(map(numbered, panel.lines)) > 2)
        panel.lines = [
            [replace(letter, y=index * 1.34 * letter.size / MM) for letter in line]
            for index, line in enumerate(panel.lines)
        ]
        assert len(crowded(panel)) > 1


def contrast(colour):
    """Contrast with white of a colour in itself and as a grey printer mixes it, whichever is less; WCAG 2.2, 1.4.3."""
    grey = round(0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2])
    return min(1.05 / (_luminance(one) + 0.05) for one in (colour, (grey,) * 3))


def _luminance(colour):
    linear = [
        value / 255 / 12.92 if value / 255 <= 0.04045 else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in colour
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def colours(page, pattern=None):
    """Of letters, pictograms, codes and lines; not of a pattern, which lies on its field and only helps to tell decks apart."""
    drawn = {
        colour
        for one in page.shapes
        for colour in (one.fill, one.stroke)
        if colour not in (None, WHITE, WRITING_LINE) and not is_bar(one) and not near_to(colour, pattern)
    }
    return {letter.colour for letter in page.letters} | drawn


def near_to(colour, pattern):
    """The same but for rounding."""
    return pattern is not None and all(abs(one - other) <= 1 for one, other in zip(colour, pattern))


def is_bar(shape):
    """A step of the line of a field, which runs to a pale middle between its two poles."""
    return shape.fill and shape.bottom - shape.top < 1.15 and shape.right - shape.left > 1.15


def pattern_of(deck):
    """The colour of the pattern on the backs of `deck`: its own, three tenths lighter."""
    parts = (int(deck.kleur[index : index + 2], 16) for index in (1, 3, 5))
    return tuple(round(part + 0.3 * (255 - part)) for part in parts)


def test_letters_and_signs_stand_out_from_the_paper_also_in_grey(usual, spoiled_sheet):
    assert min(map(contrast, colours(spoiled_sheet))) < 3
    assert contrast((118, 118, 118)) > 4.5 > contrast((119, 119, 119))
    pattern = pattern_of(usual.deck)
    found = [colour for page in usual.pages for colour in colours(page, pattern) if contrast(colour) < 4.5]
    assert found == []


def paler(page, dpi=300):
    """The letters that in a grey picture of the page have no dot as dark as a contrast of 4.5 with white asks for."""
    picture, scale = page.picture(dpi), dpi / 25.4
    for letter in page.letters:
        box = (
            int(letter.left * scale),
            int(letter.top * scale),
            int(letter.right * scale) + 1,
            int(letter.bottom * scale) + 1,
        )
        if picture.crop(box).getextrema()[0] > 118:
            yield letter.text


def test_every_letter_is_dark_in_a_picture_without_colours(usual, spoiled_sheet):
    # On black, pale letters do have dark dots; the control is the same letters on white.
    for page in usual.sheets[0]:
        assert list(paler(page)) == []


def on_a_fill(page):
    """Letters that stand on something that is filled: gone when backgrounds are dropped, or hard to read in grey."""
    found = []
    for letter in page.letters:
        x, y = letter.centre
        under = [one.fill for one in page.shapes if one.fill and one.left < x < one.right and one.top < y < one.bottom]
        # What is drawn last lies on top.
        if under and under[-1] != WHITE:
            found.append(letter)
    return found


def ink(page):
    """Which part of a page is printed, from 0 to 1."""
    counts = page.picture(72).histogram()
    return sum(count * (255 - value) for value, count in enumerate(counts)) / 255 / sum(counts)


def test_nothing_depends_on_a_filled_background(usual, spoiled_sheet):
    assert on_a_fill(spoiled_sheet) and ink(spoiled_sheet) > 0.2
    assert [letter for page in usual.pages for letter in on_a_fill(page)] == []
    front, *back = usual.sheets[0]
    assert ink(front) < 0.1 and max(map(ink, back), default=0) < 0.35


# QR codes


def test_every_qr_code_leads_to_its_own_card(usual):
    """Read from the page at 300 dpi in greys; without a version, so that a deck from a drawer still works."""
    expected, found = [], []
    for (front, back), start in zip(usual.sheets, range(0, 10**6, usual.form.per_vel)):
        with_code = front if usual.folded else back
        cards = (*usual.cards, *usual.blanks)[start : start + usual.form.per_vel]
        codes = with_code.codes
        for card, face in zip(cards, with_code.faces):
            expected.append((card.id, [(f"{SITE_URL}{tail(card)}", "M")]))
            found.append((card.id, [(code.text, code.level) for code in codes if face.box.holds(code.x, code.y)]))
            letters = [letter for letter in with_code.letters if face.box.holds(*letter.centre)]
            for code in codes:
                if face.box.holds(code.x, code.y):
                    # Large enough for a phone, and not the darkest thing on the table.
                    assert 10 <= code.width <= 12
                    assert not near(code, letters, 1) and near(code, letters, 6)
    assert found == expected


def near(code, letters, distance):
    """The letters less than so many mm from a code, which needs white around it."""
    reach = code.width / 2 + distance
    return [
        letter
        for letter in letters
        if letter.left < code.x + reach
        and letter.right > code.x - reach
        and letter.top < code.y + reach
        and letter.bottom > code.y - reach
    ]
