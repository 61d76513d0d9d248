"""Whether a single full stop, followed by white space and no small letter, ends a sentence."""

import re
from dataclasses import dataclass

from pipeline.text.abbreviations import (
    AFTER_CLOCK,
    CLOCK,
    FINITE,
    INNER,
    LED_NOUNS,
    LED_ONLY_IN_NAMES,
    NUMBERED,
    PERSON_TITLES,
    PLACES,
    STARTERS,
    STATES,
    TITLES,
)

DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
ROMAN = re.compile(r"[IVXLC]+")
PLACE_BEFORE = re.compile(r"(?:in|of|across|around|to|from|into|throughout|within|outside|inside|over|for|by) the")


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a full stop."""

    before: str  # the word before it, without the stop itself
    previous: str  # the two words before that one, in small letters
    opener: str  # opening marks before the next word
    word: str  # the next word; empty before a sign
    next_word: str
    at_start: bool  # only a number, a letter or a bullet stands before the stop
    lower: frozenset[str]  # words that the text also writes in small letters

    @property
    def abbreviated(self) -> bool:
        """Whether the word before the stop is a known short form."""
        known = self.before in TITLES or self.before in INNER or self.before in PLACES
        return known or self.before in NUMBERED or bool(DOTTED.fullmatch(self.before))


def stop_ends(context: Context) -> bool:
    """Tell whether the full stop ends its sentence."""
    before, word = context.before, context.word
    if context.at_start:
        return False
    opens = word in STARTERS or context.opener[:1] in ("“", '"', "«", "„", "`")
    if before in TITLES:
        return False
    if before in NUMBERED or (before.isupper() and before.capitalize() in NUMBERED):
        return not (word[:1].isdigit() or bool(ROMAN.fullmatch(word) and word != "I"))
    if before in CLOCK:
        return word not in AFTER_CLOCK and not word[:1].isdigit()
    if before in INNER:
        return opens
    if before in PLACES:
        return opens or _place_ends(context)
    if len(before) == 1 and before.isupper():
        return word in STARTERS  # not before a mark: 'Robert C. "Bobby" Hale'
    if DOTTED.fullmatch(before):
        return opens
    return not (before in STATES and context.opener[:1] == "(")


def _place_ends(context: Context) -> bool:
    """Decide on "the U.S. Immigration …": the stop ends a sentence unless the next word is led by it."""
    word, after = context.word, context.next_word
    if not word[:1].isupper():
        return False
    article = context.previous.endswith("the")
    if word in PERSON_TITLES and article and after[:1].isupper():
        return PLACE_BEFORE.fullmatch(context.previous) is not None
    if word in LED_ONLY_IN_NAMES and not (after[:1].isupper() or after in ("and", "")):
        return word.lower() in context.lower or after in FINITE
    if word in LED_NOUNS or after[:1].isupper():
        return False
    if word.lower() in context.lower:
        return after not in ("and", "")
    return after in FINITE and PLACE_BEFORE.fullmatch(context.previous) is not None
