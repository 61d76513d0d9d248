"""Word lists of the entity rules, read once when first asked for.

`names.txt` holds names with their OntoNotes labels, `words.txt` single words by the part they play in a name.
"""

import re
from functools import cache
from importlib.resources import files

_TOKENS = re.compile(r"'s\b|’s\b|[A-Za-z]\.(?:[A-Za-z]\.)+|\w+-\d+|[\w&]+(?:['’]\w+)*\.?|[^\w\s]")


@cache
def _groups(name: str) -> dict[str, str]:
    groups: dict[str, list[str]] = {}
    for line in files("pipeline.entities.lexicon").joinpath(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            group, _, rest = line.partition(": ")
            groups.setdefault(group, []).append(rest)
    return {group: (";" if name == "names.txt" else " ").join(lines) for group, lines in groups.items()}


@cache
def words(group: str) -> frozenset[str]:
    """Give a group of `words.txt`, each word also in capitals."""
    found = _groups("words.txt")[group].split()
    return frozenset(found) | {word.upper() for word in found}


@cache
def phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Give the names of `names.txt` by first token, longest first, as (tokens, label)."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for label, names in _groups("names.txt").items():
        for name in names.split(";"):
            tokens = tuple(_TOKENS.findall(name.strip()))
            table.setdefault(tokens[0], []).append((tokens, label))
    for entries in table.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return table
