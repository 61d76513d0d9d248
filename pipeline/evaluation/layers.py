"""Score all layers of analysed articles against their annotation."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.entities.mention import NUMERIC
from pipeline.evaluation.labels import ScoredLabel
from pipeline.evaluation.spans import Attributed, attribution_counts, attribution_scores, span_f1
from pipeline.evaluation.stance import Judged, score
from pipeline.gold.corpus import ATTRIBUTION, AnnotatedArticle, GoldSpan
from pipeline.gold.pairing import pair_rows
from pipeline.gold.voices import voice_of_row
from pipeline.params import EvaluateParams
from pipeline.records import SILENT, Entity, LedgerEntry, Quote, Sentence, Stance


@dataclass(slots=True)
class LayerScores:
    """Collects article by article, then sums up; spans carry their article, so that those of all can be one list."""

    sentences: list[tuple[object, ...]] = field(default_factory=list)
    gold_sentences: list[tuple[object, ...]] = field(default_factory=list)
    entities: list[tuple[object, ...]] = field(default_factory=list)
    gold_entities: list[tuple[object, ...]] = field(default_factory=list)
    counts: list[dict[str, int]] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)
    labels: list[ScoredLabel] = field(default_factory=list)  # parallel to `judged`
    kinds: list[bool] = field(default_factory=list)
    speakers: list[bool] = field(default_factory=list)

    def add(
        self,
        gold: AnnotatedArticle,
        sentences: Sequence[Sentence],
        entities: Sequence[Entity],
        quotes: Sequence[Quote],
        ledger: Sequence[LedgerEntry],
        stances: Sequence[Stance],
    ) -> None:
        """Take in one article."""
        a = gold.card.id
        self.sentences += [(a, s.start, s.end) for s in sentences]
        self.gold_sentences += [(a, r.start, r.end) for r in gold.rows]
        self.entities += [(a, e.start, e.end, e.label) for e in entities]
        self.gold_entities += [(a, s.start, s.end, s.type) for s in gold.spans if s.type not in ATTRIBUTION]
        found: list[Attributed] = [(q.content, [q.source] if q.source else []) for q in quotes]
        self.counts.append(attribution_counts(gold.raw.text, gold_attributions(gold.spans), found))
        by_sentence = {s.sentence: s for s in stances}
        names = {entry.id: entry.name for entry in ledger}
        for row, sentence in zip(gold.rows, pair_rows(gold.rows, sentences), strict=True):
            self.kinds.append(sentence is not None and sentence.kind == row.kind)
            if sentence is None or row.kind in SILENT:
                continue
            stance = by_sentence[sentence.id]
            score_given = getattr(stance.scores, stance.label)
            voice, genre = voice_of_row(row), gold.card.genre or ""
            self.judged.append(Judged(a, row.stance, stance.label, score_given, stance.uncertain, voice, genre))
            self.labels.append(ScoredLabel(a, row.start, row.end, row.stance, stance.label, score_given))
            if row.speaker and row.quote != "none":
                self.speakers.append(same_name(row.speaker, names.get(stance.speaker or "", "")))

    def summary(self, params: EvaluateParams) -> dict[str, Any]:
        """Give the scores of every layer."""

        def named(items: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
            return [i for i in items if i[3] not in NUMERIC]

        return {
            "articles": len(self.counts),
            "sentences": span_f1(self.gold_sentences, self.sentences),
            "kind_accuracy": _share(self.kinds),
            "entities": span_f1(self.gold_entities, self.entities),
            "entities_named": span_f1(named(self.gold_entities), named(self.entities)),
            "quotes": attribution_scores(self.counts),
            "speaker_accuracy": _share(self.speakers),
            "stance": score(self.judged, params),
        }


def _share(values: Sequence[bool]) -> float | None:
    """The share that is right; None where there was nothing to score."""
    return sum(values) / len(values) if values else None


def gold_attributions(spans: Sequence[GoldSpan]) -> list[Attributed]:
    """Join the spans of each attribution number into content and source."""
    contents: dict[int, list[tuple[int, int]]] = {}
    sources: dict[int, list[tuple[int, int]]] = {}
    for s in spans:
        if s.attribution is not None and s.type in ("content", "source"):
            (contents if s.type == "content" else sources).setdefault(s.attribution, []).append((s.start, s.end))
    return [(contents[n], sources.get(n, [])) for n in sorted(contents)]


def same_name(gold: str, found: str) -> bool:
    """Tell whether two names mean one speaker: all words of the shorter are in the longer, articles aside."""
    a, b = _name_words(gold), _name_words(found)
    if not a or not b:
        return False
    return a <= b or b <= a


def _name_words(name: str) -> frozenset[str]:
    return frozenset(w.strip(".,'’").lower() for w in name.split()) - {"the", "a", "an", ""}
