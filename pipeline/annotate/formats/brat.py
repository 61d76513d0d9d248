"""brat standoff: a folder with a .txt and an .ann for each article, and the annotation.conf that brat asks for.

T are sentences and spans, A their fields, R the links; a note (#) on a sentence names its `speaker: …`, one on a part of
an attribution its `attribution: …`. Parts of one content are one discontinuous T.
"""

from collections.abc import Sequence

from pipeline.annotate.check import ENTITY_LABELS
from pipeline.annotate.flat import VALUES
from pipeline.annotate.regions import NUMBER, RELATIONS, SENTENCE, TIE, Region, regions_of
from pipeline.annotate.task import Task
from pipeline.errors import UsageError
from pipeline.gold.corpus import ATTRIBUTION
from pipeline.gold.file_names import folded

SPEAKER = "speaker"
ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}  # a note is one line


def dump(tasks: Sequence[Task]) -> dict[str, str]:
    """Give the files by name.

    Raises:
        UsageError: two ids would be one file on some systems.
    """
    names: dict[str, str] = {}
    for task in tasks:
        if (other := names.setdefault(folded(task.card.id), task.card.id)) != task.card.id:
            what = f"{task.card.id!r} and {other!r} would be one file where case makes no difference"
            raise UsageError(what, "brat", "export them apart with --article, or take jsonl")
    files = {f"{task.card.id}.txt": task.text for task in tasks}
    return {**files, **{f"{task.card.id}.ann": _standoff(task) for task in tasks}}


def config() -> str:
    """Give annotation.conf; `attribution` leads from the content to source and cue, or to a further part of the content."""
    parts = "|".join(ATTRIBUTION)
    lines = ["[entities]", SENTENCE, *ATTRIBUTION, *sorted(ENTITY_LABELS), "", "[relations]"]
    lines += [f"{name}\tArg1:{SENTENCE}, Arg2:{SENTENCE}" for name in RELATIONS]
    lines += [f"{TIE}\tArg1:{parts}, Arg2:{parts}", "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>"]
    lines += ["", "[events]", "", "[attributes]"]
    lines += [f"{name}\tArg:{SENTENCE}, Value:{'|'.join(values)}" for name, values in VALUES.items()]
    return "\n".join(lines) + "\n"


def _standoff(task: Task) -> str:
    regions, links = regions_of(task)
    groups = _joined(regions)
    number = {region.key: n for n, group in enumerate(groups, 1) for region in group}
    marks: list[str] = []
    fields: list[str] = []
    notes: list[str] = []
    for n, group in enumerate(groups, 1):
        bounds = ";".join(f"{r.start} {r.end}" for r in group)
        shown = " ".join(one_line(task.text[r.start : r.end]) for r in group)
        marks.append(f"T{n}\t{group[0].label} {bounds}\t{shown}")
        for name, value in group[0].fields.items():
            if name in (SPEAKER, NUMBER):
                notes.append(f"#{len(notes) + 1}\tAnnotatorNotes T{n}\t{name}: {escape(value)}")
            else:
                fields.append(f"A{len(fields) + 1}\t{name} T{n} {value}")
    ends = [(number[link.source], number[link.target], link.label) for link in links]
    ties = [f"{label} Arg1:T{a} Arg2:T{b}" for a, b, label in ends if a != b]
    relations = [f"R{n}\t{tie}" for n, tie in enumerate(ties, 1)]
    return "".join(line + "\n" for line in (*marks, *fields, *relations, *notes))


def _joined(regions: Sequence[Region]) -> list[list[Region]]:
    """Put parts of one content together, as far as they do not overlap."""
    groups: list[list[Region]] = []
    open_groups: dict[str, list[Region]] = {}
    for region in regions:
        number = region.fields.get(NUMBER) if region.label == "content" else None
        last = open_groups.get(number) if number is not None else None
        if last is not None and last[-1].end <= region.start:
            last.append(region)
            continue
        groups.append([region])
        if number is not None:
            open_groups[number] = groups[-1]
    return groups


def one_line(text: str) -> str:
    """Give a text as an .ann shows it."""
    return text.replace("\r", " ").replace("\n", " ")


def escape(value: str) -> str:
    """Put a value on one line."""
    return "".join(ESCAPES.get(c, c) for c in value)
