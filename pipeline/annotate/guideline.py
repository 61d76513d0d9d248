"""What annotations/GUIDELINE.md rules out, row by row; each rule has its example there."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.gold.corpus import Row
from pipeline.records import SILENT, Relation

MARKS = re.compile(r"[\"“”„«»`]|(?<!\w)['‘’]|['’](?!\w)")  # an apostrophe inside a word marks nothing
TURN = re.compile(r"\w[\w .'’-]{0,40}:\s")  # how a line of a transcript begins
ALONE = frozenset({"headline", "heading", "caption"})  # no quotation runs on into such a row
TITLE = re.compile(  # before a person's name, not in that of a body ("Governor Moore Foundation")
    r"(?!.*\b(?:Association|Office|Department|Committee|Council|Coalition|League|Foundation|Institute|Center|Fund)$)"
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Lt|Sgt|Capt|Maj|Rev|Hon)\.|(?:Vice )?(?:Judge|Sheriff|Mayor|President|Governor|Senator|"
    r"Representative|Secretary|Attorney General|Bishop|Pastor))(?: [A-Z][\w.’'-]*)+"
)
PRONOUNS = frozenset("i he she it we you they him her them who".split())
SIDES: dict[str, Relation] = {"pro": "supports", "anti": "attacks"}
NEAR = 2  # rows: an answer stands beside a question, a question between two answers
BETWEEN = " ; "  # separate attributions of one row


class Fault(NamedTuple):
    """A field of a row with what is wrong and how to mend it."""

    field: str
    what: str
    fix: str


def faults_of(n: int, rows: Sequence[Row], text: str, partial: bool) -> Iterator[Fault]:
    """Yield what the guideline rules out in the row of index `n` of an article's rows; `partial`: some have none."""
    row = rows[n]
    yield from _argument(row, rows, partial)
    if row.kind in SILENT:
        yield from _silence(row)
    else:
        yield from _marks(n, rows, text, partial)
        yield from _speaker(row, text)


def _argument(row: Row, rows: Sequence[Row], partial: bool) -> Iterator[Fault]:
    side = SIDES.get(row.stance)
    if row.role == "claim" and (row.stance == "neutral" or row.to != "issue"):
        yield Fault("role", "a claim takes a side and serves the issue", 'set stance to pro or anti and to to "issue"')
    if row.role != "none" and side and row.to == "issue" and row.rel != side:
        yield Fault("rel", f"a {row.stance} {row.role} {side} the issue", f"set rel to {side}")
    if row.role == "premise" and (row.to is None or row.rel is None):
        yield Fault("to", "a premise serves a row or the issue", 'set to and rel, or role to "none"')
    if isinstance(row.to, int) and (not 0 <= row.to < len(rows) or rows[row.to].role == "none"):
        yield Fault(
            "to", f"row {row.to} is no claim or premise", "name the index of a claim or premise, counted from 0"
        )
    elif _in_circle(row, rows):
        yield Fault("to", "the row ends up serving itself", "name a row that leads to the issue")
    if row.role == "none" and (row.to is not None or row.rel is not None):
        yield Fault("to", "a row without a role serves nothing", "set to and rel to null")
    if row.role == "none" and side and row.kind not in SILENT and not partial:  # a queue may ask for stance alone
        yield Fault(
            "role", "a row that takes a side has a role", 'set role to "claim" or "premise", or stance to neutral'
        )


def _in_circle(row: Row, rows: Sequence[Row]) -> bool:
    """Tell whether following `to` from a row leads back to it."""
    goal = row.to
    for _ in rows:
        if not isinstance(goal, int) or not 0 <= goal < len(rows):
            return False
        if rows[goal] is row:
            return True
        goal = rows[goal].to
    return False


def _silence(row: Row) -> Iterator[Fault]:
    if row.stance != "neutral":
        yield Fault("stance", f"a {row.kind} takes no side", "set stance to neutral")
    if row.role != "none":
        yield Fault("role", f"a {row.kind} argues nothing", 'set role to "none", to and rel to null')
    if row.speaker is not None:
        yield Fault("speaker", f"nobody speaks in a {row.kind}", "set speaker to null")
    if row.quote != "none":
        yield Fault("quote", f"nobody speaks in a {row.kind}", 'set quote to "none"')


def _marks(n: int, rows: Sequence[Row], text: str, partial: bool) -> Iterator[Fault]:
    row = rows[n]
    said = text[row.start : row.end]
    if row.quote not in ("direct", "mixed") or MARKS.search(said):
        return
    if row.quote == "mixed":
        yield Fault("quote", "mixed speech without quotation marks", "set quote to indirect")
    elif row.kind in ALONE or not (partial or TURN.match(said) or _runs_on(n, rows)):
        yield Fault("quote", "direct speech without quotation marks", "set quote to indirect")


def _runs_on(n: int, rows: Sequence[Row]) -> bool:
    """Tell whether speech in quotation stands beside a row: a quotation of several rows, or turns of an interview."""
    near = [r for r in rows[:n] if r.kind not in SILENT][-NEAR:] + [r for r in rows[n + 1 :] if r.kind not in SILENT][
        :NEAR
    ]
    return any(r.quote in ("direct", "mixed") for r in near)


def _speaker(row: Row, text: str) -> Iterator[Fault]:
    if row.speaker is None:
        return
    if row.quote == "none" and row.stance == "neutral":
        yield Fault("speaker", "nobody speaks here or takes a side", "set speaker to null, or quote or stance")
    words = set(re.findall(r"\w+", text.lower()))
    for name in row.speaker.split(BETWEEN):
        if name.lower() in PRONOUNS:
            yield Fault("speaker", f"{name!r} is a pronoun", "write the fullest name of whom it means")
        elif missing := [w for w in re.findall(r"\w+", name) if w.lower() not in words]:
            yield Fault(
                "speaker", f"{missing[0]!r} is nowhere in the article", "write the name as the article gives it"
            )
        elif TITLE.fullmatch(name):
            yield Fault("speaker", f"{name!r} begins with a title", "write the name alone")
