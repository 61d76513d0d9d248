"""What every text must fulfil before it is used."""

import re

from pipeline.errors import InputError

# White space to the eye, though not to Python, are zero-width signs and the byte-order mark.
SEEN = re.compile(r"[^\s\u200b\u200c\u200d\u2060\ufeff\u00ad]")


def is_blank(text: str) -> bool:
    """Tell whether there is nothing to see."""
    return not SEEN.search(text)


def check_text(text: str, where: str, max_chars: int) -> None:
    """Check that there is something to read and not too much of it.

    Raises:
        InputError: the text is empty, blank, too long, or holds a NUL character.
    """
    if not text:
        raise InputError("empty", where, "give a text, or take the input out")
    if is_blank(text):
        raise InputError("only white space", where, "give a text, or take the input out")
    if len(text) > max_chars:
        raise InputError(
            f"{len(text)} characters, more than {max_chars}",
            where,
            "part the text, or raise clean.max_chars in the params",
        )
    if "\0" in text:
        raise InputError(f"NUL character at offset {text.index(chr(0))}", where, "take the character out")
