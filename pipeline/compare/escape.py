"""Put text of any kind into Markdown so that it is shown and does nothing."""

import re

LONGEST = 200  # code points; a list of whole paragraphs is not read


def code(text: str, in_table: bool = False) -> str:
    """Give text as a code span: no markup, no HTML, no link and no mention is seen in it.

    White space is made single, what cannot be seen is replaced, and long text is cut.
    """
    clean = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in " ".join(text.split()))
    if len(clean) > LONGEST:
        clean = clean[: LONGEST - 1].rstrip() + "…"
    if not clean:
        return "*empty*"
    fence = "`" * (1 + max(map(len, re.findall("`+", clean)), default=0))
    pad = " " if clean.startswith("`") or clean.endswith("`") else ""
    if in_table:
        clean = clean.replace("|", r"\|")  # a bar ends a cell, even in code
    return f"{fence}{pad}{clean}{pad}{fence}"
