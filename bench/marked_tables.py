"""Renew what stands between two markers of a document, so that its figures are those of a command."""

import re
from pathlib import Path


def renew(path: Path, name: str, lines: list[str]) -> None:
    """Put lines between `<!-- name -->` and `<!-- /name -->`.

    Raises:
        ValueError: the document has no such place.
    """
    text = path.read_text(encoding="utf-8")
    place = re.compile(rf"(<!-- {re.escape(name)} -->\n).*?(<!-- /{re.escape(name)} -->)", re.DOTALL)
    body = "\n".join(lines) + "\n"
    new, count = place.subn(lambda m: m[1] + body + m[2], text)
    if count != 1:
        raise ValueError(f"{path} has no place {name}")
    path.write_text(new, encoding="utf-8")
