"""Lines that look like a title: headlines, headings and the texts of links."""

import re

from pipeline.text.datelines import dateline_length, signature_start
from pipeline.text.dates import find_date
from pipeline.text.lexicon import alternatives, pattern, phrases, words

LONGEST_LABEL = 80
LONGEST_HEADING = 130
LONGEST_HEADLINE = 220
LONGEST_SENTENCE_HEADLINE = 130  # of a first line that ends with a full stop
LONGEST_ABOVE_BYLINE = 300
HEADINGS = phrases("titles", "headings")
QUESTION = re.compile(rf"{alternatives('titles', 'questions')}\b")
NUMBER = pattern("titles", "numbers")
SPEAKER = pattern("titles", "speakers")
SMALL = words("titles", "small")
SAYING = re.compile(rf"\b{alternatives('titles', 'saying')}\b", re.IGNORECASE)
PAST_SPEECH = re.compile(r"\b(?:said|told)\b")
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
BULLET = re.compile(r"[•▪●◦■‣*·]|[-–—]\s|o\s(?=[A-Z])")
ADDRESSED = re.compile(r"\byour?\b", re.IGNORECASE)
SIGNED = re.compile(r"[”\"’']\s?[—–―-]{1,2}\s?[A-Z]")  # a quotation with its speaker
TIME = re.compile(
    r"\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b\.?(?:,? \(?[A-Z]{2,4}\)?)?(?P<title>\s?[—–:|-]\s?\S.*|\s[A-Z“‘\"'].*)?",
    re.IGNORECASE,
)
CAST = re.compile(r"[A-Z][A-Z .'’-]{2,40}, (?:[A-Z ]{0,20}HOST|BYLINE|ANCHOR|REPORTER):")
OPEN_QUOTES = "“\"‘'«„`"
CLOSE_QUOTES = "”\"’'»)]"


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends as prose does: a full stop, or a mark inside closing quotation marks."""
    bare = line.rstrip(CLOSE_QUOTES)
    return bare.endswith((".", "!", "…")) or (len(bare) < len(line) and bare.endswith((",", "?")))


def is_title_case(line: str) -> bool:
    """Tell whether the words of a line, but the small ones, begin with capitals."""
    found = [w.strip("“”\"'‘’().,:;?!—–-") for w in line.split()]
    weighty = [w for w in found if w[:1].isalpha() and w.lower() not in SMALL]
    return len(weighty) >= 3 and sum(w[0].isupper() for w in weighty) >= 0.85 * len(weighty)


def is_shouted(line: str) -> bool:
    """Tell whether a line is written in capitals throughout."""
    return sum(c.isupper() for c in line) >= 6 and not any(c.islower() for c in line)


def is_numbered(line: str) -> bool:
    """Tell whether a line opens with the number of a section."""
    return bool(NUMBER.match(line))


def is_speech(line: str) -> bool:
    """Tell whether a line is a turn of a transcript or a quotation that stands alone."""
    if line[:1] in OPEN_QUOTES and line and (ends_sentence(line) or line[-1] in '”"»' or SIGNED.search(line)):
        return True
    return bool(SPEAKER.match(line[:LONGEST_HEADLINE])) and not is_shouted(line) and not is_title_case(line)


def is_heading_like(line: str) -> bool:
    """Tell whether a line inside the article has the form of a section heading or of a link's title."""
    if len(line) > LONGEST_HEADING or line[0].islower() or BULLET.match(line) or signature_start(line) > 0:
        return False
    if is_numbered(line):
        return not ends_sentence(line)
    if line.endswith((",", ";", "—", "–", "-", "…", "...")):
        return False
    if line.endswith(":"):
        return len(line.split()) <= 4 and not SAYING.search(line)
    if ends_sentence(line):
        return is_title_case(line) and len(line.split()) <= 12 and not SAYING.search(line)
    return True


def is_list_label(line: str) -> bool:
    """Tell whether a line is the time of an entry in a running report, or a name above a turn in a transcript."""
    if len(line) > LONGEST_LABEL:
        return False
    time = TIME.fullmatch(line)
    titled = time is not None and bool(time["title"])
    return (time is not None and not (titled and (ends_sentence(line) or find_date(line)))) or bool(
        CAST.fullmatch(line)
    )


def is_question(line: str) -> bool:
    """Tell whether a line is a question such as explainers use for headings.

    One that turns to "you" is rather an interviewer's, so it counts only with a number.
    """
    number = NUMBER.match(line)
    if not line.endswith("?") or len(line) > LONGEST_HEADING:
        return False
    return bool(number) or bool(QUESTION.match(line) and not ADDRESSED.search(line))


def is_headline(line: str, *, above_byline: bool, alone: bool) -> bool:
    """Tell whether the first line of an article that is not furniture is its title, not its lead.

    Args:
        line: without outer white space.
        above_byline: a byline or a date stands right below.
        alone: nothing follows.
    """
    if len(line) > LONGEST_ABOVE_BYLINE or dateline_length(line, first=True):
        return False
    if above_byline or is_title_case(line):
        return True
    if line[:1] in OPEN_QUOTES and line and SAYING.search(line) and ends_sentence(line):
        return False
    if not ends_sentence(line):
        return len(line) <= LONGEST_HEADLINE and not line.endswith(",")
    prose = WEEKDAY.search(line) or PAST_SPEECH.search(line)
    return len(line) <= LONGEST_SENTENCE_HEADLINE and not prose and not alone


def is_deck(line: str, *, above_byline: bool) -> bool:
    """Tell whether a line below the headline is a sub-headline rather than the lead."""
    if line[0].islower() or BULLET.match(line) or is_speech(line) or dateline_length(line, first=True):
        return False
    if above_byline:
        return len(line) <= (LONGEST_SENTENCE_HEADLINE if ". " in line else LONGEST_ABOVE_BYLINE)
    if line.endswith("?") and ". " in line:
        return False  # a lead of several sentences that closes with a question
    return len(line) <= LONGEST_HEADLINE and not line.endswith((":", ",", ";")) and not ends_sentence(line)
