"""The tables of an article's argument map: its nodes, each with what it serves, and its edges."""

from collections.abc import Iterator

from pipeline.records.article_records import ArticleRecords
from pipeline.tables.of_text import NOWHERE
from pipeline.tables.table import Row, Table, columns, rounded


def _nodes(found: ArticleRecords) -> Iterator[Row]:
    names = found.names
    served = {e.source: (e.relation, e.target) for e in found.map.edges}
    for n in found.map.nodes:
        place = (n.id, found.map.article, n.type, n.sentence, n.start, n.end, n.text, n.stance)
        how = (n.speaker, names.get(n.speaker), rounded(n.confidence), n.restates)
        yield (*place, *how, *served.get(n.id, NOWHERE))


def _edges(found: ArticleRecords) -> Iterator[Row]:
    for e in found.map.edges:
        yield (found.map.article, e.source, e.target, e.relation, rounded(e.confidence), e.why)


OF_MAP: tuple[Table[ArticleRecords], ...] = (
    Table(
        "nodes",
        columns(
            "text: id article type sentence",
            "whole: start end",
            "text: text stance speaker speaker_name",
            "real: confidence",
            "text: restates relation target",
        ),
        _nodes,
    ),
    Table("edges", columns("text: article source target relation", "real: confidence", "text: why"), _edges),
)
