"""Label what stands above the lead: headline, sub-headlines, bylines, captions, furniture."""

from collections.abc import Sequence

from pipeline.records import BlockKind
from pipeline.text import bylines, captions, titles
from pipeline.text.boilerplate import is_navigation, is_slug
from pipeline.text.dates import is_date_line
from pipeline.text.lines import Line

Kinds = list[BlockKind | None]
TOP = 12  # lines among which a headline is looked for
DECKS = 3  # sub-headlines at most
LONE_NAME = 40  # characters of a name that counts as a byline without another one near


def label_top(lines: Sequence[Line], kinds: Kinds) -> int:
    """Fill in the kinds of the lines above the first line of prose; return the index of that line.

    Args:
        lines: all lines of the article.
        kinds: the kind that each line shows by its own words, None for prose and titles; changed in place.
    """
    headlines = 0
    signed = False  # a byline stands below the headline
    lead = 0
    _free_headline(lines, kinds)
    for index, line in enumerate(lines[:TOP]):
        if headlines and kinds[index] == "boilerplate" and bylines.is_name_with_post(line.text):
            kinds[index] = "byline"
        if kinds[index] is None:
            kind = _kind(lines, kinds, index, headlines, signed)
            if kind is None:
                break
            kinds[index] = kind
        headlines += kinds[index] == "headline"
        signed = signed or (kinds[index] == "byline" and headlines > 0)
        lead = index + 1
    _mend_site_date(lines, kinds)
    return lead


def _free_headline(lines: Sequence[Line], kinds: Kinds) -> None:
    """Unlabel a first line that begins like a link ("Poll: …", "Read the order …") but is the only title."""
    if len(lines) < 2 or kinds[0] != "boilerplate" or len(lines[0].text.split()) < 4:
        return
    first = lines[0].text
    other = next((line.text for line, kind in zip(lines[1:TOP], kinds[1:TOP], strict=True) if kind is None), None)
    titled = other is not None and titles.is_deck(other, above_byline=False)
    if not titled and titles.is_headline(first, above_byline=False, alone=False) and not is_navigation(first):
        kinds[0] = None


def _kind(lines: Sequence[Line], kinds: Kinds, index: int, headlines: int, signed: bool) -> BlockKind | None:
    """Give the kind of one line; None when it is prose."""
    text = lines[index].text
    above_byline = kinds[index + 1 : index + 2] == ["byline"] or _is_signed_name(lines, kinds, index + 1)
    if headlines == 0:
        return _first_kind(lines, index, above_byline)
    below_byline = index > 0 and kinds[index - 1] == "byline" and not lines[index].gap
    if bylines.is_name(text) and text.isupper():
        return "byline"
    if _is_credited(lines, kinds, index) or captions.looks_like_picture_line(text):
        return "caption"
    if text.lower().replace("’", "'").strip(": ") in titles.HEADINGS or titles.is_numbered(text):
        return "heading" if titles.is_heading_like(text) else None
    if below_byline and bylines.is_outlet_like(text):
        return "byline"
    alone = signed or above_byline or len(text) <= LONE_NAME
    if (alone and bylines.is_name(text)) or bylines.is_name_with_post(text):
        return "byline"
    if index + 1 < len(lines) and (_is_tag(text) or (signed and titles.is_question(text))):
        return "heading"
    if headlines <= DECKS and titles.is_deck(text, above_byline=above_byline):
        return "headline"
    return None


def _first_kind(lines: Sequence[Line], index: int, above_byline: bool) -> BlockKind | None:
    """Give the kind of a line with no headline above it."""
    text = lines[index].text
    last = index + 1 == len(lines)
    if is_slug(text) and not last:
        return "boilerplate"
    repeated = any(text == line.text for line in lines[index + 1 : TOP])
    return "headline" if repeated or titles.is_headline(text, above_byline=above_byline, alone=last) else None


def _is_tag(text: str) -> bool:
    return len(text.split()) <= 3 and titles.is_heading_like(text)


def _is_credited(lines: Sequence[Line], kinds: Kinds, index: int) -> bool:
    """Tell whether only a credit stands below, which makes a line its caption."""
    below = kinds[index + 1 : index + 2] == ["caption"] and captions.is_credit(lines[index + 1].text)
    return below and not titles.is_speech(lines[index].text)


def _is_signed_name(lines: Sequence[Line], kinds: Kinds, index: int) -> bool:
    """Tell whether a bare name followed by an outlet, a post or a date stands at `index`."""
    if index + 1 >= len(lines) or kinds[index] is not None:
        return False
    return bylines.is_name(lines[index].text) and kinds[index + 1] == "byline"


def _mend_site_date(lines: Sequence[Line], kinds: Kinds) -> None:
    """A date that shares its paragraph with navigation above the headline belongs to the site."""
    for index in range(min(TOP, len(lines)) - 1):
        if kinds[index] == "headline":
            return
        near = not lines[index + 1].gap and is_navigation(lines[index + 1].text)
        if kinds[index] == "byline" and near and is_date_line(lines[index].text):
            kinds[index] = "boilerplate"
