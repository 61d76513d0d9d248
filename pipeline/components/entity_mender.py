"""spaCy component: mend the model's entities by rules and by consistency over the article."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.entities.mend import mend
from pipeline.entities.mention import Mention


@Language.factory("argmap_entities", requires=["doc.ents"], assigns=["doc.ents"])
class EntityMender:
    """Set `doc.ents`; `ent.kb_id_` is the canonical name in the article, `ent.id_` the rule or model that decided."""

    def __init__(self, nlp: Language, name: str) -> None:
        pass

    def __call__(self, doc: Doc) -> Doc:
        """Mend in place; a mention that no run of tokens inside one sentence matches is left out."""
        model = [Mention(e.start_char, e.end_char, e.label_, "model") for e in doc.ents]
        spans: list[Span] = []
        last = 0
        for m, name in mend(doc.text, model):
            span = doc.char_span(m.start, m.end, label=m.label, kb_id=name, span_id=m.method)
            if span is None or span.start < last:
                continue
            if any(t.is_sent_start for t in span[1:]):
                continue
            spans.append(span)
            last = span.end
        doc.ents = spans
        return doc
