"""The content words of a sentence, without their endings."""

import re

WORD = re.compile(r"[^\W\d_]{3,}|\d{2,}")
ENDING = re.compile(r"(?<=\w{3})(?:ies|ing|ed|es|s|ly|y)$")
FUNCTION_WORDS = frozenset(
    "the and for that with this have has had was were are not but from they their will would could should who which what when "
    "been being than then them there these those its his her said says say also into about over after before more most such any "
    "all can may might did does done our your you she him out off how why where while told tells adding added because".split()
)


def stems(text: str) -> frozenset[str]:
    """Give the stems of the words of three letters or more, without function words."""
    return frozenset(ENDING.sub("", w) for w in WORD.findall(text.lower()) if w not in FUNCTION_WORDS)
