"""Sentences at the end of an article that credit or introduce its writers."""

import re

from pipeline.text.lexicon import pattern, words

NOTE = pattern("bylines", "notes", ignore_case=True)
BIO_WORDS = words("bylines", "bio")
CAPITAL = r"[A-Z][\w.'’-]*"
BIO = re.compile(
    rf"{CAPITAL}(?:\s(?:{CAPITAL}|de|la|von|van|al|del|der|and)){{1,8}}(?:,\s[^,]{{2,120}},)?\s"
    r"(?:is|are|was|were|served|serves|writes|wrote|covers|covered|worked|works|teaches|hosts|holds|lives|leads|directs|blogs|reports)\b"
)
GOES_ON = re.compile(
    r"(?:He|She|They|His|Her|Their)\b.{0,120}?(?:@\w|\b(?:Twitter|Facebook|columnist|author|fellow|editor|writes|lives|book|"
    r"column|professor|tweets|also|served|email|website)\b|www|\.com)"
)
WORD = re.compile(r"[A-Za-z]+")
BODY_OF_PEOPLE = re.compile(r"The\s\w+\s")  # "The Star is …", but not "The Rev. Ann Lee is …"
HEAD = 400
LEADING = "—–-*(• "


def is_note(sentence: str) -> bool:
    """Tell whether a sentence credits or introduces the writers by its own words."""
    return bool(NOTE.match(sentence[:HEAD]))


def is_bio(sentence: str) -> bool:
    """Tell whether a sentence may introduce the writer: "Ann Lee is a fellow at …"."""
    head = sentence[:HEAD].lstrip(LEADING)
    if len(sentence) > HEAD or not BIO.match(head) or BODY_OF_PEOPLE.match(head):
        return False
    return any(word.lower() in BIO_WORDS for word in WORD.findall(head))


def goes_on_about_writer(sentence: str) -> bool:
    """Tell whether a sentence goes on about the writer after a note on him or her."""
    return is_note(sentence) or bool(GOES_ON.match(sentence[:HEAD]))


def surname(text: str) -> str:
    """Give the last of the capital words that open a note on a writer; empty if none do."""
    last = ""
    for word in text[:HEAD].lstrip(LEADING).split()[:7]:
        plain = word.strip(".,|()")
        if plain in ("", "the"):
            continue
        if not plain[0].isupper():
            break
        last = plain.removesuffix("’s").removesuffix("'s")
        if word.endswith(","):
            break
    return last
