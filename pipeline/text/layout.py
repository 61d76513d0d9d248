"""Give every line of an article one kind: first by its own words, then by its place among the others."""

from collections.abc import Sequence

from pipeline.records import BlockKind
from pipeline.text import bylines, captions, titles
from pipeline.text.boilerplate import is_boilerplate, is_navigation, is_slug
from pipeline.text.dates import is_date_line
from pipeline.text.lines import Line

TOP = 12  # lines among which a headline is looked for
DECKS = 3  # sub-headlines at most
Kinds = list[BlockKind | None]


def line_kinds(lines: Sequence[Line]) -> list[BlockKind]:
    """Give the kind of each line, in order."""
    kinds: Kinds = [_own_kind(line.text) for line in lines]
    lead = _label_top(lines, kinds)
    _label_middle(lines, kinds, lead)
    _label_end(lines, kinds, lead)
    return [kind or "body" for kind in kinds]


def _own_kind(line: str) -> BlockKind | None:
    """Give the kind that a line shows without its neighbours; None for prose and titles."""
    if bylines.is_byline(line):
        return "byline"
    if captions.is_caption(line):
        return "caption"
    if is_boilerplate(line):
        return "boilerplate"
    return None


def _label_top(lines: Sequence[Line], kinds: Kinds) -> int:
    """Label what stands above the first line of prose; return the index of that line."""
    headlines = 0
    bylines_seen = False
    _free_headline(lines, kinds)
    for index, line in enumerate(lines[:TOP]):
        if headlines and kinds[index] == "boilerplate" and bylines.is_name_with_post(line.text):
            kinds[index] = "byline"
        if kinds[index] is not None:
            bylines_seen = bylines_seen or (kinds[index] == "byline" and headlines > 0)
            continue
        kind = _top_kind(lines, kinds, index, headlines, bylines_seen)
        if kind is None:
            break
        kinds[index] = kind
        headlines += kind == "headline"
        bylines_seen = bylines_seen or kind == "byline"
    else:
        index = min(TOP, len(lines))
    _mend_header(lines, kinds)
    return index


def _free_headline(lines: Sequence[Line], kinds: Kinds) -> None:
    """Unlabel a first line that begins like a link ("Poll: …", "Read the order …") but is the only title."""
    if len(lines) < 2 or kinds[0] != "boilerplate" or len(lines[0].text.split()) < 4:
        return
    others = [i for i in range(1, min(TOP, len(lines))) if kinds[i] is None]
    titled = others and titles.is_deck(lines[others[0]].text, followed_by_byline=False)
    if not titled and titles.is_headline(lines[0].text, False, False) and not is_navigation(lines[0].text):
        kinds[0] = None


def _top_kind(
    lines: Sequence[Line], kinds: Kinds, index: int, headlines: int, bylines_seen: bool
) -> BlockKind | None:
    """Label one line above the prose; None when it is prose itself."""
    text = lines[index].text
    below: Sequence[BlockKind | None] = kinds[index + 1 : index + 3]
    byline_below = "byline" in below[:1] or _name_and_post(lines, kinds, index + 1)
    if headlines == 0 and is_slug(text) and index + 1 < len(lines):
        return "boilerplate"
    credited = below[:1] == ["caption"] and captions.is_credit(lines[index + 1].text)
    if credited and headlines and not titles.is_speech(text):
        return "caption"
    if headlines == 0:
        repeated = any(text == line.text for line in lines[index + 1 : TOP])
        found = repeated or titles.is_headline(text, byline_below, index + 1 == len(lines))
        return "headline" if found else None
    if captions.looks_like_picture_line(text):
        return "caption"
    if text.lower().strip(": ") in titles.HEADING_LABELS or titles.is_numbered(text):
        return "heading" if titles.is_heading_like(text) else None
    if (bylines.is_name(text) and (bylines_seen or byline_below or len(text) <= 40)) or bylines.is_name_with_post(text):
        return "byline"
    if bylines_seen and len(text.split()) <= 3 and titles.is_heading_like(text):
        return "heading"
    if titles.is_question(text) and index + 1 < len(lines) and bylines_seen:
        return "heading"
    if headlines < 1 + DECKS and titles.is_deck(text, byline_below):
        return "headline"
    return None


def _name_and_post(lines: Sequence[Line], kinds: Kinds, index: int) -> bool:
    """Tell whether a bare name followed by an outlet, a post or a date stands at `index`."""
    if index + 1 >= len(lines) or kinds[index] is not None:
        return False
    return bylines.is_name(lines[index].text) and kinds[index + 1] == "byline"


def _mend_header(lines: Sequence[Line], kinds: Kinds) -> None:
    """A date that shares its paragraph with navigation above the headline belongs to the site."""
    for index in range(min(TOP, len(lines)) - 1):
        if kinds[index] == "headline":
            return
        near = not lines[index + 1].gap and is_navigation(lines[index + 1].text)
        if kinds[index] == "byline" and near and is_date_line(lines[index].text):
            kinds[index] = "boilerplate"


