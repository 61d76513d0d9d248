"""Lines about who wrote the article and when: bylines, agencies, dates."""

import re

from pipeline.text.dates import FILLER, find_date, is_date_line
from pipeline.text.lexicon import alternatives, pattern, words

BY = re.compile(rf"(?:{alternatives('bylines', 'verbs')}\s)?by:?\s+(?=\S)", re.IGNORECASE)
OUTLET = pattern("bylines", "outlets")
BOARD = pattern("bylines", "boards")
POST = pattern("bylines", "posts", ignore_case=True)
POST_WORDS = words("bylines", "post_words")
NOT_NAMES = words("bylines", "not_names")
TITLE_WORDS = words("bylines", "title_words")
STAMP_END = re.compile(r"\d ?[ap]\.m\.$")
SMALL = frozenset({"and", "&", "of", "the", "for", "with", "in", "at", "to", "a", "an", "by", "from", "on", "de", "la"})
NAME = r"[A-Z][\w.'’-]*(?:\s(?:[A-Z][\w.'’-]*|de|la|von|van|al|del|bin|der|the)){0,5}"
SIGNATURE = re.compile(rf"[—–―-]{{1,2}}\s?{NAME}(?:\s?[(,][^()]{{1,80}}\)?)?(?:[\s,]+[\w ,.]{{4,30}})?")
BY_INSIDE = re.compile(r"[A-Z].{0,40},? by [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}")
# White space is tried from its first character alone; else a long run of it would take quadratic time.
PARTS = re.compile(r"(?:(?<!\s)\s+)?[|/•·]\s*")
SPLIT = re.compile(r",\s*|(?<!\s)\s+(?:and|&)\s+", re.IGNORECASE)
ADDRESS = re.compile(r"\S{1,60}@\S{1,60}\.\w{2,}")
LONGEST = 250


def is_byline(line: str) -> bool:
    """Tell whether a line stands for author, agency or date by its own form, wherever it stands."""
    if len(line) > LONGEST:
        return False
    return (
        is_by(line)
        or bool(ADDRESS.fullmatch(line))
        or is_date_line(line)
        or is_outlet(line)
        or bool(SIGNATURE.fullmatch(line))
        or _is_row_of_stamps(line)
    )


def is_by(line: str) -> bool:
    """Tell whether a line is "By" with names; "By Monday, the city had …" is not."""
    match = BY.match(line)
    if not match:
        return line.lower().strip(" :") == "by"
    found = line[match.end() :].split()
    if found[0].strip(".,:") in NOT_NAMES or not found[0][0].isupper():
        return False
    small = [w for w in found if w[0].islower() and w.strip(",.").lower() not in SMALL]
    posts = sum(bool(POST.fullmatch(w.strip(",."))) for w in small)
    if STAMP_END.search(line):
        line = line.rstrip(".")
    few = len(small) - posts <= (1 if len(found) < 12 else 2)
    return few and not (line.endswith(".") and len(found) > 6)


def is_outlet(line: str) -> bool:
    """Tell whether a line names only an outlet, an agency or the post of its writer."""
    if len(line) > 90 or line.endswith((".", "?", "!")):
        return False
    bare = line.strip("()[]—–- ")
    return bool(OUTLET.fullmatch(bare) or BOARD.fullmatch(bare)) or is_post(bare)


def is_post(line: str) -> bool:
    """Tell whether a line is the post of a writer, such as "Globe Staff" or "Staff Writer"."""
    found = line.split()
    for size in range(min(3, len(found)), 0, -1):
        if POST.fullmatch(" ".join(found[-size:])):
            before = found[:-size]
            return len(before) <= 5 and all(w[0].isupper() or w in SMALL for w in before)
    return False


def is_name(line: str) -> bool:
    """Tell whether a line could be a person's name or several: two to four capital words each."""
    if len(line) > 100 or any(c.isdigit() for c in line) or line.endswith((".", "?", "!", ":", "”", '"')):
        return False
    people = [part for part in SPLIT.split(line) if part]
    return 0 < len(people) <= 6 and all(_is_one_name(person) for person in people)


def is_name_with_post(line: str) -> bool:
    """Tell whether a line below a headline is a name with a post, an outlet or a place: "Ann Lee, the Star"."""
    if len(line) > 90 or line.endswith((".", "?", "!", ":")):
        return False
    mark = next((m for m in (" | ", " / ", ", ", " in ", " for ") if m in line), None)
    name, _, rest = line.partition(mark or "\n")
    if mark is None or not _is_one_name(name.strip()):
        return bool(BY_INSIDE.fullmatch(line))
    found = rest.split()
    return name.isupper() or (len(found) <= 8 and all(w[0].isupper() or w in SMALL or w in POST_WORDS for w in found))


def is_outlet_like(line: str) -> bool:
    """Tell whether a line right below a byline may be the outlet's name: up to four capital words."""
    found = line.split()
    return (
        len(found) <= 4 and len(line) <= 40 and all(w[0].isupper() or w in SMALL for w in found) and line[-1].isalpha()
    )


def _is_one_name(name: str) -> bool:
    found = name.split()
    if not 2 <= len(found) <= 4:
        return False
    shaped = all(w[0].isupper() and w.translate(dict.fromkeys(map(ord, ".-'’"))).isalpha() for w in found)
    return shaped and not {w.lower().strip(".") for w in found} & TITLE_WORDS


def _is_row_of_stamps(line: str) -> bool:
    """Tell whether a line holds a name and a date, or names, dates and outlets parted by bars."""
    if find_date(line) and is_name(" ".join(FILLER.sub(" ", line).split())):
        return True
    parts = [part for part in PARTS.split(line) if part]
    if not 2 <= len(parts) <= 5:
        return False
    stamps = [is_date_line(part) or bool(OUTLET.fullmatch(part)) or is_by(part) for part in parts]
    if is_name(parts[0]) and any(is_date_line(part) for part in parts[1:]):
        return True
    return any(stamps) and all(s or is_name(p) or is_post(p) for s, p in zip(stamps, parts, strict=True))
