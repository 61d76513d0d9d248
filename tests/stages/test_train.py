"""What training leaves for evaluation."""

from pathlib import Path

from pipeline.stages.train import ANNOTATIONS

ROOT = Path(__file__).resolve().parents[2]


def test_the_listing_has_every_annotation_that_dvc_looks_at() -> None:
    folder = ROOT / "annotations"
    listed = {path for pattern in ANNOTATIONS for path in folder.glob(pattern)}
    about = {folder / name for name in ("GUIDELINE.md", "README.md", "points.tsv")}  # left out in .dvcignore
    there = {path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(".progress.json")}
    assert listed == there - about