def _label_middle(lines: Sequence[Line], kinds: Kinds, lead: int) -> None:
    """Label headings, lists and links between the lines of prose."""
    open_lines = [i for i in range(lead, len(lines)) if kinds[i] is None]
    questions = sum(titles.is_question(lines[i].text) for i in open_lines)
    index = lead
    while index < len(lines):
        if kinds[index] is not None or index == lead:
            index += 1
            continue
        text = lines[index].text
        if text[0].islower():
            kinds[index] = _continued(kinds, lines, index)
            index += 1
            continue
        stop = index
        while stop < len(lines) and kinds[stop] is None and _stands_out(lines, stop, questions):
            stop += 1
        if stop > index:
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
        few = len(text.split()) <= 6 or titles.is_title_case(text) or titles.is_numbered(text)
        return titles.is_question(text) and (questions > 1 or few)
    return True


def _label_run(lines: Sequence[Line], kinds: Kinds, start: int, stop: int) -> None:
    """Label neighbouring lines that stand out: headings, items of a list, or links."""
    size = stop - start
    announced = lines[start - 1].text.endswith(":") and kinds[start - 1] in (None, "body")
    for index in range(start, stop):
        text = lines[index].text
        asked = text.endswith("?") or titles.is_numbered(text)
        if announced and not asked and (size > 1 or stop == len(lines)):
            kinds[index] = "body"
        elif titles.is_shouted(text) and not asked and (len(text.split()) >= 5 or ":" in text):
            kinds[index] = "boilerplate"
        elif size > 3 and not asked:
            kinds[index] = "boilerplate"
        else:
            kinds[index] = "heading"


def _continued(kinds: Kinds, lines: Sequence[Line], index: int) -> BlockKind:
    """A line that begins small goes on with the line above, unless that one was complete."""
    above = kinds[index - 1] if index else None
    if above in ("boilerplate", "byline", "caption") and not titles.ends_sentence(lines[index - 1].text):
        return above
    return "body"


def _label_end(lines: Sequence[Line], kinds: Kinds, lead: int) -> None:
    """Label what stands below the last line of prose: notes on the writers, links, furniture."""
    index = len(lines) - 1
    noted = len(lines)
    while index > lead:
        kind = _end_kind(lines, kinds, index)
        if kind is None:
            break
        kinds[index] = kind
        if kind == "byline" and not is_date_line(lines[index].text):
            noted = index
        index -= 1
    for below in range(noted + 1, len(lines)):
        if kinds[below] in (None, "body", "heading"):
            kinds[below] = "boilerplate"


def _end_kind(lines: Sequence[Line], kinds: Kinds, index: int) -> BlockKind | None:
    """Label one line of the end; None when it is prose."""
    text = lines[index].text
    kind = kinds[index]
    if kind in ("byline", "boilerplate", "caption"):
        return kind
    if bylines.is_note(text):
        return "byline"
    if (bylines.is_bio(text) or _is_about_author(lines, kinds, index)) and not _named_before(lines, kinds, index):
        return "byline"
    if kind == "heading":
        if bylines.is_name(text):
            return "byline"
        return None if titles.SAYING.search(text) else "boilerplate"
    below = kinds[index + 1] if index + 1 < len(lines) else None
    if below == "byline" and bylines.continues_note(text) and bylines.is_bio(lines[index - 1].text):
        return "byline"
    return None


def _is_about_author(lines: Sequence[Line], kinds: Kinds, index: int) -> bool:
    """Tell whether a line opens with the surname of somebody whom a byline at the top names."""
    signed = [lines[i].text for i in range(min(TOP, index)) if kinds[i] == "byline"]
    authors = {w.strip(".,|").lower() for text in signed if not is_date_line(text) for w in text.split() if w[0].isupper()}
    surname = _surname(lines[index].text)
    return len(lines[index].text) <= 400 and len(surname) > 2 and surname.lower() in authors


def _surname(text: str) -> str:
    """Give the last of the capital words that open a note on a writer."""
    surname = ""
    for word in text.lstrip("—–-*(• ").split()[:7]:
        plain = word.strip(".,|()")
        if not plain[:1].isupper():
            if plain == "the" or not plain:
                continue
            break
        surname = plain.removesuffix("’s").removesuffix("'s")
        if word.endswith(","):
            break
    return surname


def _named_before(lines: Sequence[Line], kinds: Kinds, index: int) -> bool:
    """Tell whether the person whom a note introduces already acts in the prose above."""
    surname = _surname(lines[index].text)
    prose = (lines[i].text for i in range(index) if kinds[i] in (None, "body"))
    return len(surname) > 2 and any(surname in text for text in prose)
