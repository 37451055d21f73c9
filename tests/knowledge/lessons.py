"""What is the teacher's in a lesson, as sentences, to look for where students read."""

import re

from macros.knowledge.records import Les


def for_teachers(lesson: Les) -> list[str]:
    """Every sentence of the fields that are for the teacher alone, with single spaces."""
    texts = [
        *(text for step in lesson.stappen for text in (*step.docent, step.inkorten or "")),
        *(one.tekst for one in lesson.vooraf_docent),
        *lesson.veiligheid,
    ]
    sentences = (part.strip() for text in texts for part in re.split(r"(?<=[.?!:’])\s+", text))
    return [plain(one) for one in sentences if len(one.split()) > 2]


def plain(text: str) -> str:
    """`text` with single spaces and no others, as paper and page may break it anywhere."""
    return re.sub(r"[\s\u00a0\u200b]+", " ", text).replace("- ", "-")


def leaked(lesson: Les, seen: str) -> list[str]:
    """The teacher's sentences that are in `seen`, what students read."""
    return [one for one in for_teachers(lesson) if one in plain(seen)]
