"""Where news needs other tokens than spaCy's English rules give."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import from_bytes, registry

TOKENIZER = "argmap.Tokenizer.v1"
SAVED = (
    *("exceptions", "prefix_search", "suffix_search", "infix_finditer", "token_match", "url_match"),
    "faster_heuristics",
)
BAR = "―"  # U+2015 signs quotations: `…”― Ana Ruiz`
TITLES = tuple("Sgt. Lt. Capt. Det. Cmdr. Supt. Atty. Asst. Del. Maj. Col. Cpl. Ald. Msgr. Pres. Hon. Insp.".split())
LONGEST = 256  # characters without white space that are tokenized together; longer than any word or usual address


@registry.tokenizers(TOKENIZER)  # type: ignore[untyped-decorator] # the registry comes without type information
def make() -> "Callable[[Language], BoundedTokenizer]":
    """Give spaCy what makes the tokenizer while it loads a parser; its rules are read after that."""
    return lambda nlp: BoundedTokenizer(Tokenizer(nlp.vocab))


class BoundedTokenizer:
    """A tokenizer that takes a word of thousands of characters in pieces.

    spaCy strips one sign at a time and looks through all that is left: a million quotation marks would take days.
    """

    def __init__(self, inner: Any) -> None:
        self.inner = inner  # its compiled class comes without type information

    def __getattr__(self, name: str) -> Any:
        return getattr(self.__dict__["inner"], name)

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "BoundedTokenizer":  # noqa: ARG002
        """Read a saved tokenizer; split off horizontal bars too, and keep the stop of titles.

        Made at once: each change of spaCy's tokenizer goes through its thousand special cases again.
        """
        saved: dict[str, Any] = {}
        from_bytes(path.read_bytes(), {part: partial(saved.__setitem__, part) for part in SAVED}, ())
        self.inner = Tokenizer(
            self.inner.vocab,
            rules=saved["exceptions"] | {title: [{"ORTH": title}] for title in TITLES},
            prefix_search=re.compile(f"{saved['prefix_search']}|^{BAR}").search,
            suffix_search=re.compile(f"{saved['suffix_search']}|{BAR}$").search,
            infix_finditer=re.compile(saved["infix_finditer"]).finditer,
            token_match=_match(saved["token_match"]),
            url_match=_match(saved["url_match"]),
            faster_heuristics=saved["faster_heuristics"],
        )
        return self

    def __call__(self, text: str) -> Doc:
        """Tokenize; without such a word as the inner tokenizer does."""
        pieces = list(_pieces(text))
        if len(pieces) == 1:
            return self.inner(text)  # type: ignore[no-any-return]
        docs = [self.inner(piece) for piece in pieces]
        tokens = [token for doc in docs for token in doc]
        spaces = [bool(token.whitespace_) for token in tokens]
        whole = Doc(self.inner.vocab, words=[token.text for token in tokens], spaces=spaces)
        for token, first in zip(whole, tokens, strict=True):
            token.norm_ = first.norm_  # "n't" is "not" to the parser
        return whole


def _match(pattern: str | None) -> Callable[[str], re.Match[str] | None] | None:
    return None if pattern is None else re.compile(pattern).match


def _pieces(text: str) -> Iterator[str]:
    """Cut a text inside its words that are too long, and nowhere else."""
    if all(len(word) <= LONGEST for word in text.split()):
        yield text
        return
    start = run = 0
    for at, sign in enumerate(text):
        run = 0 if sign.isspace() else run + 1
        if run > LONGEST:
            yield text[start:at]
            start, run = at, 1
    yield text[start:]
