"""Give every line of an article one kind: first by its own words, then by its place among the others."""

from collections.abc import Sequence

from pipeline.records import BlockKind
from pipeline.text import bylines, captions, titles
from pipeline.text.boilerplate import is_boilerplate
from pipeline.text.ending import label_end
from pipeline.text.heading_runs import label_middle
from pipeline.text.lines import Line
from pipeline.text.opening import label_top

Kinds = list[BlockKind | None]


def line_kinds(lines: Sequence[Line]) -> list[BlockKind]:
    """Give the kind of each line, in order."""
    kinds: Kinds = [_own_kind(line.text) for line in lines]
    lead = label_top(lines, kinds)
    label_middle(lines, kinds, lead)
    label_end(lines, kinds, lead)
    _label_credited(lines, kinds, lead)
    return [kind or "body" for kind in kinds]


def _own_kind(line: str) -> BlockKind | None:
    """Give the kind that a line shows without its neighbours; None for prose and titles."""
    if titles.is_list_label(line):
        return "heading"
    if bylines.is_byline(line) or line.lower().startswith("contributing: "):
        return "byline"
    if captions.is_caption(line):
        return "caption"
    if is_boilerplate(line):
        return "boilerplate"
    return None


def _label_credited(lines: Sequence[Line], kinds: Kinds, lead: int) -> None:
    """A short line with a credit right below it, and no blank line between, is the caption."""
    for index in range(lead, len(lines) - 1):
        below = lines[index + 1]
        if kinds[index] is None and kinds[index + 1] == "caption" and not below.gap:
            short = len(lines[index].text) <= captions.HEAD and captions.is_credit(below.text)
            if short and not titles.is_speech(lines[index].text):
                kinds[index] = "caption"
