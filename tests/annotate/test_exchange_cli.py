"""`argmap annotate export` and `import` on the command line."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.annotate.formats.registry import FORMATS
from pipeline.cli import app
from pipeline.errors import ArgmapError

ROOT = Path(__file__).resolve().parents[2]
run = CliRunner().invoke


@pytest.mark.parametrize("form", FORMATS)
def test_a_reading_goes_out_and_comes_back_to_the_byte(form: str, tmp_path: Path) -> None:
    path, folder = tmp_path / f"tasks{FORMATS[form].suffix}", tmp_path / "annotations"
    source = ["--folder", str(ROOT / "annotations"), "--seeds", str(ROOT / "seeds")]
    out = ["annotate", "export", form, "--annotator", "adjudicated", *source, "--to", str(path)]
    articles = ["wire-001", "tv-204"]
    done = run(app, [*out, *(part for a in articles for part in ("--article", a))])
    assert done.exit_code == 0, done.output
    (folder / "articles").mkdir(parents=True)
    for article in articles if form in ("csv", "tsv") else []:
        (folder / "articles" / f"{article}.txt").write_bytes(
            (ROOT / "annotations/articles" / f"{article}.txt").read_bytes()
        )
    done = run(app, ["annotate", "import", form, str(path), "--annotator", "me", "--folder", str(folder)])
    assert done.exit_code == 0, done.output
    assert "2 articles (0 in part)" in done.stderr
    for name in ("wire-001.jsonl", "wire-001.spans.jsonl", "tv-204.jsonl", "tv-204.spans.jsonl"):
        assert (folder / "me" / name).read_bytes() == (ROOT / "annotations/adjudicated" / name).read_bytes()


@pytest.mark.parametrize("form", FORMATS)
def test_a_run_goes_out_with_what_the_tool_must_know_of_labels(form: str, run_on_seeds: Path, tmp_path: Path) -> None:
    path = tmp_path / f"tasks{FORMATS[form].suffix}"
    done = run(app, ["annotate", "export", form, "--out", str(run_on_seeds), "--to", str(path)])
    assert done.exit_code == 0, done.output
    assert "5 articles" in done.stderr
    beside = path if form == "brat" else tmp_path
    assert {p.name for p in beside.iterdir()} >= set(FORMATS[form].config)


def test_predictions_carry_the_scores_of_the_model(run_on_seeds: Path, tmp_path: Path) -> None:
    path = tmp_path / "tasks.json"
    run(app, ["annotate", "export", "label-studio", "--out", str(run_on_seeds), "--to", str(path)])
    task = json.loads(path.read_text())[0]
    (prediction,) = task["predictions"]
    stances = [item for item in prediction["result"] if item.get("from_name") == "stance"]
    assert 0 < prediction["score"] <= 1
    assert all(0 < item["score"] <= 1 for item in stances)
    assert sum(item["score"] for item in stances) / len(stances) == pytest.approx(prediction["score"], abs=1e-3)


def test_the_same_outputs_give_the_same_bytes(run_on_seeds: Path, tmp_path: Path) -> None:
    for name in ("one.json", "two.json"):
        run(app, ["annotate", "export", "label-studio", "--out", str(run_on_seeds), "--to", str(tmp_path / name)])
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_a_blind_export_shows_no_guess(run_on_seeds: Path, tmp_path: Path) -> None:
    path = tmp_path / "tasks.json"
    run(app, ["annotate", "export", "label-studio", "--out", str(run_on_seeds), "--blind", "--to", str(path)])
    results = [item for task in json.loads(path.read_text()) for item in task["predictions"][0]["result"]]
    assert {item["type"] for item in results} == {"labels"}
    assert {label for item in results for label in item["value"]["labels"]} == {"sentence"}
    assert "score" not in path.read_text()


def test_the_configuration_is_printed_or_written(tmp_path: Path) -> None:
    printed = run(app, ["annotate", "export", "label-studio", "--config"])
    assert printed.stdout.startswith("<View>")
    run(app, ["annotate", "export", "label-studio", "--config", "--to", str(tmp_path / "config.xml")])
    assert (tmp_path / "config.xml").read_text() == printed.stdout


@pytest.mark.parametrize(
    ("command", "where"),
    [
        (["export", "docbook"], "docbook"),
        (["import", "docbook", "x", "--annotator", "me"], "docbook"),
        (["export", "csv", "--config"], "csv"),
        (["export", "csv", "--annotator", "reader1", "--queue", "queue.jsonl"], "--queue"),
    ],
)
def test_wrong_usage_is_one_message(command: list[str], where: str) -> None:
    done = run(app, ["annotate", *command])
    assert isinstance(done.exception, ArgmapError)
    assert done.exception.where == where


def test_labels_imported_again_need_a_word_and_say_what_they_took_the_place_of(tmp_path: Path) -> None:
    path, folder = tmp_path / "tasks.jsonl", tmp_path / "annotations"
    text = "Nobody came. It rained."
    rows = [{"start": 0, "end": 12, "stance": "neutral"}, {"start": 13, "end": 23, "stance": "neutral"}]
    again = ["annotate", "import", "jsonl", str(path), "--annotator", "me", "--folder", str(folder)]
    path.write_text(json.dumps({"article": "harlow", "text": text, "rows": rows}) + "\n")
    assert run(app, again).exit_code == 0
    path.write_text(json.dumps({"article": "harlow", "text": text, "rows": [rows[0] | {"kind": "heading"}]}) + "\n")
    refused = run(app, again)
    assert refused.exit_code == 2 and "--replace" in refused.stdout
    done = run(app, [*again, "--replace"])
    assert done.exit_code == 0, done.output
    assert "1 sentences" in done.stderr
    assert "sentences labelled before: 1 replaced, 1 others of these articles kept" in done.stderr
    assert [json.loads(line)["kind"] for line in (folder / "me" / "harlow.jsonl").read_text().splitlines()] == [
        "heading",
        "body",
    ]


def test_what_an_import_drops_or_moves_is_said(tmp_path: Path) -> None:
    path, folder = tmp_path / "tasks.jsonl", tmp_path / "annotations"
    text = "Limits keep us safe. Fewer hide in Harlow. It rained."
    rows = [
        {"start": 0, "end": 20, "stance": "pro", "role": "claim", "to": "issue", "rel": "supports"},
        {"start": 21, "end": 42, "stance": "pro", "role": "premise", "to": 0, "rel": "supports"},
        {"start": 43, "end": 53, "stance": "neutral"},
    ]
    place = {"start": 35, "end": 41, "type": "GPE", "attribution": None}
    again = ["annotate", "import", "jsonl", str(path), "--annotator", "me", "--folder", str(folder), "--replace"]
    path.write_text(json.dumps({"article": "harlow", "text": text, "rows": rows, "spans": [place]}) + "\n")
    assert run(app, again).exit_code == 0
    new = [{"start": 0, "end": 20, "stance": "neutral", "role": "none"}, rows[1] | {"to": "issue"}]
    other = place | {"start": 34}
    path.write_text(json.dumps({"article": "harlow", "text": text, "rows": new[:1], "spans": []}) + "\n")
    done = run(app, again)
    assert done.exit_code == 0, done.output
    assert "serve the issue, since what they served has no role now: 1" in done.stderr and "dropped" not in done.stderr
    path.write_text(json.dumps({"article": "harlow", "text": text, "rows": new[1:], "spans": [other]}) + "\n")
    done = run(app, again)
    assert done.exit_code == 0, done.output
    assert "spans marked before: 1 dropped with the sentences labelled anew" in done.stderr


def test_faults_are_listed_and_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "tasks.jsonl"
    row = {"start": 0, "end": 99, "kind": "body", "stance": "glad"}
    path.write_text(json.dumps({"article": "harlow", "text": "Nobody came.", "rows": [row], "spans": []}) + "\n")
    folder = tmp_path / "annotations"
    done = run(app, ["annotate", "import", "jsonl", str(path), "--annotator", "me", "--folder", str(folder)])
    assert done.exit_code == 2
    assert f"{path}:1 row 0:stance" in done.stdout and "fix:" in done.stdout
    assert "nothing written" in done.stderr
    assert not folder.exists()


def test_a_file_without_labels_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "tasks.jsonl"
    path.write_text(json.dumps({"article": "harlow", "text": "Nobody came.", "rows": [{"start": 0, "end": 12}]}) + "\n")
    done = run(app, ["annotate", "import", "jsonl", str(path), "--annotator", "me", "--folder", str(tmp_path / "a")])
    assert isinstance(done.exception, ArgmapError)
    assert "left out" in done.stderr
