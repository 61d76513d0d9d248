"""Bodies and outlets by the head word of their name: Department of X, X Council, the X Tribune."""

from pipeline.entities.lexicon import words
from pipeline.entities.mention import Mention
from pipeline.entities.page import Page

_TITLES_TOO = frozenset({"Attorney", "Justice", "Chief", "General"})  # Justice Department
_MAX_WORDS = 14  # on either side of the head
_QUOTES = frozenset({"'s", "’s", "'", "’"})


def find_bodies(page: Page) -> list[Mention]:
    """Find names of bodies by their head; a head without any other name word is none."""
    of_heads, heads, media = words("of_heads"), words("body_heads"), words("media_heads")
    found = []
    for i in page.capitals:
        word = page.words[i]
        if word in of_heads or word in heads or word in media:
            if word == "District" and page.word(i + 1, i) in words("titles"):  # U.S. District Judge
                continue
            start = left_edge(page, i)
            end = _right_edge(page, i) if word in of_heads else i + 1
            if end - start > 1 and _is_name(page, start, end):
                found.append(Mention(start, end, "ORG", "outlet" if word in media else "body", 2))
            elif word in words("media_alone") and _lone_outlet(page, i):
                found.append(Mention(i, i + 1, "ORG", "outlet", 2))
    return found


def left_edge(page: Page, head: int) -> int:
    """Walk left over the words of a name that ends in token `head`."""
    start = head
    while head - start < _MAX_WORDS and page.same(start - 1, head):
        word, right = page.words[start - 1], page.words[start]
        if _plain_name(page, start - 1):
            start -= 1
        elif _joins(page, start - 1, word, head, right):
            start -= 2
        else:
            break
    while start < head and (
        page.words[start] in words("generic") or (page.words[start] in words("openers") and page.opens(start))
    ):
        start += 1
    return start


def _joins(page: Page, i: int, word: str, head: int, right: str) -> bool:
    """Tell whether token `i` joins the name on its right to the word on its left."""
    left = page.word(i - 1, head)
    if word in _QUOTES:
        return _possessor(page, i, head)
    if word in {"and", "&", ","}:
        return _joins_topics(page, i, head, right)
    if word == "-":
        return page.joined(i - 1) and page.joined(i) and left[:1].isupper()
    return word in {"of", "for", "on"} and left in words("of_heads")


def _plain_name(page: Page, i: int) -> bool:
    word = page.words[i]
    if not word[0].isupper() and not (word[0].isdigit() and word[-1].isalpha()):
        return False
    if word in words("function") or word in words("weekdays"):
        return False
    after = page.word(i + 1, i)
    return word not in words("titles") or after[:1] in {"'", "’"} or after in words("possessors") or word in _TITLES_TOO


def _possessor(page: Page, mark: int, anchor: int) -> bool:
    owner = page.word(mark - 1, anchor)
    return owner in words("possessors") or (
        page.words[mark] in {"'", "’"} and owner[:1].isupper() and owner.endswith("s")
    )


def _joins_topics(page: Page, i: int, anchor: int, right: str) -> bool:
    topics, left = words("topics"), page.word(i - 1, anchor)
    return left in topics and right in topics


def _right_edge(page: Page, head: int) -> int:
    end = head + 1
    while end - head < _MAX_WORDS:
        word = page.word(end, head)
        if word in {"of", "for", "on", "Against", "against"}:
            skip = 2 if page.word(end + 1, head) == "the" else 1
            if not page.word(end + skip, head)[:1].isupper() or _is_day(page.words[end + skip]):
                return end
            end += skip + 1
        elif word[:1].isupper() and end > head + 1 and word not in words("function") and word not in words("titles"):
            end += 1
        elif word in {"and", "&"} and end > head + 1 and _joins_topics(page, end, head, page.word(end + 1, head)):
            end += 2
        else:
            break
    return end


def _is_day(word: str) -> bool:
    return word in words("months") or word in words("month_shorts") or word in words("weekdays")


def _is_name(page: Page, start: int, end: int) -> bool:
    return any(
        page.words[k][0].isupper() and page.words[k] not in words("function") for k in range(start, end - 1)
    ) or (end - start > 2)


def _lone_outlet(page: Page, i: int) -> bool:
    after = page.word(i + 1, i)
    return page.word(i - 1, i) in {"the", "The"} or after in words("staff_words")
