"""Persons by the title before their name and by the byline."""

from pipeline.entities.lexicon import words
from pipeline.entities.mention import Mention
from pipeline.entities.page import Page

_MAX_NAME = 6  # tokens, hyphens and initials included


def find_people(page: Page) -> list[Mention]:
    """Find names behind a title ("state Rep. Ana Ruiz") or "By" at the start of a line."""
    titles, found = words("titles"), []
    for i in page.capitals:
        word = page.words[i]
        if word in titles:
            end = name_end(page, i + 1)
            if end > i + 1:
                found.append(Mention(i + 1, end, "PERSON", "title", 2))
        elif word in {"By", "BY"} and page.opens(i):
            end = name_end(page, i + 1)
            if end > i + 2:
                found.append(Mention(i + 1, end, "PERSON", "byline", 2))
    return found


def name_end(page: Page, start: int) -> int:
    """Walk right over a person's name; gives `start` where none begins there."""
    if not page.same(start - 1, start) or not _is_part(page, start):
        return start
    end = start + 1
    while end - start < _MAX_NAME and page.same(start, end):
        word = page.words[end]
        if word in words("initialled") or _is_part(page, end):
            end += 1
        elif word == "-" and page.joined(end - 1) and page.joined(end) and page.words[end + 1][0].isupper():
            end += 2
        elif word in words("particles") and page.word(end + 1, start)[:1].isupper():
            end += 2
        elif word == "," and page.word(end + 1, start) in words("initialled"):
            end += 2
        else:
            break
    return end


def _is_part(page: Page, i: int) -> bool:
    word = page.words[i]
    if not word[0].isupper() or word in words("function") or word in words("titles") or word in words("months"):
        return False
    if word in words("of_heads") or word in words("body_heads") or word in words("weekdays"):
        return False
    return len(word) > 1 and (word[-1] != "." or len(word) == 2 or word.count(".") > 1)
