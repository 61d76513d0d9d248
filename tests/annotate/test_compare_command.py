"""`argmap annotate compare` prints scores and sentences beside those of a commit."""

import json
import subprocess
from pathlib import Path

from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.evaluation.labels import ScoredLabel, write_labels


def test_scores_and_changed_sentences_are_printed(tmp_path: Path) -> None:
    metrics = tmp_path / "metrics"
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("Limits keep us safe. It is.")
    write_labels(metrics, [ScoredLabel("a", 0, 20, "pro", "neutral", 0.5)])
    (metrics / "evaluation.json").write_text(json.dumps({"test": {"stance": {"macro_f1": 0.25}}}))
    for words in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=t", "-c", "user.email=t@x.org", "commit", "-qm", "a"],
    ):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    write_labels(metrics, [ScoredLabel("a", 0, 20, "pro", "pro", 0.75)])
    (metrics / "evaluation.json").write_text(json.dumps({"test": {"stance": {"macro_f1": 0.5}}}))
    words = ["annotate", "compare", "--metrics", str(metrics), "--annotations", str(tmp_path)]
    done = CliRunner().invoke(app, words, catch_exceptions=False)
    assert "| 0.250 | 0.500 | +0.250 |" in done.stdout
    assert "neutral (0.50) -> pro (0.75), annotated pro: right now\n  Limits keep us safe." in done.stdout
    none = CliRunner().invoke(app, [*words, "--since", "no-such-commit"], catch_exceptions=False)
    assert (none.exit_code, none.stdout) == (0, "")
    assert "no earlier evaluation" in none.stderr
