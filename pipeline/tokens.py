"""Where news needs other tokens than spaCy's English rules give."""

from typing import Any

from spacy.language import Language
from spacy.util import compile_prefix_regex, compile_suffix_regex

BAR = "―"  # U+2015 signs quotations: `…”― Ana Ruiz`
TITLES = tuple("Sgt. Lt. Capt. Det. Cmdr. Supt. Atty. Asst. Del. Maj. Col. Cpl. Ald. Msgr. Pres. Hon. Insp.".split())


def adjust(nlp: Language) -> None:
    """Split off horizontal bars and keep the stop of titles, in place."""
    tokenizer: Any = nlp.tokenizer  # its compiled class comes without type information
    tokenizer.prefix_search = compile_prefix_regex([*(nlp.Defaults.prefixes or ()), BAR]).search
    tokenizer.suffix_search = compile_suffix_regex([*(nlp.Defaults.suffixes or ()), BAR]).search
    for title in TITLES:
        tokenizer.add_special_case(title, [{"ORTH": title}])
