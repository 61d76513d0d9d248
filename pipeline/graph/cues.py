"""Words that show what a sentence does in an argument."""

import re

REASON = re.compile(
    r"\b(because|since (?:they|it|he|she|we|the|that)|as a result|for (?:example|instance)|therefore|thus|otherwise|in fact|indeed|"
    r"that(?:'|’)s why|which (?:means|would)|if (?:they|you|we|people|immigrants|victims|witnesses|the|a)\b)",
    re.IGNORECASE,
)
EVIDENCE = re.compile(
    r"\b(stud(?:y|ies)|data|research(?:ers)?|statistics|figures|report(?:s|ed)?|survey|poll|percent|per cent|found that|"
    r"according to|evidence|convicted|killed|murdered|\d[\d,.]*\s?%|\$\d|\d{2,})",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]{3,}")
FUNCTION_WORDS = frozenset(
    "the and for that with this have has had was were are not but from they their will would could should who which what when "
    "been being than then them there these those its his her said says also into about over after before more most such any all "
    "can may might did does done our your you she him out off how why where while".split()
)


def content_words(text: str) -> frozenset[str]:
    """Give the lower-case words of three letters or more, without function words."""
    return frozenset(w for w in (m.group().lower() for m in WORD.finditer(text)) if w not in FUNCTION_WORDS)
