"""Where sentences end inside one stretch of a line: rules over marks, marks' neighbours and abbreviations.

One pass from left to right. Every look to the left or right is bounded, so time is linear in the length.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.text.abbreviations import ASKING, SHOUTED_NAMES, STARTERS
from pipeline.text.closers import behind_closers
from pipeline.text.parentheses import PAREN_LOOK, marks_in_parentheses
from pipeline.text.stops import Context, stop_ends

MARK = re.compile(r"\.(?:\s\.)+(?!\w)|[.!?…‽]+")
WORD = re.compile(r"[^\W_](?:[\w'’]|-(?=\w))*")
LOWER_WORD = re.compile(r"(?<![\w'’.])[a-z]{2,}(?![\w'’])")
OPENERS = "“‘\"'([«„‹¿¡`"
NEVER_BEFORE = frozenset(",;:)]}–—―-%&/=+|\\>")
BULLETS = frozenset("•▪●◦■‣*")
NUMBERING = 4  # characters of the number of a section
LOOK = 40  # characters looked at to the left for a word and to the right for a speaker


def lower_words(text: str) -> frozenset[str]:
    """Give the words that the text also writes small: capital, they open a sentence rather than a name."""
    return frozenset(LOWER_WORD.findall(text))


def sentence_spans(text: str, start: int, end: int, lower: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of the sentences of text[start:end], a stretch without line breaks.

    Spans have no white space at their edges and together cover all that is not white space.
    """
    first = _skip_space(text, start, end)
    for cut in _cuts(text, first, end, lower):
        stop = cut
        while stop > first and text[stop - 1].isspace():
            stop -= 1
        yield first, stop
        first = _skip_space(text, cut, end)
    while end > first and text[end - 1].isspace():
        end -= 1
    if first < end:
        yield first, end


def _cuts(text: str, start: int, end: int, lower: frozenset[str]) -> Iterator[int]:
    """Yield the places at which one sentence ends and the next one begins."""
    inside = marks_in_parentheses(text, start, end)
    sentence = position = counted = start
    quotes = 0  # straight double marks so far; odd while one is open
    while match := MARK.search(text, position, end):
        quotes += text.count('"', counted, match.end())
        counted = match.end()
        after = behind_closers(text, match.end(), end, quotes % 2 == 1)
        found = _Mark(text, sentence, match.start(), match.end(), after, end, lower)
        position = max(after, match.end())
        opened = inside.get(match.start())
        if opened is not None and opened > sentence:
            continue
        if found.ends_sentence():
            yield after
            sentence = _skip_space(text, after, end)


