"""Label the lines that stand out among the prose: headings, items of lists, links."""

from collections.abc import Sequence

from pipeline.records import BlockKind
from pipeline.text import titles
from pipeline.text.lines import Line

Kinds = list[BlockKind | None]
LINKS = 4  # as many short lines in a row are links
SHOUTED_LINK = 5  # words of a line in capitals that make it a link rather than a heading
SHORT_QUESTION = 8  # words


def label_middle(lines: Sequence[Line], kinds: Kinds, lead: int) -> None:
    """Fill in the kinds of short lines below the lead; prose stays None.

    Args:
        lines: all lines of the article.
        kinds: changed in place.
        lead: index of the first line of prose.
    """
    questions = sum(titles.is_question(lines[i].text) for i in range(lead, len(lines)) if kinds[i] is None)
    index = lead + 1
    while index < len(lines):
        if kinds[index] is not None:
            index += 1
            continue
        if lines[index].text[0].islower():
            kinds[index] = _continued(lines, kinds, index)
            index += 1
            continue
        stop = index
        while stop < len(lines) and kinds[stop] is None and _stands_out(lines, stop, questions):
            stop += 1
        _label_run(lines, kinds, index, stop)
        index = max(stop, index + 1)


def _stands_out(lines: Sequence[Line], index: int, questions: int) -> bool:
    """Tell whether a line looks like a heading or a link among prose."""
    text = lines[index].text
    if titles.is_speech(text) or not titles.is_heading_like(text):
        return False
    if index + 1 < len(lines) and lines[index + 1].text[0].islower():
        return False  # a line of prose that was broken in two
    if text.endswith("?"):
        short = len(text.split()) <= SHORT_QUESTION or titles.is_title_case(text) or titles.is_numbered(text)
        return titles.is_question(text) and (questions > 1 or short)
    return True


def _label_run(lines: Sequence[Line], kinds: Kinds, start: int, stop: int) -> None:
    """Label neighbouring lines that stand out."""
    size = stop - start
    announced = lines[start - 1].text.endswith(":") and kinds[start - 1] in (None, "body")
    for index in range(start, stop):
        text = lines[index].text
        asked = text.endswith("?") or titles.is_numbered(text)
        if asked:
            kinds[index] = "heading"
        elif announced and (size > 1 or stop == len(lines)):
            kinds[index] = "body"
        elif titles.is_shouted(text) and (len(text.split()) >= SHOUTED_LINK or ":" in text):
            kinds[index] = "boilerplate"
        else:
            kinds[index] = "boilerplate" if size >= LINKS else "heading"


def _continued(lines: Sequence[Line], kinds: Kinds, index: int) -> BlockKind:
    """A line that begins small goes on with the line above, unless that one was complete."""
    above = kinds[index - 1]
    whole = titles.ends_sentence(lines[index - 1].text)
    return above if above in ("boilerplate", "byline", "caption") and not whole else "body"
