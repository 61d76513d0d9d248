"""One label for all mentions of a name: the model, the words around each mention and full names have votes."""

from collections.abc import Mapping, Sequence

from pipeline.entities.lexicon import words
from pipeline.entities.mention import MODEL, NUMERIC, Mention
from pipeline.entities.page import Page
from pipeline.entities.towns import towns

_ORDER = ("PERSON", "GPE", "ORG", "NORP", "LOC", "FAC", "LAW", "EVENT", "WORK_OF_ART", "PRODUCT", "LANGUAGE")
_FULL_NAME, _FULL, _TOWN, _PLAIN_TOWN, _CUE, _LIST = 4.0, 1.5, 2.5, 1.5, 2.0, 2.0
Key = tuple[str, ...]


def label_names(
    page: Page, mentions: Sequence[Mention], cover: list[Mention | None], surnames: Mapping[str, object]
) -> dict[Key, str]:
    """Give the label of each name that the model alone found, by its words."""
    votes: dict[Key, dict[str, float]] = {}
    placed = {
        tuple(page.words[m.start : m.end])
        for m in mentions
        if m.method in {"state", "place", "dateline"} and m.label == "GPE"
    }
    for m in mentions:
        if m.method != MODEL or m.label in NUMERIC:
            continue
        key = tuple(page.words[m.start : m.end])
        if key not in votes:
            votes[key] = _prior(key, surnames)
            if key in placed:
                votes[key]["GPE"] = votes[key].get("GPE", 0.0) + _FULL_NAME
        _count(page, m, cover, votes[key])
    return {
        key: max(_ORDER, key=lambda label: (tally.get(label, 0.0), -_ORDER.index(label)))
        for key, tally in votes.items()
    }


def _prior(key: Key, surnames: Mapping[str, object]) -> dict[str, float]:
    tally: dict[str, float] = {}
    if key[-1] in surnames and (len(key) == 1 or "-" in key):
        tally["PERSON"] = _FULL_NAME
    elif " ".join(key) in towns():
        tally["GPE"] = _PLAIN_TOWN if key[0] in words("plain_towns") else _TOWN
    return tally


def _count(page: Page, m: Mention, cover: list[Mention | None], tally: dict[str, float]) -> None:
    def add(label: str, weight: float) -> None:
        tally[label] = tally.get(label, 0.0) + weight

    several = m.end - m.start > 1
    settled = several and page.words[m.start] in words("settled_firsts")
    add(m.label, _FULL if several and m.label == "PERSON" and not settled else 1.0)
    if settled:
        add("GPE", _CUE)
    before, after = page.word(m.start - 1, m.start), page.word(m.end, m.start)
    if several and m.label not in {"PERSON", "LOC", "GPE"}:
        return
    placed = before in words("place_before") or after in words("place_after")
    if placed or (before == "of" and page.word(m.start - 2, m.start) in words("place_nouns")):
        add("GPE", _CUE)
    if several:
        return
    if after in words("speech") or before in {"said", "says"} or after == "who":
        add("PERSON", 1.0 if m.label == "ORG" else _CUE)
    if _beside_place(page, m, cover):
        add("GPE", _LIST)


def _beside_place(page: Page, m: Mention, cover: list[Mention | None]) -> bool:
    """Tell whether the mention stands in a list with a place: "Boston, X and Hartford"."""
    if page.word(m.end, m.start) in {",", "and"} and page.same(m.start, m.end + 1):
        right = cover[m.end + 1]
        if right is not None and right.label == "GPE":
            return True
    if page.word(m.start - 1, m.start) in {",", "and"} and page.same(m.start - 2, m.start):
        left = cover[m.start - 2]
        return left is not None and left.label == "GPE"
    return False
