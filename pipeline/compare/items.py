"""Turn an article of a run into items that can be compared: known by their place or name, never by a number."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from pipeline.compare.result import Kind
from pipeline.compare.store import AGAIN, ArticleRun
from pipeline.errors import InputError
from pipeline.records import Article, Node, Quote, Span, Speaker, Stance

Place = Callable[[Span], Hashable]  # the same for a span before and for where it is after


class Field(NamedTuple):
    """A value: as it is compared, and as it is shown."""

    same: Any
    shown: Any


@dataclass(frozen=True, slots=True)
class Item:
    """One record; `key` says which record of the other run it is."""

    kind: Kind
    key: Hashable
    text: str
    spans: tuple[Span, ...]
    fields: dict[str, Field]


class Items:
    """The items of one article; what follows from offsets (indexes, references to sentences) is left out."""

    def __init__(self, run: ArticleRun, place: Place) -> None:
        self._run = run
        self._place = place
        self._sentences: dict[str, Span] = {s.id: (s.start, s.end) for s in run.sentences}
        self._speakers = {speaker.id: speaker.name for speaker in run.speakers}
        self._nodes = {node.id: node for node in run.map.nodes}

    def __iter__(self) -> Iterator[Item]:
        """Give all items.

        Raises:
            InputError: a record refers to one that is not there.
        """
        run = self._run
        yield self._article(run.article)
        yield Item(
            "map", None, "", (), _plain(title=run.map.title, issue=run.map.issue, summary=asdict(run.map.summary))
        )
        for block in run.article.blocks:
            yield self._at("block", (block.start, block.end), _plain(kind=block.kind))
        for sentence in run.sentences:
            yield self._at("sentence", (sentence.start, sentence.end), _plain(kind=sentence.kind))
        for stance in run.stances:
            yield self._label(stance)
        for e in run.entities:
            yield self._at("entity", (e.start, e.end), _plain(label=e.label, entity=e.entity, method=e.method))
        for quote in run.quotes:
            yield self._quote(quote)
        for speaker in run.speakers:
            yield self._speaker(speaker)
        for node in run.map.nodes:
            yield self._node(node)
        yield from self._edges()

    def _at(self, kind: Kind, span: Span, fields: dict[str, Field]) -> Item:
        return Item(kind, self._place(span), self._run.article.text[slice(*span)], (span,), fields)

    def _article(self, article: Article) -> Item:
        names = ("source_file", "sha256", "text", "title", "source", "url", "published", "authors", "duplicate_of")
        return Item("article", None, "", (), _plain(**{name: getattr(article, name) for name in names}))

    def _label(self, stance: Stance) -> Item:
        scores = {"label": stance.label, "scores": asdict(stance.scores), "uncertain": stance.uncertain}
        fields = _plain(**scores, speaker=self._name(stance.speaker), voice=stance.voice, why=stance.why)
        return self._at("label", self._get(self._sentences, stance.sentence), fields)

    def _quote(self, quote: Quote) -> Item:
        fields = _plain(type=quote.type) | {"cue": self._part(quote.cue), "source": self._part(quote.source)}
        fields |= _plain(
            speaker=self._name(quote.speaker), confidence=quote.confidence, why=quote.why, asserted=quote.asserted
        )
        text = " … ".join(self._run.article.text[slice(*span)] for span in quote.content)
        return Item("quote", tuple(map(self._place, quote.content)), text, quote.content, fields)

    def _speaker(self, s: Speaker) -> Item:
        fields = _plain(kind=s.kind, role=s.role, affiliation=s.affiliation, position=s.position)
        fields |= _plain(stance=asdict(s.stance), quotes=len(s.quotes))
        fields["mentions"] = Field(sorted(map(repr, map(self._place, s.mentions))), sorted(s.mentions))
        return Item("speaker", s.name, s.name, (), fields)

    def _node(self, node: Node) -> Item:
        fields = _plain(type=node.type, text=node.text, stance=node.stance, speaker=self._name(node.speaker))
        fields |= _plain(confidence=node.confidence)
        fields["restates"] = self._other(node.restates) if node.restates is not None else Field(None, None)
        return Item("node", self._key(node), node.text, _spans(node), fields)

    def _edges(self) -> Iterator[Item]:
        for edge in self._run.map.edges:
            source = self._get(self._nodes, edge.source)
            fields = {"target": self._other(edge.target)}
            fields |= _plain(relation=edge.relation, confidence=edge.confidence, why=edge.why)
            yield Item("edge", self._key(source), source.text, _spans(source), fields)

    def _key(self, node: Node) -> Hashable:
        return tuple(map(self._place, _spans(node)))  # empty for the issue

    def _other(self, node: str) -> Field:
        other = self._get(self._nodes, node)
        return Field(self._key(other), other.text)

    def _part(self, span: Span | None) -> Field:
        return Field(self._place(span), self._run.article.text[slice(*span)]) if span else Field(None, None)

    def _name(self, speaker: str | None) -> str | None:
        return None if speaker is None else self._get(self._speakers, speaker)

    def _get(self, records: dict[str, Any], name: str) -> Any:
        if name not in records:
            raise InputError(f"no record {name!r}, which another names", f"article {self._run.article.id}", AGAIN)
        return records[name]


def _plain(**values: Any) -> dict[str, Field]:
    return {name: Field(value, value) for name, value in values.items()}


def _spans(node: Node) -> tuple[Span, ...]:
    return () if node.start is None or node.end is None else ((node.start, node.end),)
