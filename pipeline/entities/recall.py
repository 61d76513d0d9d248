"""What the article has named once is known wherever it stands again."""

from collections.abc import Iterable, Mapping, Sequence

from pipeline.entities.lexicon import words
from pipeline.entities.mention import Mention
from pipeline.entities.page import Page


def full_names(page: Page, mentions: Iterable[Mention]) -> dict[str, tuple[str, ...]]:
    """Give the first full name of a person for each surname."""
    out: dict[str, tuple[str, ...]] = {}
    for m in mentions:
        if m.label != "PERSON":
            continue
        name = tuple(page.words[m.start : m.end])
        while len(name) > 1 and (name[-1] in words("initialled") or name[-1] == ","):
            name = name[:-1]
        if len(name) > 1 or m.method == "title":
            out.setdefault(name[-1], name)
    return out


def find_surnames(page: Page, people: Mapping[str, tuple[str, ...]], cover: Sequence[Mention | None]) -> list[Mention]:
    """Find the surnames of persons on their own, also in capitals as a transcript has them."""
    found = []
    for i in page.capitals:
        word = page.words[i]
        key = word if word in people else word.title() if word.isupper() and len(word) > 2 else ""
        if key not in people or len(key) < 2:
            continue
        there = cover[i]
        if there is None or (there.end - there.start == 1 and there.strength < 2 and there.label != "GPE"):
            found.append(Mention(i, i + 1, "PERSON", "surname", 1))
    return found


def complete(page: Page, m: Mention, before: Mention | None, given: frozenset[str]) -> Mention:
    """Take in the given name and the first half of a hyphened surname that stand left of a person's surname."""
    if m.label != "PERSON" or m.method in {"title", "byline"}:
        return m
    start, floor = m.start, before.end if before else 0
    while start - 1 >= floor and page.same(start - 1, start):
        word, first = page.words[start - 1], page.word(start - 2, start)
        if (
            word == "-"
            and page.joined(start - 2)
            and page.joined(start - 1)
            and first[:1].isupper()
            and start - 2 >= floor
        ):
            if first in {"Pro", "Anti", "Non", "Ex"}:
                break
            start -= 2
        elif _given(page, start - 1, m.end, given):
            start -= 1
        else:
            break
    return m if start == m.start else m._replace(start=start, method="completed")


def _given(page: Page, i: int, end: int, given: frozenset[str]) -> bool:
    word = page.words[i]
    if not word[0].isupper() or not word[-1].isalpha() or len(word) < 2:
        return False
    if any(word in words(group) for group in ("function", "titles", "generic", "openers", "weekdays", "months")):
        return False
    after = page.word(end, i)
    return (
        word.capitalize() in given
        or not page.opens(i)
        or after == "who"
        or (after == "," and page.word(end + 1, i) == "who")
    )


def find_again(page: Page, labels: Mapping[tuple[str, ...], str], cover: Sequence[Mention | None]) -> list[Mention]:
    """Find further mentions of the names that the model found somewhere else."""
    known = dict(labels)
    known.update(
        (tuple(page.words[m.start : m.end]), m.label) for m in cover if m and m.method in {"state", "dateline"}
    )
    known = {
        key: label for key, label in known.items() if key[0][0].isupper() and key[0].lower() not in page.vocabulary
    }
    sizes: dict[str, set[int]] = {}
    for key in known:
        sizes.setdefault(key[0], set()).add(len(key))
    found = []
    for i in page.capitals:
        for size in sorted(sizes.get(page.words[i], ()), reverse=True):
            key = tuple(page.words[i : i + size])
            if key in known and page.same(i, i + size - 1) and not any(cover[i : i + size]):
                found.append(Mention(i, i + size, known[key], "again", 1))
                break
    return found
