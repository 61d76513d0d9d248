"""Persons by the title before their name, the given name, the byline and the transcript's speaker label."""

from collections import Counter

from pipeline.entities.lexicon import words
from pipeline.entities.lexicon.given import given_names
from pipeline.entities.mention import Mention
from pipeline.entities.page import Page
from pipeline.entities.places import sure_places
from pipeline.entities.towns import towns

_MAX_NAME = 6  # tokens, hyphens and initials included


def find_people(page: Page) -> list[Mention]:
    """Find names behind a title ("state Rep. Ana Ruiz") or "By" at the start of a line."""
    titles, given, found, labels = words("titles"), given_names(), [], []
    for i in page.capitals:
        word = page.words[i]
        if word in titles:
            end = name_end(page, i + 1) if page.same(i, i + 1) else i
            if end > i + 1:
                found.append(Mention(i + 1, end, "PERSON", "title", 2))
        elif word in {"By", "BY"} and page.opens(i):
            end = name_end(page, i + 1) if page.same(i, i + 1) else i
            if end > i + 2:
                found.append(Mention(i + 1, end, "PERSON", "byline", 2))
        elif word in given or (word.isupper() and word.capitalize() in given):
            end = _given_end(page, i)
            if end > i + 1:
                found.append(Mention(i, end, "PERSON", "given", 1))
        elif not page.word(i - 1, i)[:1].isupper():
            end = name_end(page, i)
            if end > i + 1 and _explained(page, i, end):
                found.append(Mention(i, end, "PERSON", "apposition", 1))
        if word.isupper() and len(word) > 2 and page.word(i + 1, i) == ":":
            labels.append(i)
    return found + _speakers(page, labels)


def _explained(page: Page, start: int, end: int) -> bool:
    """Tell whether "who" or an age follows the name, or "said" stands before it and an explanation follows."""
    if page.word(end, start) != "," or _is_place_name(page, start, end):
        return False
    after = page.word(end + 1, start)
    aged = after.isdigit() and len(after) == 2 and page.word(end + 2, start) in {",", ".", ""}
    said = page.word(start - 1, start) in words("speech") and after in {"a", "an", "the"}
    return after == "who" or aged or said or after in words("roles")


def _is_place_name(page: Page, start: int, end: int) -> bool:
    last = page.words[end - 1]
    heads = ("settled_heads", "built_heads", "natural_heads", "law_heads", "media_heads")
    return any(last in words(group) for group in heads) or page.surface(start, end) in towns()


def _given_end(page: Page, i: int) -> int:
    end, word, after = name_end(page, i), page.words[i], page.word(i + 1, i)
    if word in sure_places() or (after.isupper() and len(after) > 2) != word.isupper():
        return i
    return i if _is_place_name(page, i, end) else end


def _speakers(page: Page, labels: list[int]) -> list[Mention]:
    """Find "SOLBERG:" at the beginning of at least two lines, or with a given name before it."""
    found = []
    names = Counter(page.words[i] for i in labels if page.opens(i))
    for i in labels:
        start = i
        while i - start < _MAX_NAME and page.word(start - 1, i).isupper() and page.words[start - 1] not in {"THE", "A"}:
            start -= 1
        repeated = start == i and names[page.words[i]] > 1
        if page.opens(start) and (repeated or (i - start == 1 and page.words[i] in names)):
            found.append(Mention(start, i + 1, "PERSON", "transcript", 2))
    return found


def name_end(page: Page, start: int) -> int:
    """Walk right over a person's name; gives `start` where none begins there."""
    if start >= len(page.words) or not _is_part(page, start):
        return start
    end = start + 1
    while end - start < _MAX_NAME and page.same(start, end):
        word = page.words[end]
        if word in words("initialled") or _is_part(page, end):
            end += 1
        elif step := _leads_on(page, end):
            end += step
        else:
            break
    return end


def _leads_on(page: Page, i: int) -> int:
    """Count the tokens that a hyphen, particles ("de la") or the comma before "Jr." join to the name; 0 for none."""
    word, after = page.words[i], page.word(i + 1, i)
    if word == "-":
        return 2 if page.joined(i - 1) and page.joined(i) and after[:1].isupper() else 0
    if word == ",":
        return 2 if after in words("initialled") else 0
    if word not in words("particles"):
        return 0
    size = 2 if after in words("particles") else 1
    return size + 1 if page.word(i + size, i)[:1].isupper() else 0


def _is_part(page: Page, i: int) -> bool:
    word = page.words[i]
    if not word[0].isupper() or word in words("function") or word in words("titles") or word in words("months"):
        return False
    if word in words("of_heads") or word in words("body_heads") or word in words("weekdays"):
        return False
    return len(word) > 1 and (word[-1] != "." or len(word) == 2 or word.count(".") > 1)
