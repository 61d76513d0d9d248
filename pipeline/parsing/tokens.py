"""Where news needs other tokens than spaCy's English rules give."""

from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_prefix_regex, compile_suffix_regex

BAR = "―"  # U+2015 signs quotations: `…”― Ana Ruiz`
TITLES = tuple("Sgt. Lt. Capt. Det. Cmdr. Supt. Atty. Asst. Del. Maj. Col. Cpl. Ald. Msgr. Pres. Hon. Insp.".split())
LONGEST = 256  # characters without white space that are tokenized together; longer than any word or usual address


def adjust(nlp: Language) -> None:
    """Split off horizontal bars, keep the stop of titles, and bound the length of words, in place."""
    tokenizer: Any = nlp.tokenizer  # its compiled class comes without type information
    tokenizer.prefix_search = compile_prefix_regex([*(nlp.Defaults.prefixes or ()), BAR]).search
    tokenizer.suffix_search = compile_suffix_regex([*(nlp.Defaults.suffixes or ()), BAR]).search
    for title in TITLES:
        tokenizer.add_special_case(title, [{"ORTH": title}])
    nlp.tokenizer = BoundedTokenizer(tokenizer)


class BoundedTokenizer:
    """A tokenizer that takes a word of thousands of characters in pieces.

    spaCy strips one sign at a time and looks through all that is left: a million quotation marks would take days.
    """

    def __init__(self, inner: Any) -> None:
        self.inner = inner

    def __getattr__(self, name: str) -> Any:
        return getattr(self.__dict__["inner"], name)

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
