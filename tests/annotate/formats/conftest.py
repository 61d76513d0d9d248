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
titles = st.lists(words, min_size=1, max_size=3).map(" ".join).map(str.strip).filter(bool)
SPEAKERS = ["Ana Ruiz", "𝒳𝒴 שלום", "e\u0301 naïve", "=1+1 Krohn", "'=x", "a,b;c 😀", '"x"', "x\u2028y", "\\n", "@x\ty"]
ENTITIES = ["PERSON", "GPE", "WORK_OF_ART", "LAW"]


@st.composite
def tasks(draw: st.DrawFn, partial: bool = False) -> Task:
    """Draw a valid reading; of a partial one some sentences have no row."""
    sentences = draw(st.lists(st.lists(words, min_size=1, max_size=5), min_size=2 if partial else 1, max_size=6))
    text = draw(st.sampled_from(["", "\n", "\r\n", "  "]))
    head = draw(st.sampled_from(["", "\ufeff"])) if not text else ""  # a mark that is text, not the head of a file
    bounds: list[tuple[int, int]] = []
    speakers: list[str | None] = []
    for sentence in sentences:
        speakers.append(draw(st.none() | st.sampled_from(SPEAKERS)))
        joined = draw(st.sampled_from([" ", "  "])).join([*sentence, speakers[-1] or "x"]).strip()
        joined = joined if bounds else head + joined
        bounds.append((len(text), len(text) + len(joined)))
        text += joined + draw(gaps)
    kept = list(range(len(bounds)))
    if partial:
        kept = sorted(draw(st.sets(st.sampled_from(kept), min_size=1, max_size=len(kept) - 1)))
    rows = _rows(draw, [(*bounds[n], speakers[n]) for n in kept], text)
    card = Card(
        id=draw(st.sampled_from(["a", "wire-001", "07", "1e5", "ü.b"])), split="train", origin="real", title=draw(titles),
        source=None, genre=None, published=None, partial=partial,
    )  # fmt: skip
    return Task(card=card, text=text, rows=rows, spans=_spans(draw, len(text)), given="reading")


def _rows(draw: st.DrawFn, sentences: list[tuple[int, int, str | None]], text: str) -> list[Row]:
    """Label sentences, given with a speaker that they name, as the guideline allows."""
    roles = [draw(st.sampled_from(["claim", "premise", "none"])) for _ in sentences]
    rows: list[Row] = []
    for n, (start, end, speaker) in enumerate(sentences):
        stances = {"claim": ["pro", "anti"], "premise": ["pro", "anti", "neutral"], "none": ["neutral"]}
        stance = draw(st.sampled_from(stances[roles[n]]))
        side = {"pro": "supports", "anti": "attacks"}.get(stance)
        goals = ["issue", *(m for m in range(n) if roles[m] != "none")]
        to: Any = {"claim": "issue", "none": None}[roles[n]] if roles[n] != "premise" else draw(st.sampled_from(goals))
        rel: Any = None if to is None else draw(st.sampled_from(["supports", "attacks"]))
        quotes = ["direct", "mixed", "indirect"] if "“" in text[start:end] else ["indirect", "none"]
        quote = draw(st.sampled_from(quotes)) if speaker else "none"
        rows.append(
            Row(
                start=start, end=end, kind=draw(st.sampled_from(["body", "headline", "caption"])), stance=stance,  # type: ignore[arg-type]
                speaker=speaker if quote != "none" or side else None, quote=quote, role=roles[n], to=to,  # type: ignore[arg-type]
                rel=side or rel if to == "issue" else rel,  # type: ignore[arg-type]
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
        request = urllib.request.Request(
            f"http://127.0.0.1:{PORT}/api/{path}", method=method, data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Token {TOKEN}", "Content-Type": "application/json"},
        )  # fmt: skip
        with urllib.request.urlopen(request, timeout=120) as answer:  # noqa: S310
            data = answer.read()
        return json.loads(data) if data else None

    def up(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/health", timeout=5) as answer:
                return bool(json.load(answer)["status"] == "UP")
        except (urllib.error.URLError, OSError, ValueError):
            return False


@pytest.fixture(scope="session")
def studio(request: pytest.FixtureRequest) -> Iterator[Studio]:
    program = STUDIO / "bin" / "label-studio"
    asked = "label_studio" in str(request.config.getoption("markexpr"))  # several workers would start several servers
    if not asked or not program.exists():
        pytest.skip("needs a Label Studio server: make test-label-studio installs and runs it")
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
