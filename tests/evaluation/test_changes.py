"""What a retraining changed: labels, scores, noise, and how a commit is read."""

import json
import subprocess
from pathlib import Path

import pytest

from pipeline.errors import MissingArtifactError
from pipeline.evaluation.changes import compare_labels, since
from pipeline.evaluation.labels import ScoredLabel, write_labels
from pipeline.evaluation.told import NOTHING, told_briefly, told_wholly
from pipeline.params import Params

SCORES = {"test": {"stance": {"macro_f1": 0.5, "macro_f1_interval": [0.4, 0.6]}}}


def label(n: int, gold: str, given_label: str, article: str = "a") -> ScoredLabel:
    return ScoredLabel(article, n * 10, n * 10 + 9, gold, given_label, 0.75)


def test_changed_labels_are_counted_by_what_became_of_them(params: Params) -> None:
    before = [label(0, "pro", "anti"), label(1, "pro", "pro"), label(2, "anti", "neutral"), label(3, "pro", "pro")]
    after = [label(0, "pro", "pro"), label(1, "pro", "neutral"), label(2, "anti", "pro"), label(4, "pro", "pro")]
    found = compare_labels(before, after, params.evaluate)
    assert (found.rows, len(found.changed), found.mended, found.broken) == (3, 3, 1, 1)
    assert found.only == (1, 1)
    assert found.p == 1
    assert not found.beyond_noise


def test_one_change_in_many_articles_is_noise_and_many_of_one_kind_are_not(params: Params) -> None:
    articles = [f"a{n}" for n in range(20)]
    wrong = [label(0, gold, "neutral", a) for a, gold in zip(articles, ["pro", "anti"] * 10, strict=True)]
    right = [label(0, r.gold, r.gold, r.article) for r in wrong]
    assert compare_labels(wrong, right, params.evaluate).beyond_noise
    assert not compare_labels(wrong, [right[0], *wrong[1:]], params.evaluate).beyond_noise


def test_both_are_held_against_the_later_annotation(params: Params) -> None:
    found = compare_labels([label(0, "pro", "pro")], [label(0, "anti", "pro")], params.evaluate)
    assert (found.corrected, found.mended, found.broken, found.difference) == (1, 0, 0, 0)


def repository(path: Path) -> Path:
    metrics = path / "metrics"
    metrics.mkdir()
    (metrics / "evaluation.json").write_text(json.dumps(SCORES))
    write_labels(metrics, [label(0, "pro", "anti")])
    for words in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=t", "-c", "user.email=t@x.org", "commit", "-qm", "a"],
    ):
        subprocess.run(["git", *words], cwd=path, check=True)
    return metrics


def test_the_last_commit_is_what_is_compared_with(tmp_path: Path, params: Params) -> None:
    metrics = repository(tmp_path)
    assert "none of 1 test sentences" in " ".join(told_briefly(*since(metrics, "HEAD", params.evaluate)))
    write_labels(metrics, [label(0, "pro", "pro")])
    scores, changes = since(metrics, "HEAD", params.evaluate)
    assert changes is not None
    assert "1 of 1 test sentences changed label: 1 wrong ones are right" in told_briefly(scores, changes)[-1]
    told = "\n".join(told_wholly(changes, {"a": "Sanctuary helps."}))
    assert "anti (0.75) -> pro (0.75), annotated pro: right now\n  Sanctuary" in told


def test_without_git_or_a_repository_there_is_nothing_to_compare(
    tmp_path: Path, params: Params, monkeypatch: pytest.MonkeyPatch
) -> None:
    metrics = repository(tmp_path)
    monkeypatch.setenv("PATH", "")
    assert told_briefly(*since(metrics, "HEAD", params.evaluate)) == [NOTHING]
    monkeypatch.undo()
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "none"))
    assert told_briefly(*since(metrics, "HEAD", params.evaluate)) == [NOTHING]


def test_a_folder_without_an_evaluation_is_refused(tmp_path: Path, params: Params) -> None:
    with pytest.raises(MissingArtifactError, match=r"evaluation\.json"):
        since(tmp_path, "HEAD", params.evaluate)
