"""Parts of a line that are a block of their own: datelines, labels, signatures and credits."""

import re

MONTH_DAY = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2}(?:,\s(?:19|20)\d\d)?"
CAPS = r"[A-Z][A-Z.'’-]+(?:[\s/]+[A-Z][A-Z.'’-]+){0,4}"
PLACE = r"[A-Z][\w.'’-]+(?:[\s/]+[A-Z][\w.'’-]+){0,3}"
REGION = r"(?:,\s[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,2}){0,2}"
AGENCY = r"\([A-Z0-9][\w.&'’/+-]*(?:\s[\w.&'’/+-]+){0,4}\)"
DASH = r"(?:—|–|―|--|-|_|>>|:)"
WITH_AGENCY = re.compile(
    rf"(?P<place>{PLACE}{REGION}(?:,?\s{MONTH_DAY})?,?\s?)?(?:{MONTH_DAY}\s)?(?P<agency>{AGENCY})"
    rf"\s*(?P<dash>{DASH}(?=\W|[A-Z“\"‘']))?"
)
WITHOUT_AGENCY = re.compile(rf"{CAPS}{REGION}(?:,?\s{MONTH_DAY})?\s?(?:—|–|―|--|\s-\s|\s_\s|>>)")
MIXED_CASE = re.compile(rf"{PLACE}{REGION}(?:,\s{MONTH_DAY})?\s(?:—|–|―|--)(?=\s)")
CAPITAL_CITIES = (
    "Washington ",
    "New York ",
    "Los Angeles ",
    "Chicago ",
    "San Francisco ",
    "Houston ",
    "London ",
)
KNOWN_AGENCY = re.compile(
    r"\((?:AP|CNN|Reuters|REUTERS|AFP|UPI|CBS|NBC|ABC|FOX|PBS|NPR|BBC|TNS|Tribune|Xinhua|Bloomberg|KPIX|The\s[A-Z]"
    r"|[WK][A-Z]{2,3}\b|Washington\s|[A-Z]\w+\s(?:News|Times|Post|Press|Tribune|Globe|Wire)|[A-Z]\w+\.com"
    r"|[A-Z]{2,5}(?:/|\)|\s[A-Z1-9]))"
)
LABEL = re.compile(r"(?:ANALYSIS/)?OPINION\s?[:|]")
CLOSE = re.compile(r"CLOSE(?=\s)")
SIGNATURE = re.compile(
    r"\s([—–―-]{1,2}\s?[A-Z][^()—–―]{1,50}\s\(@\w{1,30}\)(?:\s[A-Z][a-z]+\.?\s\d{1,2},\s(?:19|20)\d\d)?)$"
)
CREDITS = re.compile(
    r"\s(\((?:Additional |With )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled) by [^()]{2,300}\))\.?$"
)
HEAD = 120  # characters in which a dateline must end
TAIL = 420  # characters in which a signature or credits must stand
LEAST_CAPITALS = 4  # of a dateline without an agency; fewer may be the short form of a body


def dateline_length(line: str, *, first: bool) -> int:
    """Give the length of the dateline that opens a line of prose, 0 if there is none.

    Args:
        line: without outer white space.
        first: the line is among the first ones of prose, where a dateline may lack its agency.
    """
    head = line[:HEAD]
    match = WITH_AGENCY.match(head)
    if match and _is_agency_dateline(match, first) and _goes_on(line, match.end()):
        return len(match.group().rstrip())
    if not first:
        return 0
    match = WITHOUT_AGENCY.match(head)
    if match and sum(c.isupper() for c in match.group()) >= LEAST_CAPITALS and _goes_on(line, match.end()):
        return len(match.group().rstrip())
    match = MIXED_CASE.match(head)
    if match and len(match.group()) <= 40 and _goes_on(line, match.end()):
        named = "," in match.group() or match.group().startswith(CAPITAL_CITIES)
        return len(match.group().rstrip()) if named else 0
    return 0


def _is_agency_dateline(match: re.Match[str], first: bool) -> bool:
    """Tell "BOSTON (AP) —" and "(CNN)" from a name with a party or a short form behind it."""
    known = KNOWN_AGENCY.match(match["agency"]) is not None
    if not known:
        return first and match["dash"] is not None
    city = (match["place"] or "").split(",")[0].strip()
    return first or not city or city.isupper()


def _goes_on(line: str, position: int) -> bool:
    """Tell whether a sentence of its own starts behind the dateline."""
    rest = line[position : position + HEAD].lstrip()
    return bool(rest) and (rest[0].isupper() or rest[0].isdigit() or rest[0] in "“\"‘'$[")


def label_length(line: str) -> int:
    """Give the length of a page's label such as "OPINION:" at the start of a line, 0 if there is none."""
    match = LABEL.match(line)
    return match.end() if match and match.end() < len(line) else 0


def close_length(line: str) -> int:
    """Give the length of a film player's "CLOSE" at the start of a caption, 0 if there is none."""
    match = CLOSE.match(line)
    return match.end() if match else 0


def signature_start(line: str) -> int:
    """Give the offset of a tweet's signature or of credits that end a line of prose, -1 if there are none."""
    base = max(0, len(line) - TAIL)
    match = SIGNATURE.search(line, base) or CREDITS.search(line, base)
    return match.start(1) if match else -1
