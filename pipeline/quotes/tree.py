"""A light, read-only view of a parsed document: plain lists, so that rules are fast and testable."""

from dataclasses import dataclass, field

from spacy.tokens import Doc

FARTHEST = 2**63


@dataclass(slots=True)
class Tree:
    """Parallel lists over the tokens; `head[i] == i` for a root.

    `first` and `last` are the edges of each token's subtree (inclusive), `sent` the sentence number,
    `para` the number of line breaks before the token.
    """

    text: str
    word: list[str]
    lower: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    start: list[int]  # character offsets
    end: list[int]
    sent: list[int]
    para: list[int]
    space: list[bool]
    first: list[int]
    last: list[int]
    wordy: list[bool] = field(default_factory=list)  # has a letter or digit
    kids: list[list[int]] = field(default_factory=list)
    sent_first: list[int] = field(default_factory=list)  # by sentence
    sent_last: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        n = len(self.word)
        self.kids = [[] for _ in range(n)]
        known = {w: any(map(str.isalnum, w)) for w in set(self.word)}
        self.wordy = [known[w] for w in self.word]
        for i, h in enumerate(self.head):
            if h != i:
                self.kids[h].append(i)
        for i, s in enumerate(self.sent):
            if s == len(self.sent_first):
                self.sent_first.append(i)
                self.sent_last.append(i)
            else:
                self.sent_last[s] = i

    def __len__(self) -> int:
        return len(self.word)

    def is_word(self, i: int) -> bool:
        """Tell whether a token has a letter or digit."""
        return self.wordy[i]

    def kid(self, i: int, *deps: str) -> int | None:
        """Give the first child with one of the dependency labels."""
        for k in self.kids[i]:
            if self.dep[k] in deps:
                return k
        return None

    def is_infinitive(self, i: int) -> bool:
        """Tell a verb with `to`."""
        return any(self.lower[k] == "to" and self.dep[k] == "aux" for k in self.kids[i])

    def span(self, i: int) -> tuple[int, int]:
        """Give the half-open token range of a subtree."""
        return self.first[i], self.last[i] + 1

    def sentence(self, i: int) -> tuple[int, int]:
        """Give the half-open token range of the sentence that holds a token."""
        return self.sent_first[self.sent[i]], self.sent_last[self.sent[i]] + 1

    def chars(self, lo: int, hi: int) -> tuple[int, int]:
        """Give the characters of a non-empty half-open token range."""
        return self.start[lo], self.end[hi - 1]

    def phrase(self, lo: int, hi: int) -> str:
        """Give the text of a non-empty half-open token range on one line."""
        return " ".join(self.text[self.start[lo] : self.end[hi - 1]].split())


def from_doc(doc: Doc) -> Tree:
    """Copy what the rules need out of a parsed spaCy document."""
    tag, dep, offset, starts, start, length = (
        column.tolist() for column in doc.to_array(["TAG", "DEP", "HEAD", "SENT_START", "IDX", "LENGTH"]).T
    )
    strings = doc.vocab.strings
    names = {code: strings[code] for code in {*tag, *dep}}
    whole = doc.text
    word = [whole[at : at + size] for at, size in zip(start, length, strict=True)]
    # An offset to a head before its token is negative, which the array holds as a number just below 2**64.
    head = [i + (h if h < FARTHEST else h - 2 * FARTHEST) for i, h in enumerate(offset)]
    spaces = {w for w in set(word) if w.isspace()}
    sent: list[int] = []
    para: list[int] = []
    number = line = 0
    for i, (text, begins) in enumerate(zip(word, starts, strict=True)):
        number += begins == 1 and i > 0
        sent.append(number)
        para.append(line)
        if text in spaces:
            line += text.count("\n")
    first, last = _edges(head)
    return Tree(
        text=whole,
        word=word,
        lower=[w.lower() for w in word],
        tag=[names[code] for code in tag],
        dep=[names[code] for code in dep],
        head=head,
        start=start,
        end=[at + size for at, size in zip(start, length, strict=True)],
        sent=sent,
        para=para,
        space=[w in spaces for w in word],
        first=first,
        last=last,
    )


def _edges(head: list[int]) -> tuple[list[int], list[int]]:
    """Give the first and last token of each subtree; arcs may cross, so edges are carried up to the root."""
    first, last = list(range(len(head))), list(range(len(head)))
    for i in range(len(head)):
        above = i
        while head[above] != above:
            above = head[above]
            first[above] = min(first[above], i)
            last[above] = max(last[above], i)
    return first, last
