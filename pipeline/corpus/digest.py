"""What the stage needs of one article, worked out once and kept: it hangs on the article alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import orjson

from pipeline.corpus.bands import band_keys
from pipeline.corpus.code_book import shipped_book
from pipeline.corpus.home_state import home_state
from pipeline.corpus.names import key_of, plain_words, rank_of
from pipeline.params import CorpusParams
from pipeline.records import STANCES, Appearance, ArgumentMap, Article, Node, Speaker, Stance
from pipeline.records.grouped import Grouped
from pipeline.records.jsonl import dump_line, read
from pipeline.text.stems import stems

# Rows of the tables of `scratch`, but for what all rows of an article share.
NodeRow = tuple[str, str, str | None, int | None]  # id, stance, text where it has a wording, place among `speakers`
Said = tuple[list[str], str | None, list[int]]  # of a node: its points; without any, its stems and their bands
SpeakerRow = tuple[str | int | None, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """What is kept of an article."""

    article: str
    source: str | None
    outlet: str | None  # key of the source: forms of one name have one
    published: str | None
    original: bool
    counts: list[int]  # sentences, then nodes, each by stance
    nodes: list[NodeRow]
    said: list[Said]  # parallel to `nodes`
    speakers: list[SpeakerRow]


def digest_of(article: Article, stances: Sequence[Stance], found: ArgumentMap, params: CorpusParams) -> bytes:
    """Work out an article's digest, as JSON."""
    labels = [s.label for s in stances]
    sides = [n.stance for n in found.nodes if n.type != "issue"]
    nodes = [n for n in found.nodes if n.stance in ("pro", "anti")]
    said = [_said(n, params) for n in nodes]
    speakers = [row for speaker in found.speakers if (row := _speaker(speaker, article))]
    places = {row[0]: place for place, row in enumerate(speakers)}
    return orjson.dumps(
        Digest(
            article=article.id,
            source=article.source,
            outlet=" ".join(w for w in plain_words(article.source or "") if w != "the") or None,
            published=article.published,
            original=article.duplicate_of is None,
            counts=[group.count(side) for group in (labels, sides) for side in STANCES],
            nodes=[
                (n.id, n.stance or "", n.text if words else None, places.get(n.speaker))
                for n, (_, words, _) in zip(nodes, said, strict=True)
            ],
            said=said,
            speakers=speakers,
        )
    )


def read_digests(out: Path, params: CorpusParams) -> Iterator[bytes]:
    """Work out the digests from the files of a run; one article is held at a time.

    Raises:
        MissingArtifactError: a file is not there.
        InputError: the files are those of other articles.
    """
    stances = Grouped(out / "stances.jsonl", Stance, "stance", lambda s: s.article)
    maps = Grouped(out / "maps.jsonl", ArgumentMap, "maps", lambda m: m.article)
    for article in read(out / "articles.jsonl", Article, "clean"):
        (found,) = maps.of(article.id, 1)
        yield digest_of(article, stances.of(article.id), found, params)
    for group in (stances, maps):
        group.finish()


def _said(node: Node, params: CorpusParams) -> Said:
    """Tell a node's points; without any its wording, unless it has too few words to tell."""
    points = shipped_book().points_of(node.text, node.stance or "")
    words = [] if points else sorted(stems(node.text))
    if points or len(words) < params.min_stems:
        return points, None, []
    return [], " ".join(words), band_keys(node.stance or "", words, params)


def _speaker(s: Speaker, article: Article) -> SpeakerRow | None:
    key = key_of(s)
    if key is None:
        return None
    state = home_state(s.role, s.affiliation) if s.kind == "person" else None
    counts = (s.stance.pro, s.stance.anti, s.stance.neutral)
    appearance = Appearance(
        article=s.article,
        speaker=s.id,
        published=article.published,
        position=s.position,
        stance=s.stance,
        duplicate=article.duplicate_of is not None,
    )
    names = (key.whole, key.short, state, rank_of(s.name))
    return (s.id, s.article, s.kind, s.role, s.affiliation, s.position, *counts, *names, dump_line(appearance))
