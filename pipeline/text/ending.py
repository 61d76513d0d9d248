"""Label what stands below the last line of prose: notes on the writers, links, furniture."""

from collections.abc import Sequence

from pipeline.records import BlockKind
from pipeline.text import bylines, notes, titles
from pipeline.text.dates import is_date_line
from pipeline.text.lexicon import pattern, phrases
from pipeline.text.lines import Line

Kinds = list[BlockKind | None]
TOP = 12  # lines among which the writer's name is looked for
PROMOTION = pattern("boilerplate", "promotions", ignore_case=True)
LONGEST_PROMOTION = 500
LINK_LABELS = phrases("boilerplate", "link_labels")
LONGEST_LINK = 160
MOST = 60  # lines of an ending, so that hostile input stays cheap


def label_end(lines: Sequence[Line], kinds: Kinds, lead: int) -> None:
    """Fill in the kinds of the last lines; prose stays None.

    Args:
        lines: all lines of the article.
        kinds: changed in place.
        lead: index of the first line of prose.
    """
    _label_links(lines, kinds, lead)
    index = len(lines) - 1
    noted = len(lines)  # the first note on a writer
    while index > max(lead, len(lines) - 1 - MOST):
        kind = _kind(lines, kinds, index)
        if kind is None:
            break
        kinds[index] = kind
        if kind == "byline" and not is_date_line(lines[index].text):
            noted = index
        index -= 1
    for below in range(noted + 1, len(lines)):
        if kinds[below] in (None, "body", "heading"):
            kinds[below] = "boilerplate"


def _label_links(lines: Sequence[Line], kinds: Kinds, lead: int) -> None:
    """Label short lines from "Read more" and the like down to the end as links, even where they are sentences."""
    index = len(lines) - 1
    first = len(lines)
    while index > lead and len(lines[index].text) <= LONGEST_LINK and not titles.is_speech(lines[index].text):
        if lines[index].text.strip(": ").lower() in LINK_LABELS:
            first = index
        index -= 1
    for below in range(first, len(lines)):
        if kinds[below] not in ("byline", "caption"):
            kinds[below] = "boilerplate"


def _kind(lines: Sequence[Line], kinds: Kinds, index: int) -> BlockKind | None:
    """Give the kind of one line of the end; None when it is prose."""
    text = lines[index].text
    if kinds[index] in ("byline", "boilerplate", "caption"):
        return kinds[index]
    if notes.is_note(text):
        return "byline"
    if (notes.is_bio(text) or _is_about_author(lines, kinds, index)) and not _acts_above(lines, kinds, index):
        return "byline"
    if is_promotion(text.split(". ")[0]):
        return "boilerplate"
    if kinds[index] == "heading":
        if bylines.is_name(text.rstrip(".")):
            return "byline"
        return None if titles.SAYING.search(text) else "boilerplate"
    below = kinds[index + 1] if index + 1 < len(lines) else None
    if below in ("byline", None) and notes.goes_on_about_writer(text) and notes.is_bio(lines[index - 1].text):
        return "byline"
    return None


def is_promotion(sentence: str) -> bool:
    """Tell whether a sentence below the last prose asks for letters, gifts or subscriptions."""
    return not titles.is_speech(sentence) and bool(PROMOTION.search(sentence[:LONGEST_PROMOTION]))


def _is_about_author(lines: Sequence[Line], kinds: Kinds, index: int) -> bool:
    """Tell whether a line opens with the surname of somebody whom a byline at the top names."""
    name = notes.surname(lines[index].text).lower()
    if len(lines[index].text) > notes.HEAD or len(name) < 3:
        return False
    signed = [lines[i].text for i in range(min(TOP, index)) if kinds[i] == "byline"]
    return any(name == word.strip(".,|").lower() for line in signed if not is_date_line(line) for word in line.split())


def _acts_above(lines: Sequence[Line], kinds: Kinds, index: int) -> bool:
    """Tell whether the person whom a note introduces already acts in the prose above."""
    name = notes.surname(lines[index].text)
    prose = (lines[i].text for i in range(index) if kinds[i] in (None, "body"))
    return len(name) > 2 and any(name in text for text in prose)
