"""Speakers named by a pronoun."""

from pipeline.quotes.attribute import Attribution
from pipeline.speakers import words
from pipeline.speakers.antecedents import PRONOUN_REACH, body_before, person_before
from pipeline.speakers.context import Context, Key
from pipeline.speakers.naming import plain_phrase
from pipeline.speakers.nominals import nominal


def pronoun(context: Context, head: int, word: str, a: Attribution) -> Key | None:
    """Tell who `he`, `it` or `they` is; nobody for the first person, which belongs to whoever is quoted."""
    sentence = context.tree.sent[head]
    if word in words.FIRST:
        return None
    if word in words.HE or word in words.SHE:
        wanted = "m" if word in words.HE else "f"
        return person_before(context, head, sentence, wanted, a)
    topic = _topic_of(context, sentence - 1, a, plural=word not in words.IT)
    if topic:
        return topic
    kinds = ("organisation", "document") if word in words.IT else ("group", "organisation", "document")
    for said in reversed(context.history):
        if sentence - said.sentence > PRONOUN_REACH:
            break
        if said.key[0] in kinds:
            return said.key
    if word in words.IT:
        return body_before(context, head, sentence)
    if word in ("they", "their"):
        return None
    return ("group", plain_phrase(context.tree, head))


def _topic_of(context: Context, sentence: int, a: Attribution, plural: bool) -> Key | None:
    """The subject of a sentence, where it is what `it` or `they` in the next one may stand for."""
    if sentence < 0:
        return None
    tree = context.tree
    for i in range(tree.sent_first[sentence], tree.sent_last[sentence] + 1):
        if tree.dep[i] in ("nsubj", "nsubjpass") and tree.head[tree.head[i]] == tree.head[i]:
            if plural:
                return nominal(context, i, a) if tree.tag[i] in ("NNS", "NNPS") else None
            noun = tree.lower[i] in words.BODY_NOUNS or tree.lower[i] in words.DOCUMENT_NOUNS
            e = context.entity_at.get(i)
            body = e is not None and e.label_ in ("ORG", "GPE", "LAW")
            return nominal(context, i, a) if (noun and tree.tag[i] == "NN") or body else None
    return None
