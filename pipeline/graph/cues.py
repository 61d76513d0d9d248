"""Words that show what a sentence does in an argument (discourse markers and kinds of evidence)."""

import re

OPENING = r"^\W*(?:and\s+)?"
PATTERNS = {
    "reason": r"\b(?:because|since (?:they|it|he|she|we|the|that)|as a result|otherwise|after all|given that|which (?:means|would)|"
    r"if (?:they|you|we|people|immigrants|victims|witnesses|the|a)\b)",
    "example": r"\b(?:for (?:example|instance)|such as|in one case|including)\b",
    "conclusion": OPENING + r"(?:so|therefore|thus|hence|that(?:'|’)s why|this is why|which is why)\b",
    "contrast": OPENING
    + r"(?:but|however|yet|still|critics|opponents|instead|on the other hand|although|though|while)\b",
    "pointing back": OPENING + r"(?:it|that|this|they|he|she|these|those|we|and|not)\b",
    "time": OPENING + r"(?:when|if|in \d{4}|last (?:year|month|week))\b",
    "number": r"\d",
    "count": r"\b(?:stud(?:y|ies)|data|research\w*|statistic\w*|figures|survey|poll|per ?cent|analysis|found|records|numbers|counted)\b",
    "case": r"\b(?:killed|murder\w*|raped?|shot|deaths?|died|victims?|arrested|convicted|deported|stabb\w+|robbed|witness\w*|"
    r"came forward|told (?:me|us)|one (?:man|woman))\b",
    "law": r"\b(?:courts?|judges?|rul(?:ing|ed)|amendment|constitution\w*|statutes?|supreme|precedent|lawsuits?|sue[ds]?)\b",
    "consequence": r"\b(?:would|will|could|risk\w*|lead\w* to|mean\w*|cost\w*|afraid|fear\w*|so that)\b",
    "verdict": r"\b(?:should|must|needs? to|ought|ha(?:ve|s) to|wrong|right thing|unconstitutional|illegal|vow\w*|demand\w*|urg\w+|"
    r"oppos\w+|support\w*|call(?:s|ed)? (?:for|on)|believe\w*|against|in favor)\b",
    "experience": r"\b(?:[Ii]|[Ww]e|[Mm]y|[Oo]ur|us|me)\b",
    "question": r"\?[^\w?]*$",
}
CASED = {"experience"}  # "US" is no "us"
MARKERS = {name: re.compile(p, 0 if name in CASED else re.IGNORECASE) for name, p in PATTERNS.items()}
REBUTTAL = re.compile(
    r"\b(?:counter(?:s|ed)?|rebut\w*|disput\w+|dismiss\w*|reject\w*|disagree\w*|den(?:y|ies|ied)|respond\w*|fired back|shot back|"
    r"pushed back|scoff\w*|bristl\w+|contradict\w*|begs? to differ)\b",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]+")


def markers_of(text: str) -> frozenset[str]:
    """Name the kinds of markers that a sentence holds."""
    return frozenset(name for name, pattern in MARKERS.items() if pattern.search(text))


def words_of(text: str) -> tuple[str, ...]:
    """Give the words in lower case, in order."""
    return tuple(w.lower() for w in WORD.findall(text))
