"""Take readings in from a tool: everything is checked first, then all of it is written or nothing."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.annotate.check import NOT_ANNOTATORS, Problem
from pipeline.annotate.earlier import Earlier, read_earlier
from pipeline.annotate.faults import Faults
from pipeline.annotate.formats.registry import Format
from pipeline.annotate.known import Known, known_articles
from pipeline.annotate.labelled import Labelled
from pipeline.annotate.listed import check_name
from pipeline.annotate.reading import Reading, reading_of
from pipeline.annotate.write_all import write_all
from pipeline.errors import UsageError
from pipeline.gold.corpus import Card
from pipeline.gold.file_names import folded, is_file_name
from pipeline.records.jsonl import dump_line

AGAIN = "--replace puts these labels in place of those of the same sentences and keeps all others; or take another name"


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of an import; with `problems` nothing was written."""

    readings: Sequence[Reading]
    problems: Sequence[Problem]
    left_out: Sequence[str]
    people: Sequence[str]  # who labelled, in the tool's words


def import_readings(
    form: Format,
    path: Path,
    annotator: str,
    folder: Path,
    texts: Path,
    out: Path,
    completed_by: str | None,
    over: bool = False,
) -> Imported:
    """Read a tool's file and write its readings as those of `annotator`.

    What `annotator` has read before is a fault, or with `over` is labelled anew, sentence by sentence.

    Raises:
        ArgmapError: the file or an earlier reading cannot be read at all, or the annotator's name cannot be a folder's.
    """
    check_name(annotator, "--annotator")
    if annotator in NOT_ANNOTATORS:
        raise UsageError(f"{annotator!r} is no annotator's folder", "--annotator", "take another name")
    faults = Faults(path)
    chosen = _one_each(form.read(path, faults), completed_by, faults)
    known = known_articles(folder, texts, out, [one.article for one in chosen if is_file_name(one.article)])
    readings = []
    names = {folded(article): article for article in known.listed}
    for found in chosen:
        faults.found += found.problems
        if not is_file_name(found.article):
            fix = "give the article an id of letters, digits, -, _ and ., at most 200"
            faults.add(found.place, "article", f"the id {found.article[:80]!r} is no file name", fix, found.path)
            continue
        if (other := names.setdefault(folded(found.article), found.article)) != found.article:
            what = f"{found.article!r} and {other!r} would be one file where case makes no difference"
            faults.add(found.place, "article", what, "give one of them another id", found.path)
            continue
        others = {p.parent.name for p in folder.glob(f"*/{found.article}.jsonl")} - NOT_ANNOTATORS
        earlier = Earlier()
        mine = folder / annotator / f"{found.article}.jsonl"
        if mine.exists() or mine.with_suffix(".spans.jsonl").exists():
            if over:
                earlier = read_earlier(mine, mine.with_suffix(".spans.jsonl"))
                others -= {annotator}
            else:
                faults.add(found.place, "article", f"{annotator} has read {found.article!r} already", AGAIN, found.path)
        reading = reading_of(found, known, not others, earlier, faults)
        if reading is not None:
            readings.append(reading)
    if not faults.found and readings:
        write_all(_files(readings, known, annotator, folder, texts))
    return Imported(readings, faults.found, faults.left_out, sorted({one.by for one in chosen if one.by}))


def _one_each(labelled: Iterable[Labelled], by: str | None, faults: Faults) -> list[Labelled]:
    """Choose one person's labels of each article."""
    found: dict[str, list[Labelled]] = {}
    for one in labelled:
        found.setdefault(one.article, []).append(one)
    chosen: list[Labelled] = []
    for article, several in sorted(found.items()):
        own = [one for one in several if by is None or one.by == by]
        people = ", ".join(sorted({one.by or "somebody" for one in several}))
        if len(own) == 1:
            chosen += own
        elif own:
            twice = len({one.by for one in own}) < len(own)
            fix = "leave one of them in the tool" if twice else "choose one with --completed-by"
            what = f"{article!r} was labelled several times, by {people}: {', '.join(one.place for one in own)}"
            faults.add(own[1].place, "completed_by", what, fix, own[1].path)
        else:
            faults.leave_out(several[0].place, f"{article} was labelled by {people}, not by {by}")
    return chosen


def _files(readings: Sequence[Reading], known: Known, annotator: str, folder: Path, texts: Path) -> dict[Path, bytes]:
    """Give all files by path; the list of articles comes last."""
    files: dict[Path, bytes] = {}
    for reading in readings:
        article = reading.card.id
        text_file = folder / "articles" / f"{article}.txt"
        if not text_file.exists() and not (article in known.listed and (texts / f"{article}.txt").exists()):
            mark = "\ufeff" if reading.text.startswith("\ufeff") else ""  # readers drop one mark at the head of a file
            files[text_file] = (mark + reading.text).encode()
        files[folder / annotator / f"{article}.jsonl"] = _lines(reading.rows)
        files[folder / annotator / f"{article}.spans.jsonl"] = _lines(reading.spans)
    changed = {
        r.card.id: r.card for r in readings if r.card != known.cards.get(r.card.id) or r.card.id not in known.listed
    }
    if changed:
        files[folder / "articles.jsonl"] = _cards(folder / "articles.jsonl", changed)
    return files


def _lines(records: Iterable[object]) -> bytes:
    return "".join(dump_line(record) + "\n" for record in records).encode()


def _cards(path: Path, changed: dict[str, Card]) -> bytes:
    """Give articles.jsonl with new lines; those of other articles stay as they are, to the letter."""
    lines = {}
    if path.exists():
        lines = {str(json.loads(line)["id"]): line for line in path.read_text("utf-8").split("\n") if line.strip()}
    lines |= {article: dump_line(card) for article, card in changed.items()}
    return "".join(lines[article] + "\n" for article in sorted(lines)).encode()
