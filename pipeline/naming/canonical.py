"""The canonical name of each mention in its article: surname to full name, acronym to long form."""

import re
from collections.abc import Sequence

from pipeline.naming.consistency import is_full_name, surname
from pipeline.naming.mention import Mention

SMALL = frozenset({"of", "for", "the", "and", "on", "in", "&", "to", "at"})
COUNTRY = ("United States of America", "United States", "U.S.", "U.S.A.", "USA", "US")
LONG_FORM = re.compile(
    r"((?:[A-Z][\w’'.-]*|of|for|the|and|on|&|in)(?: (?:[A-Z][\w’'.-]*|of|for|the|and|on|&|in)){1,9}) \(([A-Z][A-Za-z]{1,9})\)"
)


def initials(name: str) -> str:
    """Give the capital initials of a name: Department of Justice -> DOJ when `of` is kept, DJ otherwise."""
    return "".join(w[0] for w in re.split(r"[\s-]+", name) if w and w not in SMALL)


def stands_for(acronym: str, name: str) -> bool:
    """Tell whether an acronym shortens a name: all its letters are the name's last initials, in order."""
    short = acronym.replace(".", "").upper()
    with_small = "".join(w[0] for w in re.split(r"[\s-]+", name) if w).upper()
    return len(short) >= 2 and (initials(name).upper().endswith(short) or with_small.endswith(short))


def canonical_names(text: str, mentions: Sequence[Mention]) -> list[str]:
    """Give one name a mention, parallel to the input; deterministic, never empty."""
    said = [" ".join(text[m.start : m.end].split()) for m in mentions]
    stated = {m[2]: _long_form(m[1], m[2]) for m in LONG_FORM.finditer(text)}
    bodies = sorted(
        {n for n, m in zip(said, mentions, strict=True) if m.label in ("ORG", "GPE", "LAW")}, key=lambda n: (-len(n), n)
    )
    fullest: dict[str, str] = {}
    for name, m in zip(said, mentions, strict=True):
        if m.label == "PERSON" and is_full_name(name):
            known = fullest.get(surname(name), "")
            if not known or (name.split()[0][:1] == known.split()[0][:1] and len(name) > len(known)):
                fullest[surname(name)] = name
    return [_name(name, m, fullest, stated, bodies) for name, m in zip(said, mentions, strict=True)]


def _long_form(before: str, acronym: str) -> str:
    """Cut what stands before `(ABC)` to the words that the acronym shortens."""
    words = before.split()
    for first in range(len(words) - 1, -1, -1):
        candidate = " ".join(words[first:])
        if words[first] not in SMALL and initials(candidate).upper() == acronym.upper():
            wider = " ".join(words[max(0, first - 1) :])
            return wider if first and words[first - 1] in ("U.S.", "US") else candidate
    return before.removeprefix("the ").removeprefix("The ")


def _name(name: str, m: Mention, fullest: dict[str, str], stated: dict[str, str], bodies: list[str]) -> str:
    if m.label == "PERSON":
        known = fullest.get(surname(name)) or fullest.get(surname(name).title())
        if known and (not is_full_name(name) or name.split()[0] == known.split()[0]):
            return known
        return name
    if m.label == "GPE" and name in COUNTRY:
        return next((form for form in COUNTRY if form in bodies), name)
    if m.label not in ("ORG", "GPE", "LAW"):
        return name
    if name.replace(".", "").isupper() and " " not in name:
        if name in stated:
            return stated[name]
        return next((b for b in bodies if " " in b and stands_for(name, b)), name)
    if m.label == "ORG":
        turned = re.sub(r"^(?:U\.S\. )?(\w+(?: \w+)?) Department$", r"Department of \1", name)
        return next(
            (b for b in bodies if b != name and (f" {name} " in f" {b} " or b.endswith(turned)) and turned != b), name
        )
    if m.label == "GPE":
        return next((b for b in bodies if b == f"{name} County"), name)
    return name
