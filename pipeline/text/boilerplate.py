"""Lines that belong to the page rather than the article: navigation, links, sign-ups, rights, notices."""

import re

from pipeline.text.lexicon import pattern, phrases

LABELS = phrases("boilerplate", "labels")
OPENING = pattern("boilerplate", "openings", ignore_case=True)
# Two to ten words, or one with a hyphen inside; were a hyphen also a space here, "a-a-a-…!" would take hours.
SLUG = re.compile(r"[a-z0-9][a-z0-9'’&-]*(?:[ _][a-z0-9'’&-]+){1,9}|[a-z0-9][a-z0-9'’&]*-[a-z0-9'’&-]+")
FILE = re.compile(r"\S{1,120}\.(?:jpe?g|png|gif|webp|mp4|pdf)", re.IGNORECASE)
ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S{1,500}(?:\s(?:https?://|pic\.)\S{1,300}){0,3}")
MARKUP = re.compile(r"</?[a-z][^<>]{0,300}>\.?", re.IGNORECASE)
SOUND = re.compile(r"\([A-Z][A-Z ,.:\"“”'’-]{5,100}\)")  # "(SOUNDBITE OF …)" in a broadcast's transcript
TAGS = re.compile(r"#\w+(?:[\s,]+#\w+){0,20}")
HEAD = 400  # only so much of a line is looked at
EDGE = " \t:.!»›>…—–-|*[]()<+_=~"
SEPARATORS = (" | ", " • ", " · ", " » ", " > ", " / ", "|", "»")
WORDS_OF_LINK = 8


def is_boilerplate(line: str) -> bool:
    """Tell whether a line (without outer white space) is furniture of the page by its own words."""
    bare = line[:HEAD].strip(EDGE).lower().replace("’", "'")
    if bare in LABELS or not any(c.isalnum() for c in bare):
        return True
    # Links in brackets and with arrows begin with the same words.
    if OPENING.match(line[:HEAD].lstrip("([*»>–—-•· ")):
        return True
    if len(line) > HEAD:
        return False
    whole = (FILE, ADDRESS, TAGS, MARKUP, SOUND)
    return is_navigation(line) or "rights reserved" in bare or any(form.fullmatch(line) for form in whole)


def is_navigation(line: str) -> bool:
    """Tell whether bars, arrows or dots part the line into short links."""
    if len(line) > 300 or line.endswith((".", '."', ".”")):
        return False
    for sign in SEPARATORS:
        parts = line.split(sign)
        if len(parts) > 2 or (len(parts) == 2 and sign.strip() == "|"):
            return all(len(part.split()) <= WORDS_OF_LINK for part in parts)
    return False


def is_slug(line: str) -> bool:
    """Tell whether a line is the name of an image or a list of search words, all in small letters."""
    return len(line) <= 100 and bool(SLUG.fullmatch(line))
