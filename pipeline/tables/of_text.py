"""The tables of an article's text: sentences with their stances, names, attributions, speakers."""

from collections.abc import Iterator

from pipeline.records import STANCES
from pipeline.records.article_records import ArticleRecords
from pipeline.records.spans import content_of, words_at
from pipeline.tables.table import Row, Table, columns, rounded

NOWHERE = (None, None)


def _articles(found: ArticleRecords) -> Iterator[Row]:
    a = found.article
    about = (a.id, a.title, a.source, a.url, a.published, list(a.authors), a.duplicate_of, a.source_file, a.sha256)
    counts = [sum(t.label == label for t in found.stances) for label in STANCES]
    yield (*about, len(found.sentences), *counts, len(found.map.nodes) - 1, a.text)


def _sentences(found: ArticleRecords) -> Iterator[Row]:
    names = found.names
    for s, t in zip(found.sentences, found.stances, strict=True):
        place = (s.id, s.article, s.index, s.paragraph, s.kind, s.start, s.end, s.text)
        scores = (rounded(t.scores.pro), rounded(t.scores.anti), rounded(t.scores.neutral))
        yield (*place, t.label, *scores, t.uncertain, t.voice, t.speaker, names.get(t.speaker), list(t.why))


def _entities(found: ArticleRecords) -> Iterator[Row]:
    for e in found.entities:
        yield (e.id, e.article, e.sentence, e.start, e.end, e.text, e.label, e.entity, e.method)


def _quotes(found: ArticleRecords) -> Iterator[Row]:
    names, text = found.names, found.article.text
    for q in found.quotes:
        who = (q.id, q.article, q.type, q.speaker, names.get(q.speaker))
        source, cue = (words_at(text, span) if span else None for span in (q.source, q.cue))
        places = (*(q.source or NOWHERE), *(q.cue or NOWHERE), [list(span) for span in q.content])
        how = (rounded(q.confidence), q.why, q.asserted)
        yield (*who, source, cue, content_of(text, q), *places, list(q.sentences), *how)


def _speakers(found: ArticleRecords) -> Iterator[Row]:
    for s in found.speakers:
        who = (s.id, s.article, s.name, s.kind, s.role, s.affiliation, s.position)
        counts = (s.stance.pro, s.stance.anti, s.stance.neutral)
        yield (*who, *counts, [list(span) for span in s.mentions], list(s.quotes))


OF_TEXT: tuple[Table[ArticleRecords], ...] = (
    Table(
        "articles",
        columns(
            "text: id title source url published",
            "texts: authors",
            "text: duplicate_of source_file sha256",
            "whole: sentences pro anti neutral nodes",
            "text: text",
        ),
        _articles,
    ),
    Table(
        "sentences",
        columns(
            "text: id article",
            "whole: index paragraph",
            "text: kind",
            "whole: start end",
            "text: text stance",
            "real: score_pro score_anti score_neutral",
            "truth: uncertain",
            "text: voice speaker speaker_name",
            "texts: why",
        ),
        _sentences,
    ),
    Table(
        "entities",
        columns("text: id article sentence", "whole: start end", "text: text label entity method"),
        _entities,
    ),
    Table(
        "quotes",
        columns(
            "text: id article type speaker speaker_name source cue content",
            "whole: source_start source_end cue_start cue_end",
            "spans: content_spans",
            "texts: sentences",
            "real: confidence",
            "text: why",
            "truth: asserted",
        ),
        _quotes,
    ),
    Table(
        "speakers",
        columns(
            "text: id article name kind role affiliation position",
            "whole: pro anti neutral",
            "spans: mentions",
            "texts: quotes",
        ),
        _speakers,
    ),
)
