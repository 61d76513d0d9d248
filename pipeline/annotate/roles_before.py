"""Earlier roles beside new labels: what a row argues, made to fit what is said of it and of its target now."""

from dataclasses import replace

from pipeline.annotate.guideline import SIDES
from pipeline.gold.corpus import Row
from pipeline.records import SILENT


def as_before(row: Row, before: Row) -> Row:
    """Give a row the role that it had, with target and relation.

    None where the guideline knows none: of a neutral claim, of what nobody says. What serves the issue does so by its
    stance of now.
    """
    if row.kind in SILENT or (before.role == "claim" and row.stance == "neutral"):
        return row
    rel = SIDES.get(row.stance, before.rel) if before.to == "issue" else before.rel
    return replace(row, role=before.role, to=before.to, rel=rel)


def for_issue(row: Row, served: Row) -> Row:
    """Let a premise serve the issue, on its own side; a neutral one on the side that it took toward what it served."""
    way = SIDES.get(served.stance, "supports")  # of the target
    return replace(row, to="issue", rel=SIDES.get(row.stance, "supports" if row.rel == way else "attacks"))
