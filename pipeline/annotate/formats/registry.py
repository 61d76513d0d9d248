"""All formats by name."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.annotate.faults import Faults
from pipeline.annotate.formats import (
    brat,
    brat_read,
    doccano,
    label_studio,
    label_studio_config,
    label_studio_read,
    prodigy,
    project,
    sheet,
    sheet_read,
)
from pipeline.annotate.labelled import Labelled
from pipeline.annotate.task import Task


@dataclass(frozen=True, slots=True)
class Format:
    """What writes tasks and reads them back."""

    name: str
    dump: Callable[[Sequence[Task]], str | dict[str, str]]  # the text of one file, or the files of a folder by name
    read: Callable[[Path, Faults], Iterator[Labelled]]
    suffix: str = ""  # of the one file
    # what the tool must know of labels, by name of file; the first is what `--config` prints
    config: Mapping[str, Callable[[], str]] = field(default_factory=dict)


FORMATS = {
    form.name: form
    for form in (
        Format("label-studio", label_studio.dump, label_studio_read.read, ".json", {label_studio_config.FILE: label_studio_config.config}),
        Format("doccano", doccano.dump, doccano.read, ".jsonl", {"doccano-spans.json": doccano.config, "doccano-relations.json": doccano.relations}),
        Format("prodigy", prodigy.dump, prodigy.read, ".jsonl", {"prodigy-labels.txt": prodigy.config}),
        Format("brat", brat.dump, brat_read.read, "", {"annotation.conf": brat.config}),
        Format("csv", sheet.dump_csv, sheet_read.read, ".csv"),
        Format("tsv", sheet.dump_tsv, sheet_read.read, ".tsv"),
        Format("jsonl", project.dump, project.read, ".jsonl"),
    )
}  # fmt: skip
