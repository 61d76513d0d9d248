"""The tokens of a document as plain lists: attribute access on spaCy's tokens is too slow for rules."""

from itertools import accumulate

from spacy.tokens import Doc


class Page:
    """Words and offsets of a document.

    Attributes:
        words: the tokens' texts.
        starts: their first code points in the text.
        pieces: number of the stretch a token is in, -1 for white space; no entity may cross a stretch,
            which ends at a sentence's end, at a line's end and at other white-space tokens.
        capitals: indices of the tokens that begin with a capital letter.
        vocabulary: the set of words.
    """

    __slots__ = ("capitals", "pieces", "starts", "text", "vocabulary", "words")

    def __init__(self, doc: Doc) -> None:
        # Tokens are walked once, everything else is told from their texts: walking them is most of the time.
        spaced = [t.text_with_ws for t in doc]
        attributes = doc.to_array(["SPACY", "SENT_START"]).tolist()
        self.text = "".join(spaced)
        self.words = words = [w[:-1] if a[0] else w for w, a in zip(spaced, attributes, strict=True)]
        self.starts = [0, *accumulate(map(len, spaced))][: len(words)]
        self.pieces = pieces = [0] * len(words)
        piece = 0
        for i, (word, (_, sent_start)) in enumerate(zip(words, attributes, strict=True)):
            if sent_start == 1:
                piece += 1
            if word.isspace():
                pieces[i] = -1
                piece += 1
            else:
                pieces[i] = piece
        self.capitals = [i for i, word in enumerate(words) if word[0].isupper()]
        self.vocabulary = frozenset(words)

    def same(self, i: int, j: int) -> bool:
        """Tell whether both tokens exist and are in one stretch."""
        return i >= 0 and j < len(self.words) and self.pieces[i] == self.pieces[j] >= 0

    def word(self, i: int, anchor: int) -> str:
        """Give token `i`, or "" where it is not in the stretch of token `anchor`."""
        if 0 <= i < len(self.words) and self.pieces[i] == self.pieces[anchor]:
            return self.words[i]
        return ""

    def opens(self, i: int) -> bool:
        """Tell whether token `i` is the first word of its stretch, quotation marks and brackets aside."""
        while i > 0 and self.pieces[i - 1] == self.pieces[i]:
            if self.words[i - 1][0].isalnum():
                return False
            i -= 1
        return True

    def joined(self, i: int) -> bool:
        """Tell whether no space stands between token `i` and the next."""
        return i + 1 < len(self.words) and self.starts[i] + len(self.words[i]) == self.starts[i + 1]

    def surface(self, start: int, end: int) -> str:
        """Give the text of tokens."""
        return self.text[self.starts[start] : self.starts[end - 1] + len(self.words[end - 1])]
