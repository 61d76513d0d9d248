"""Readings of articles made to break a format, and a Label Studio server of our own."""

import json
import os
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from pipeline.annotate.task import Task
from pipeline.gold.corpus import Card, GoldSpan, Row

ROOT = Path(__file__).resolve().parents[3]
STUDIO = ROOT / ".label-studio"
PORT = 18431
TOKEN = "0123456789abcdef0123456789abcdef01234567"  # noqa: S105 - of a server on loopback that ends with the tests
WORDS = [
    "Krohn", "said:", "“safe”", "😀", "👩‍👩‍👧", "𝒳𝒴", "e\u0301", "שלום", "\u202eعربى", "naïve", "a,b;c", '"x"', "=1+1", "@x",
    "'=x", "\\n", "#1", "T1", "\ufeff", "\u200d", "\x85x", "x\u2028y", "&amp;<b>", "sep=",
]  # fmt: skip
words = st.sampled_from(WORDS) | st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=6
)
gaps = st.sampled_from([" ", "  ", "\n", "\r\n", "\r\n\r\n", "\t", "\xa0"])
names = st.lists(words, min_size=1, max_size=3).map(" ".join).map(str.strip).filter(bool)
ENTITIES = ["PERSON", "GPE", "WORK_OF_ART", "LAW"]


@st.composite
def tasks(draw: st.DrawFn, partial: bool = False) -> Task:
    """Draw a valid reading; of a partial one some sentences have no row."""
    sentences = draw(st.lists(st.lists(words, min_size=1, max_size=5), min_size=2 if partial else 1, max_size=6))
    text = draw(st.sampled_from(["", "\n", "\r\n", "\ufeff", "  "]))
    bounds: list[tuple[int, int]] = []
    for sentence in sentences:
        joined = draw(st.sampled_from([" ", "  "])).join(sentence).strip() or "x"
        bounds.append((len(text), len(text) + len(joined)))
        text += joined + draw(gaps)
    kept = sorted(draw(st.sets(st.sampled_from(range(len(bounds))), min_size=1, max_size=len(bounds) - partial)))
    kept = kept if partial else list(range(len(bounds)))
    rows = _rows(draw, [bounds[n] for n in kept], text)
    card = Card(
        id=draw(st.sampled_from(["a", "wire-001", "07", "1e5", "ü.b"])), split="train", origin="real", title=draw(names),
        source=None, genre=None, published=None, partial=partial,
    )  # fmt: skip
    return Task(card=card, text=text, rows=rows, spans=_spans(draw, len(text)), given="reading")


def _rows(draw: st.DrawFn, bounds: list[tuple[int, int]], text: str) -> list[Row]:
    roles = [draw(st.sampled_from(["claim", "premise", "none"])) for _ in bounds]
    rows: list[Row] = []
    for n, (start, end) in enumerate(bounds):
        stance = draw(st.sampled_from(["pro", "anti"] if roles[n] == "claim" else ["pro", "anti", "neutral"]))
        to: Any = None if roles[n] == "none" else "issue"
        rel: Any = None
        if roles[n] == "claim":
            rel = {"pro": "supports", "anti": "attacks"}[stance]
        elif roles[n] == "premise":
            to = draw(st.sampled_from(["issue", *(m for m in range(n) if roles[m] != "none")]))
            rel = draw(st.sampled_from(["supports", "attacks"]))
        quotes = ["direct", "indirect", "none"] + (["mixed"] if "“" in text[start:end] else [])
        rows.append(
            Row(
                start=start, end=end, kind=draw(st.sampled_from(["body", "headline", "caption"])), stance=stance,  # type: ignore[arg-type]
                speaker=draw(st.none() | names), quote=draw(st.sampled_from(quotes)), role=roles[n], to=to, rel=rel,  # type: ignore[arg-type]
            )
        )  # fmt: skip
    return rows


def _spans(draw: st.DrawFn, length: int) -> list[GoldSpan]:
    def span(kind: str, number: int | None) -> GoldSpan:
        start = draw(st.integers(0, length - 1))
        end = draw(st.integers(start + 1, min(length, start + 12)))
        return GoldSpan(start=start, end=end, type=kind, attribution=number)

    spans = {span(draw(st.sampled_from(ENTITIES)), None) for _ in range(draw(st.integers(0, 3)))}
    for number in draw(st.sets(st.integers(0, 9), max_size=3)):
        kinds = ["content", *draw(st.lists(st.sampled_from(["source", "cue", "content"]), max_size=3))]
        spans |= {span(kind, number) for kind in kinds}
    return sorted(spans, key=lambda s: (s.start, s.end, s.type, s.attribution or 0))


@pytest.fixture(scope="session")
def whole() -> st.SearchStrategy[Task]:
    return tasks()


@pytest.fixture(scope="session")
def partial() -> st.SearchStrategy[Task]:
    return tasks(partial=True)


class Studio:
    """A Label Studio server, asked by its API."""

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        request = urllib.request.Request(  # noqa: S310 - our own server
            f"http://127.0.0.1:{PORT}/api/{path}", method=method, data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Token {TOKEN}", "Content-Type": "application/json"},
        )  # fmt: skip
        with urllib.request.urlopen(request, timeout=120) as answer:  # noqa: S310
            data = answer.read()
        return json.loads(data) if data else None

    def up(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/health", timeout=5) as answer:  # noqa: S310
                return bool(json.load(answer)["status"] == "UP")
        except (urllib.error.URLError, OSError, ValueError):
            return False


@pytest.fixture(scope="session")
def studio() -> Iterator[Studio]:
    program = STUDIO / "bin" / "label-studio"
    if not program.exists():
        pytest.skip("needs Label Studio: make test-label-studio installs it")
    data = STUDIO / "data"
    data.mkdir(exist_ok=True)
    settings = {
        "LABEL_STUDIO_BASE_DATA_DIR": str(data), "DJANGO_DB": "sqlite", "COLLECT_ANALYTICS": "false",
        "LATEST_VERSION_CHECK": "false", "SENTRY_DSN": "",
    }  # fmt: skip
    command = [
        str(program), "start", "--no-browser", "--internal-host", "127.0.0.1", "--port", str(PORT), "--log-level", "WARNING",
        "--username", "reader@example.org", "--password", "not-secret-1", "--user-token", TOKEN, "--enable-legacy-api-token",
    ]  # fmt: skip
    server = Studio()
    with open(data / "log.txt", "wb") as log:
        process = subprocess.Popen(command, env=os.environ | settings, cwd=data, stdout=log, stderr=log)
        try:
            for _ in range(300):  # the first start makes the database, for a minute or so
                if server.up():
                    break
                assert process.poll() is None, (data / "log.txt").read_text()
                time.sleep(1)
            yield server
        finally:
            process.terminate()
            process.wait(30)
