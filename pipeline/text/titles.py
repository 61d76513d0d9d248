"""Lines that look like a title: headlines, headings and the texts of links."""

import re

from pipeline.text.datelines import dateline_length

LONGEST_HEADING = 130
LONGEST_HEADLINE = 220
LONGEST_SENTENCE_HEADLINE = 130
HEADING_LABELS = frozenset(
    """executive summary|key points|key takeaways|key findings|takeaways|main points|summary|overview|background|
introduction|conclusion|the bottom line|bottom line|story highlights|highlights|at a glance|the big picture|
why it matters|what we know|what happened|the details|the facts|context|timeline|methodology|the context|in brief|
in short|our ruling|our take|our verdict|the verdict|the latest|what they're saying|what's next|what's new|
the backstory|between the lines|yes, but|go deeper|the other side|the intrigue|zoom in|zoom out|by the numbers""".replace(
        "\n", ""
    ).split("|")
)
QUESTION = re.compile(
    r"(?:What|Why|How|Who|Whom|Where|When|Which|Is|Are|Was|Were|Can|Could|Do|Does|Did|Will|Would|Should|Has|Have|So what|What’s|What's)\b"
)
BULLET = re.compile(r"(?:[•▪●◦■‣*·]|[-–—]\s|[o]\s(?=[A-Z]))\s*")
NUMBERED = re.compile(r"(?:\(?\d{1,2}[.):]|[IVX]{1,4}\.|[A-Z]\.|#\d{1,2}\b|(?:Step|Part|Chapter|Section|Myth|Fact|Claim|Question) (?:#|No\. )?(?:\d{1,2}|One|Two|Three)\b)\s?")
SPEAKER = re.compile(r"(?:[A-Z][A-Z.'’-]+(?:[\s,]+[A-Z][A-Z.'’-]*){0,5}(?:\s?\([^)]{1,60}\))?|Q|A|[A-Z][\w.'’-]+\s[A-Z][\w.'’-]+|[A-Z][a-z]+):\s")
SIGNED = re.compile(r"[”\"’']\s?[—–―-]{1,2}\s?[A-Z]")  # a quotation with its speaker
SMALL = frozenset(
    """a an the and but or nor for of in on at to by from with as is are be vs v into over via than its it
    up off out per that this no not de la""".split()
)
SAYING = re.compile(
    r"\b(?:said|says|told|tells|added|adds|wrote|writes|tweeted|asked|replied|continued|reports?|reported|stated|concluded|noted"
    r"|explained|argued|follows|responded|went on|declared|announced|according to)\b",
    re.IGNORECASE,
)
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
OPEN_QUOTES = "“\"‘'«„`"
CLOSE_QUOTES = "”\"’'»)]"


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends as prose does: a full stop, or a mark inside closing quotation marks."""
    bare = line.rstrip(CLOSE_QUOTES)
    return bare.endswith((".", "!", "…")) or (len(bare) < len(line) and bare.endswith((",", "?")))


def is_title_case(line: str) -> bool:
    """Tell whether the words of a line, but the small ones, all begin with capitals."""
    words = [w.strip("“”\"'‘’().,:;?!—–-") for w in line.split()]
    weighty = [w for w in words if w[:1].isalpha() and w.lower() not in SMALL]
    return len(weighty) >= 3 and sum(w[0].isupper() for w in weighty) >= 0.85 * len(weighty)


def is_shouted(line: str) -> bool:
    """Tell whether a line is written in capitals throughout."""
    return sum(c.isupper() for c in line) >= 6 and not any(c.islower() for c in line)


def is_item(line: str) -> bool:
    """Tell whether a bullet opens the line."""
    return bool(BULLET.match(line))


def is_numbered(line: str) -> bool:
    """Tell whether a line opens with the number of a section."""
    return bool(NUMBERED.match(line))


def is_speech(line: str) -> bool:
    """Tell whether a line is a turn of a transcript or a quotation that stands alone."""
    if line[0] in OPEN_QUOTES and (ends_sentence(line) or line[-1] in "”\"»" or SIGNED.search(line)):
        return True
    return bool(SPEAKER.match(line)) and not is_shouted(line)


def is_heading_like(line: str) -> bool:
    """Tell whether a line inside the article has the form of a section heading or of a link's title."""
    if len(line) > LONGEST_HEADING or line[0].islower() or is_item(line):
        return False
    if is_numbered(line):
        return not ends_sentence(line)
    if line[0] in OPEN_QUOTES and line[-1] in "”\"»":
        return False
    if line.endswith((",", ";", "—", "–", "-", "…", "...")):
        return False
    if line.endswith(":"):
        return len(line.split()) <= 4 and not SAYING.search(line)
    if ends_sentence(line):
        return is_title_case(line) and len(line.split()) <= 12 and not SAYING.search(line)
    return not (SPEAKER.match(line) and not is_title_case(line) and not is_shouted(line) and len(line) > 60)


def is_question(line: str) -> bool:
    """Tell whether a line is a question such as explainers use for headings."""
    return line.endswith("?") and len(line) <= 100 and bool(QUESTION.match(line))


def is_headline(line: str, followed_by_byline: bool, alone: bool) -> bool:
    """Tell whether the first line of an article that is not furniture is its title, not its lead.

    Args:
        line: without outer white space.
        followed_by_byline: a byline or a date stands right below.
        alone: nothing follows.
    """
    if len(line) > LONGEST_HEADLINE + 80 or dateline_length(line, first=True):
        return False
    if followed_by_byline or is_title_case(line):
        return True
    if line[0] in OPEN_QUOTES and SAYING.search(line) and ends_sentence(line):
        return False
    if not ends_sentence(line):
        return len(line) <= LONGEST_HEADLINE and not line.endswith(",")
    prose = WEEKDAY.search(line) or re.search(r"\b(?:said|told)\b", line)
    return len(line) <= LONGEST_SENTENCE_HEADLINE and not prose and not alone


def is_deck(line: str, followed_by_byline: bool) -> bool:
    """Tell whether a line below the headline is a sub-headline rather than the lead."""
    if line[0].islower() or is_item(line) or is_speech(line) or dateline_length(line, first=True):
        return False
    if followed_by_byline:
        return len(line) <= LONGEST_HEADLINE + 80
    if line.endswith("?") and ". " in line:
        return False  # a lead of several sentences that closes with a question
    return len(line) <= LONGEST_HEADLINE and not line.endswith((":", ",", ";")) and not ends_sentence(line)
