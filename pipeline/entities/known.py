"""Names known by sight: bodies, parties, outlets, peoples, laws."""

from pipeline.entities.lexicon import phrases, words
from pipeline.entities.mention import Mention
from pipeline.entities.page import Page

# Common words unless they stand inside a sentence, or a name follows.
_SHY = frozenset(
    {"House", "Senate", "Globe", "Capitol", "Hill", "Army", "Navy", "Marines", "Apple", "Slate", "Vox", "Getty"}
)


def find_known(page: Page) -> list[Mention]:
    """Find the names of the lexicon, the longest at each place."""
    table, found, end = phrases(), [], 0
    for i in page.capitals:
        options = table.get(page.words[i])
        if options is None or i < end:
            continue
        for tokens, label in options:
            stop = i + len(tokens)
            if len(tokens) > 1 and (not page.same(i, stop - 1) or tuple(page.words[i:stop]) != tokens):
                continue
            if len(tokens) == 1 and page.words[i] in _SHY and _common(page, i):
                continue
            found.append(Mention(i, stop, label, "known", 2 if len(tokens) > 1 else 1))
            end = stop
            break
    return found


def _common(page: Page, i: int) -> bool:
    after = page.word(i + 1, i)
    return page.opens(i) and not (after[:1].isupper() or after in words("staff_words"))
