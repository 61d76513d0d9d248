"""Read a folder of brat standoff: lines T, A (or M), R, # and N; what has no place in a reading is named."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.annotate.faults import Faults
from pipeline.annotate.flat import VALUES, add_field
from pipeline.annotate.formats.brat import SPEAKER, one_line
from pipeline.annotate.from_regions import from_regions
from pipeline.annotate.json_input import whole
from pipeline.annotate.labelled import Labelled, Shown
from pipeline.annotate.regions import NUMBER, TIE, Link, Region
from pipeline.errors import InputError

MARK = re.compile(r"(\S+) (\d+ \d+(?:;\d+ \d+)*)")
FIELD = re.compile(r"(\S+) (\S+)(?: (\S+))?")
RELATION = re.compile(r"(\S+) [^\s:]+:(\S+) [^\s:]+:(\S+)")
NOTE = re.compile(r"\S+ (\S+)\t([a-z]+): (.*)", re.DOTALL)
ESCAPED = re.compile(r"\\([\\nrt])")
FIX = "mend the line, or remove it"


@dataclass
class Standoff:
    """What the lines of one .ann say."""

    path: Path
    text: str
    faults: Faults
    regions: dict[str, list[Region]] = field(default_factory=dict)  # a discontinuous span has several
    fields: dict[str, dict[str, str]] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)

    def fault(self, place: str, name: str, what: str, fix: str = FIX) -> None:
        """Note a fault of this file."""
        self.faults.add(place, name, what, fix, self.path)


def read(path: Path, faults: Faults) -> Iterator[Labelled]:
    """Yield the articles of a folder, or of one .ann."""
    files = sorted(path.glob("*.ann")) if path.is_dir() else [path]
    if not files or not files[0].exists():
        raise InputError("no .ann here", str(path), "name the folder of the .txt and .ann files")
    for ann in files:
        text_file = ann.with_suffix(".txt")
        if not text_file.exists():
            faults.add("1", "text", "its .txt is missing", f"put {text_file.name} beside it", ann)
            continue
        try:
            text = text_file.read_bytes().decode("utf-8")
            lines = ann.read_bytes().decode("utf-8").split("\n")
        except UnicodeDecodeError as error:
            raise InputError("not UTF-8", str(ann), "save .txt and .ann as UTF-8") from error
        yield _article(Standoff(ann, text, faults), lines)


def _article(found: Standoff, lines: list[str]) -> Labelled:
    later = []
    for number, line in enumerate(lines, 1):
        head, _, rest = line.removesuffix("\r").partition("\t")
        if head.startswith("T"):
            _mark(found, str(number), head, rest)
        elif head.strip():
            later.append((str(number), head, rest))
    for place, head, rest in later:  # they speak of T lines wherever these stand
        if head[0] in "AM":
            _field(found, place, rest)
        elif head[0] == "R":
            _relation(found, place, rest)
        elif head[0] == "#":
            _note(found, place, rest)
        elif head[0] == "N":
            found.faults.leave_out(place, f"{found.path.name}: the reference {rest.split()[-1:]}")
        else:
            found.fault(place, "line", f"{head}: a reading has no place for it", "remove the line")
    regions = [
        replace(part, fields=found.fields.get(key, {})) for key, parts in found.regions.items() for part in parts
    ]
    drafts, spans = from_regions(found.path, regions, found.links, found.faults)
    return Labelled(
        path=found.path,
        place="1",
        article=found.path.stem,
        text=found.text,
        drafts=drafts,
        spans=spans,
        shown=found.shown,
    )


def _mark(found: Standoff, place: str, key: str, rest: str) -> None:
    head, _, shown = rest.partition("\t")
    match = MARK.fullmatch(head)
    if not match:
        found.fault(place, "span", f"{head!r} is no label with offsets")
        return
    label = match[1]
    bounds = [tuple(map(int, part.split(" "))) for part in match[2].split(";")]
    in_file = " ".join(one_line(found.text[a:b]) for a, b in bounds)
    if shown and shown != in_file:
        what = f"{shown[:40]!r} is written, {in_file[:40]!r} stands there"
        found.fault(place, "text", what, "restore the .txt, or mark the span again")
    if label != "content" and len(bounds) > 1:
        gaps = [found.text[a[1] : b[0]] for a, b in itertools.pairwise(bounds)]
        if any(gap.strip() for gap in gaps):
            found.fault(
                place, "span", f"a {label} in {len(bounds)} pieces", "mark it in one; a content alone may have several"
            )
        bounds = [(bounds[0][0], bounds[-1][1])]  # brat cuts spans at line breaks
    keys = [key, *(f"{key}.{n}" for n in range(1, len(bounds)))]
    found.regions[key] = [
        Region(key=k, start=a, end=b, label=label, fields={}, place=place)
        for k, (a, b) in zip(keys, bounds, strict=True)
    ]
    found.links += [Link(source=key, target=other, label=TIE, place=place) for other in keys[1:]]


def _field(found: Standoff, place: str, rest: str) -> None:
    match = FIELD.fullmatch(rest)
    if not match or match[2] not in found.regions or match[1] not in VALUES or match[3] is None:
        found.fault(place, "attribute", f"{rest!r} is no field of a sentence that is there")
    else:
        add_field(found.path, place, found.fields.setdefault(match[2], {}), (match[1], match[3]), found.faults)


def _relation(found: Standoff, place: str, rest: str) -> None:
    match = RELATION.fullmatch(rest.rstrip())
    if not match:
        found.fault(place, "relation", f"{rest!r} is no relation")
    else:
        found.links.append(Link(source=match[2], target=match[3], label=match[1], place=place))


def _note(found: Standoff, place: str, rest: str) -> None:
    match = NOTE.fullmatch(rest)
    if not match or match[2] not in (SPEAKER, NUMBER):
        found.faults.leave_out(place, f"{found.path.name}: the note {rest!r}")
    elif match[1] not in found.regions:
        found.fault(place, "note", f"it is on {match[1]}, which is not there")
    elif match[2] == NUMBER and whole(match[3]) is None:
        found.fault(place, NUMBER, f"{match[3]!r} is no whole number")
    else:
        back = {"\\": "\\", "n": "\n", "r": "\r", "t": "\t"}
        value = ESCAPED.sub(lambda m: back[m[1]], match[3])
        add_field(found.path, place, found.fields.setdefault(match[1], {}), (match[2], value), found.faults)