def _skip_space(text: str, position: int, end: int) -> int:
    while position < end and text[position].isspace():
        position += 1
    return position


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark that may end a sentence, with the places around it."""

    text: str
    sentence: int  # where the running sentence starts
    start: int
    stop: int  # behind the mark itself
    after: int  # behind its closing marks and citations
    end: int  # of the stretch
    lower: frozenset[str]

    def ends_sentence(self) -> bool:
        following = _skip_space(self.text, self.after, self.end)
        if following >= self.end:
            return False  # the stretch ends here anyway
        if self.text[following] in BULLETS and following > self.after:
            return True
        place = following
        while place < self.end and self.text[place] in OPENERS and place - following < 4:
            place += 1
        word = self._word(place)
        context = Context(
            before=self._token(),
            previous=self._previous(),
            opener=self.text[following:place],
            word=word,
            next_word=self._word(_skip_space(self.text, place + len(word), min(self.end, place + LOOK))),
            at_start=self._is_at_start(),
            lower=self.lower,
        )
        if following == self.after:
            return self._ends_without_space(context)
        if self.text[following] in NEVER_BEFORE or self.text[following] in ".!?…":
            return False
        return self._ends_with_space(context)

    def _ends_with_space(self, context: Context) -> bool:
        first = context.word[:1]
        if first.islower():
            # "... he said. “and then" goes on; a small letter elsewhere continues the sentence.
            plain = self.text[self.start : self.stop] == "."
            return plain and context.opener[:1] in ("“", '"') and not context.abbreviated
        mark = self.text[self.start : self.stop]
        if "…" in mark or mark.count(".") > 1:
            return self._ellipsis_ends(mark, context)
        if mark[0] in "!?‽":
            return self._call_ends(context)
        if self._closed_by(")") and self._token_in_parenthesis():
            return context.word in STARTERS
        if self._closed_by("”\"’'»"):
            return True
        return stop_ends(context)

    def _ends_without_space(self, context: Context) -> bool:
        """Decide on "restored.The next": a lost space rather than an address, a name or a number."""
        word, before = context.word, context.before
        if not word or not (word in ("I", "A") or (word[0].isupper() and word[1:2].islower())):
            return False
        if self._closed_by('”"»'):
            return True
        if "." in before or len(before) < 2 or not before.isalpha() or context.abbreviated:
            return False
        left = self.text[max(self.sentence, self.start - LOOK) : self.start].split()
        right = self.text[self.stop : self.stop + LOOK].split()
        token = (left[-1] if left else "") + (right[0] if right else "")
        if any(sign in token for sign in "/@_=") or token.startswith("www"):
            return False
        return before.islower() or word in STARTERS or word.lower() in self.lower

    def _ellipsis_ends(self, mark: str, context: Context) -> bool:
        left = self.text[max(self.sentence, self.start - 3) : self.start].rstrip()
        if left.endswith((".", "!", "?")) or mark.count(".") == 4 or self._closed_by('”"»'):
            return True
        return context.word in STARTERS and context.word != "I"

    def _call_ends(self, context: Context) -> bool:
        if context.before in SHOUTED_NAMES and context.word not in STARTERS:
            return False
        if not self._closed_by("”\"’'»"):
            return True
        return context.word in STARTERS or not self._speaker_follows()

    def _speaker_follows(self) -> bool:
        """Tell whether a name and a reporting verb follow, as in “Why?” Ann Lee asked."""
        words = self.text[self.after : min(self.end, self.after + 2 * LOOK)].split()
        for number, word in enumerate(words[:7]):
            plain = word.strip(",.")
            if plain in ASKING:
                return number > 0
            if not (plain[:1].isupper() or plain in ("de", "van", "von", "al", "la", "of", "the")):
                return False
        return False

    def _closed_by(self, marks: str) -> bool:
        return any(char in marks for char in self.text[self.stop : self.after])

    def _token_in_parenthesis(self) -> bool:
        """Tell whether the parenthesis that closes here opened inside the sentence, not at its start."""
        left = self.text[max(self.sentence, self.start - PAREN_LOOK) : self.start]
        opened = left.rfind("(")
        return opened > 0 or (opened < 0 and len(left) == PAREN_LOOK)

    def _is_at_start(self) -> bool:
        """Tell whether nothing or only a number stands between the start of the sentence and the mark."""
        if self.start - self.sentence > NUMBERING:
            return False
        head = self.text[self.sentence : self.start].lstrip("(“\"'‘[")
        return head.isdigit() or not any(c.isalnum() for c in head)

    def _token(self) -> str:
        """Give the word before the mark: letters, digits, inner stops and apostrophes."""
        left = self.text[max(self.sentence, self.start - LOOK) : self.start]
        size = 0
        while size < len(left) and (left[-size - 1].isalnum() or left[-size - 1] in ".'’"):
            size += 1
        return left[len(left) - size :].lstrip(".'’")

    def _previous(self) -> str:
        """Give the two words before the token, in small letters."""
        words = self.text[max(self.sentence, self.start - 2 * LOOK) : self.start].split()
        return " ".join(words[-3:-1]).lower()

    def _word(self, place: int) -> str:
        match = WORD.match(self.text, place, min(self.end, place + LOOK))
        return match.group() if match else ""
