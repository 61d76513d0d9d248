"""Score argument maps against annotated roles and targets, and the linker by cross-validation over articles."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from pipeline.gold.corpus import Row
from pipeline.gold.pairing import pair_rows
from pipeline.graph.argued import Lesson, learn
from pipeline.graph.decide import decide
from pipeline.graph.linker import Linker
from pipeline.params import Params
from pipeline.records import SILENT, ArgumentMap, Sentence


class ArgumentScores:
    """Counts article by article what of the argument was found, typed and linked as the reader did."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def add(self, rows: Sequence[Row], sentences: Sequence[Sentence], found: ArgumentMap) -> None:
        """Take in one article's rows and map."""
        nodes = {n.sentence: n for n in found.nodes if n.sentence}
        goals = {e.source: e for e in found.edges}
        sentence_of = {n.id: n.sentence for n in found.nodes}
        paired = pair_rows(rows, sentences)
        count = self._counts
        for row, sentence in zip(rows, paired, strict=True):
            if row.kind in SILENT:
                continue
            node = nodes.get(sentence.id) if sentence else None
            count["nodes"] += node is not None
            if row.role == "none":
                continue
            count["gold"] += 1
            count["found"] += node is not None
            goal = paired[row.to] if isinstance(row.to, int) else None
            wanted = goal.id if goal else None
            if row.role == "premise":
                count["premises"] += 1
                count["both ends"] += node is not None and (wanted is None or wanted in nodes)
            if node is not None:
                edge = goals[node.id]
                right = sentence_of[edge.target] == wanted
                count["right type"] += node.type == row.role
                count["claims found"] += row.role == "claim"
                count[f"right {row.role}s"] += right
                count["right relations"] += right and row.role == "premise" and edge.relation == row.rel

    def summary(self) -> dict[str, Any]:
        """Give F1 of the nodes, and shares of what was found; None where there was nothing to score."""
        c = self._counts
        return {
            "nodes": c["nodes"],
            "f1": _share(2 * c["found"], c["nodes"] + c["gold"]),
            "type_accuracy": _share(c["right type"], c["found"]),
            "premises": c["premises"],
            "premise_target": _share(c["right premises"], c["premises"]),
            "premise_target_where_both_ends_found": _share(c["right premises"], c["both ends"]),
            "premise_target_and_relation": _share(c["right relations"], c["premises"]),
            "claims_under_the_issue": _share(c["right claims"], c["claims found"]),
        }


def cross_validate_linker(lessons: Sequence[Lesson], params: Params) -> dict[str, Any]:
    """Link the annotated statements of every article by a linker that learnt from the other folds alone."""
    right: Counter[str] = Counter()
    folds = min(params.train.folds, len(lessons))
    for fold in range(folds):
        others = [lesson for n, lesson in enumerate(lessons) if n % folds != fold]
        linker = Linker(*learn(others, params.train.linker_penalty), sha256="")
        for lesson in lessons[fold::folds]:
            decisions = decide([a.statement for a in lesson.adjudicated], linker, params.maps)
            for argued, decision in zip(lesson.adjudicated, decisions, strict=True):
                right["type"] += argued.is_claim == decision.is_claim
                right["statements"] += 1
                if not argued.is_claim:
                    right["target"] += argued.target == decision.target
                    right["premises"] += 1
    return {
        "articles": len(lessons),
        "statements": right["statements"],
        "type_accuracy": _share(right["type"], right["statements"]),
        "premises": right["premises"],
        "premise_target": _share(right["target"], right["premises"]),
    }


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
