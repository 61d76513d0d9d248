"""Draw odd articles for the fuzzer: mutations of real ones, and texts that Hypothesis makes of the field's own pieces."""

import random
from collections.abc import Sequence

from hypothesis import strategies as st

ODD = [
    "", "\n\n", "“", "”", '"', "'", "’", "‘", "``", "''", "«", "\u200b", "\u202e", "\u00ad", "😀", "👩‍👩‍👧", "e\u0301\u0301",
    "<b>", "[n1]: ", "\r\n", "\r", "\f", "\u2028", "\u2029", "\x01", "\u0378", "a" * 300, '"' * 300, "said said said", "()", "((",
    "…", "Mr. ", "U.S. ", "—", "--", "٣", "ß", "ﬁ", "İ", "שלום", "市長", "\t", "\u00a0", "7" * 40, "@x", "http://a.b/c", "#a #b",
]  # fmt: skip
NEWS = [
    "Mayor Ana Ruiz said ", "Ruiz said ", "she said", "“We will not yield,” ", "according to Sheriff Bo Lund", "the sanctuary policy ",
    "keeps families safe", "costs the county money", "because ", "but ", ". ", ", ", "\n", "\n\n", "By Dana Holt", "HARLOW (AP) — ",
    "told the council that ", "critics say ", "ICE ", "the bill, ", "which would ban sanctuary cities, ", "Sen. Tom Lee (R-Larkin) ",
    "Photo: ", "Q: ", "LUND: ", "Read more: ", "Feb. 21, 2017", "voted 5-4 ", "who ", "it ", "their ", "not ", "? ", "! ", "; ", ": ",
]  # fmt: skip
FEWEST, MOST = 20, 6000  # characters of a mutated article

made_up = st.lists(
    st.sampled_from(NEWS)
    | st.sampled_from(NEWS)
    | st.sampled_from(ODD)
    | st.text(st.characters(codec="utf-8"), max_size=12),
    min_size=1,
    max_size=120,
).map("".join)


def mutated(texts: Sequence[str], draw: random.Random) -> str:
    """Cut, join, repeat and soil pieces of the texts."""
    text = draw.choice(texts)
    for _ in range(draw.randint(1, 8)):
        at, end = sorted(draw.randrange(len(text) + 1) for _ in range(2))
        lines = text.split("\n")
        text = draw.choice(
            (
                text[:at] + text[end:],
                text[:end] + text[at:],
                text[:at] + draw.choice(ODD) + text[at:],
                text[:at] + draw.choice(ODD) * 20 + text[at:],
                text[:at] + draw.choice(texts)[at:end] + text[end:],
                "\n".join(draw.sample(lines, len(lines))),
                text.replace("\n", draw.choice(ODD)),
                text.replace(draw.choice("“”’. s"), draw.choice(ODD[:12])),
                text.swapcase() if draw.random() < 0.1 else text,
            )
        )[: 4 * MOST]
    return text[:MOST] if len(text) >= FEWEST else texts[0]
