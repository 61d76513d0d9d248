"""A real Label Studio takes our configuration and tasks, and gives back every offset and label."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from pipeline.annotate.formats.label_studio import dump
from pipeline.annotate.formats.label_studio_config import config
from pipeline.annotate.formats.registry import FORMATS
from pipeline.annotate.import_readings import Imported, import_readings
from pipeline.annotate.task import Task
from pipeline.cli import app
from pipeline.gold.corpus import Card, GoldSpan, Row, read_article, read_cards

pytestmark = pytest.mark.label_studio
SENTENCES = [
    "😀 Limits keep  us safe, Ana Ruiz 𝒳 said.",
    "“It e\u0301 costs,” 👩‍👩‍👧 he שלום said, “much.”",
    "Nobody came.",
]
TEXT = "\r\n".join(SENTENCES) + "\r\n"


def bounds(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def span(words: str, kind: str, number: int | None) -> GoldSpan:
    start, end = bounds(words)
    return GoldSpan(start=start, end=end, type=kind, attribution=number)


def task() -> Task:
    (a, b), (c, d), (e, f) = map(bounds, SENTENCES)
    rows = [
        Row(start=a, end=b, kind="body", stance="pro", speaker="Ana Ruiz 𝒳", quote="indirect", role="claim", to="issue", rel="supports"),
        Row(start=c, end=d, kind="body", stance="anti", speaker=None, quote="mixed", role="premise", to=0, rel="attacks"),
        Row(start=e, end=f, kind="caption", stance="neutral", speaker=None, quote="none", role="none", to=None, rel=None),
    ]  # fmt: skip
    spans = [
        span("Limits keep  us safe", "content", 2), span("Ana Ruiz 𝒳", "PERSON", None), span("Ana Ruiz 𝒳", "source", 2),
        span("said", "cue", 2), span("“It e\u0301 costs,”", "content", 5), span("he שלום", "source", 5), span("“much.”", "content", 5),
    ]  # fmt: skip
    card = Card(id="harlow", split="train", origin="real", title="Harlow 😀", source=None, genre=None, published=None)
    spans.sort(key=lambda s: (s.start, s.end, s.type))
    scores = {2: 0.7, 5: 0.6}
    return Task(
        card=card,
        text=TEXT,
        rows=rows,
        spans=spans,
        given="guess",
        row_scores=[0.9, 0.5, 0.4],
        attribution_scores=scores,
    )


def project_with_tasks(studio: Any) -> int:
    project = int(studio.ask("POST", "projects/", {"title": "argmap", "label_config": config()})["id"])
    studio.ask("POST", f"projects/{project}/import?return_task_ids=true", json.loads(dump([task()])))
    return project


def submit(studio: Any, project: int, cancelled: bool = False) -> None:
    """Accept a task's prediction as the interface does: its regions become an annotation's."""
    for one in studio.ask("GET", f"tasks?project={project}&fields=all")["tasks"]:
        full = studio.ask("GET", f"tasks/{one['id']}/")
        result = copy.deepcopy(full["predictions"][0]["result"])
        for item in result:
            item.pop("score", None)
            if item["type"] != "relation":
                item["origin"] = "prediction"
        body = {"result": result, "was_cancelled": cancelled, "lead_time": 3.2}
        studio.ask("POST", f"tasks/{one['id']}/annotations/", body)


def exported(studio: Any, project: int, form: str, path: Path) -> Path:
    answer = studio.ask("GET", f"projects/{project}/export?exportType={form}&download_all_tasks=true")
    path.write_text(json.dumps(answer, ensure_ascii=False), "utf-8")
    return path


def imported(path: Path, folder: Path, by: str | None = None) -> Imported:
    return import_readings(FORMATS["label-studio"], path, "ana", folder, folder / "none", folder / "none", by)


def test_the_server_accepts_the_configuration(studio: Any) -> None:
    studio.ask("POST", "projects/validate/", {"label_config": config()})


def test_the_server_keeps_predictions_and_their_scores(studio: Any) -> None:
    project = project_with_tasks(studio)
    (one,) = studio.ask("GET", f"tasks?project={project}&fields=all")["tasks"]
    prediction = studio.ask("GET", f"tasks/{one['id']}/")["predictions"][0]
    assert prediction["score"] == pytest.approx(0.6)
    assert prediction["result"] == json.loads(dump([task()]))[0]["predictions"][0]["result"]


def test_every_offset_and_label_comes_back(studio: Any, tmp_path: Path) -> None:
    project = project_with_tasks(studio)
    submit(studio, project)
    path = exported(studio, project, "JSON", tmp_path / "export.json")
    folder = tmp_path / "annotations"
    command = ["annotate", "import", "label-studio", str(path), "--annotator", "ana", "--folder", str(folder)]
    done = CliRunner().invoke(app, command)
    assert done.exit_code == 0, done.output
    (card,) = read_cards(folder)
    found = read_article(folder, tmp_path, card, "ana")
    assert (found.raw.text, found.rows, found.spans) == (TEXT, task().rows, task().spans)
    assert (card.title, card.partial) == ("Harlow 😀", False)


def test_regions_drawn_anew_are_tied_by_their_relations(studio: Any, tmp_path: Path) -> None:
    project = project_with_tasks(studio)
    (one,) = studio.ask("GET", f"tasks?project={project}&fields=all")["tasks"]
    result = json.dumps(json.loads(dump([task()]))[0]["predictions"][0]["result"])
    for number in range(len(task().spans)):
        for attribution in (2, 5):
            result = result.replace(f'"a{attribution}-{number}"', f'"Qx{number}"')
    studio.ask("POST", f"tasks/{one['id']}/annotations/", {"result": json.loads(result)})
    done = imported(exported(studio, project, "JSON", tmp_path / "export.json"), tmp_path / "annotations")
    anew = {2: 1, 5: 2, None: None}
    (reading,) = done.readings
    assert [(s.start, s.end, s.type, s.attribution) for s in reading.spans] == [
        (s.start, s.end, s.type, anew[s.attribution]) for s in task().spans
    ]


def test_a_skipped_task_is_left_out(studio: Any, tmp_path: Path) -> None:
    project = project_with_tasks(studio)
    submit(studio, project, cancelled=True)
    done = imported(exported(studio, project, "JSON", tmp_path / "export.json"), tmp_path / "annotations")
    assert done.readings == [] and "skipped" in done.left_out[0]


def test_two_annotations_of_a_task_are_named(studio: Any, tmp_path: Path) -> None:
    project = project_with_tasks(studio)
    submit(studio, project)
    submit(studio, project)
    done = imported(exported(studio, project, "JSON", tmp_path / "export.json"), tmp_path / "annotations")
    assert [p.where.rsplit(":", 1)[1] for p in done.problems] == ["completed_by"]
    assert not (tmp_path / "annotations").exists()


def test_the_short_export_is_refused_where_it_lost_what_belongs_to_what(studio: Any, tmp_path: Path) -> None:
    project = project_with_tasks(studio)
    submit(studio, project)
    done = imported(exported(studio, project, "JSON_MIN", tmp_path / "export.json"), tmp_path / "annotations")
    assert {p.where.rsplit(":", 1)[1] for p in done.problems} >= {"speaker", "issue"}
    assert all(p.fix for p in done.problems)
