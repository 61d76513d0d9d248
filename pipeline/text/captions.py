"""Lines under pictures and films: captions and credits."""

import re

from pipeline.text.dates import MONTH
from pipeline.text.lexicon import alternatives, pattern

AGENCY = alternatives("captions", "agencies")
OPENING = pattern("captions", "openings", ignore_case=True)
SHOUTED = pattern("captions", "shouted")
CREDIT = pattern("captions", "credits", agency=AGENCY)
PRESENT = re.compile(rf"\b{alternatives('captions', 'present')}\b")
SHOWN = re.compile(rf"\b{alternatives('captions', 'shown')}\b", re.IGNORECASE)
FULL_DATE = re.compile(rf"\b{MONTH}\s\d{{1,2}}, (?:19|20)\d\d\b", re.IGNORECASE)
HEAD, TAIL = 300, 160  # the parts of a line in which signs of a caption are looked for
LONGEST = 1200


def is_caption(line: str) -> bool:
    """Tell whether a line shows by its own words that it goes with a picture or a film."""
    if len(line) > LONGEST:
        return False
    head = line[:HEAD].lstrip("([")
    if OPENING.match(head):
        return not head.lower().startswith("close to ")
    return bool(SHOUTED.match(head) or CREDIT.search(line[-TAIL:]))


def is_credit(line: str) -> bool:
    """Tell whether a line is only a credit, so that the line above it is the caption."""
    return len(line) <= 90 and is_caption(line)


def looks_like_picture_line(line: str) -> bool:
    """Tell whether a line above the lead reads like a caption: present tense and a full date, or "seen here"."""
    if len(line) > 500:
        return False
    dated = FULL_DATE.search(line) and PRESENT.search(line[:TAIL])
    return bool(dated) or bool(SHOWN.search(line[:HEAD]))
