"""Write figures with their goals, what other versions, people and peers reach, and why some fall short."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

HEAD = """# Results

Written by `make bench` (bench/results.py); [evaluation.md](evaluation.md) says how each figure is measured. **Bold** reaches
the goal of version {version}. Unless a row says otherwise, text, speakers, stance and maps are scored on twelve real articles from
eleven outlets, attribution on the development split of PolNeAR; nothing is trained on either, but some numbers of
`params.yaml` were chosen on them, so they flatter a little. *People* is one annotator against another; *peers* were measured
with the same scorer on the same texts, with the same parser where they take one (`en_core_web_sm`).
"""
LITERATURE = """
From the literature, contents found exactly on PolNeAR's test split, F1: CoreNLP .175, CRF .286, BiLSTM .53 to .64, BERT .69 to .73;
the last three were trained on its 840 training articles. argmap has seen none of them.
"""
History = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of bench/results.tsv."""

    section: str
    key: str
    name: str
    goal: str  # such as ">= .73"; "" where nothing is
    people: str
    peers: str
    reason: str

    def falls_short(self, value: float | None) -> bool:
        """Tell whether a figure that was measured misses its goal."""
        if value is None or not self.goal:
            return False
        sign, goal = self.goal.split()
        return value < float(goal) if sign == ">=" else value > float(goal)

    @property
    def goal_shown(self) -> str:
        """Give the goal for a table."""
        return self.goal.replace(">=", "≥").replace("<=", "≤")

    def shown(self, value: float | None) -> str:
        """Give a value for a table."""
        if value is None:
            return "not measured"
        text = f"{value:.3f}" if value <= 10 else f"{value:.0f}"
        return f"**{text}**" if self.goal and not self.falls_short(value) else text


def page(figures: Sequence[Figure], history: History) -> str:
    """Give docs/results.md."""
    *earlier, now = history
    lines = [HEAD.format(version=now)]
    for section, group in groupby(figures, key=lambda f: f.section):
        lines.append(f"## {section}\n")
        columns = ["", "goal", now, *reversed(earlier), "people", "peers"]
        lines += [_row(columns), "|" + "---|" * len(columns)]
        for f in group:
            before = [f"{history[v][f.key]:.3f}" if f.key in history[v] else "" for v in reversed(earlier)]
            lines.append(_row([f.name, f.goal_shown, f.shown(history[now].get(f.key)), *before, f.people, f.peers]))
        lines.append(LITERATURE if section == "Attribution" else "")
    lines.append("## What falls short, and why\n")
    short = [f for f in figures if f.falls_short(history[now].get(f.key))]
    lines += [
        f"- **{f.section}, {f.name}** ({history[now][f.key]:.3f}, goal {f.goal_shown}): {f.reason}" for f in short
    ]
    return "\n".join(lines + ([] if short else ["Of what was measured, nothing."])) + "\n"


def beside(figures: Sequence[Figure], history: History) -> Iterator[str]:
    """Give the rows of docs/evaluation.md: figures beside people and peers."""
    yield "| | argmap | people | peers |\n|---|---|---|---|"
    for f in figures:
        if f.people or f.peers:
            yield _row([f"{f.section}: {f.name}", f.shown(_last(history, f.key)).strip("*"), f.people, f.peers])


def in_short(figures: Sequence[Figure], history: History) -> Iterator[str]:
    """Give the rows of the README: goals, and what is reached."""
    yield "| | goal | reached |\n|---|---|---|"
    for f in figures:
        if f.goal and (value := _last(history, f.key)) is not None:
            yield _row([f"{f.section}: {f.name}", f.goal_shown, f.shown(value).strip("*")])


def renewed(text: str, name: str, rows: Iterator[str]) -> str:
    """Put lines between `<!-- name -->` and `<!-- /name -->`, where the text has such a place."""
    body = "\n".join(rows) + "\n"
    place = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    return place.sub(lambda found: found[1] + body + found[2], text)


def _last(history: History, key: str) -> float | None:
    return list(history.values())[-1].get(key)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
