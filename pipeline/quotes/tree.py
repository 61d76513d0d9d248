"""A light, read-only view of a parsed document: plain lists, so that rules are fast and testable."""

from dataclasses import dataclass, field

from spacy.tokens import Doc


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
    kids: list[list[int]] = field(default_factory=list)
    sent_first: list[int] = field(default_factory=list)  # by sentence
    sent_last: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        n = len(self.word)
        self.kids = [[] for _ in range(n)]
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
        return any(c.isalnum() for c in self.word[i])

    def kid(self, i: int, *deps: str) -> int | None:
        """Give the first child with one of the dependency labels."""
        for k in self.kids[i]:
            if self.dep[k] in deps:
                return k
        return None

    def span(self, i: int) -> tuple[int, int]:
        """Give the half-open token range of a subtree."""
        return self.first[i], self.last[i] + 1

    def chars(self, lo: int, hi: int) -> tuple[int, int]:
        """Give the characters of a non-empty half-open token range."""
        return self.start[lo], self.end[hi - 1]


def from_doc(doc: Doc) -> Tree:
    """Copy what the rules need out of a parsed spaCy document."""
    word = [t.text for t in doc]
    sent: list[int] = []
    para: list[int] = []
    number = -1
    line = 0
    for t in doc:
        if t.is_sent_start or number < 0:
            number += 1
        sent.append(number)
        para.append(line)
        if t.is_space:
            line += t.text.count("\n")
    start = [t.idx for t in doc]
    return Tree(
        text=doc.text,
        word=word,
        lower=[w.lower() for w in word],
        tag=[t.tag_ for t in doc],
        dep=[t.dep_ for t in doc],
        head=[t.head.i for t in doc],
        start=start,
        end=[s + len(w) for s, w in zip(start, word, strict=True)],
        sent=sent,
        para=para,
        space=[w.isspace() for w in word],
        first=[t.left_edge.i for t in doc],
        last=[t.right_edge.i for t in doc],
    )
