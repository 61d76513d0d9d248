"""Speakers named by a noun phrase: persons, bodies, groups, documents and persons without a name."""

from pipeline.quotes.attribute import Attribution
from pipeline.records import SpeakerKind
from pipeline.speakers import words
from pipeline.speakers.antecedents import body_before, person_before
from pipeline.speakers.context import Context, Key
from pipeline.speakers.naming import name_of, plain_phrase, proper_nouns, singular, whole_phrase

ORGANISATIONS = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC"})
DOCUMENTS = frozenset({"LAW", "WORK_OF_ART", "PRODUCT"})
PLURAL = frozenset({"NNS", "NNPS", "CD", "DT", "JJ", "JJS"})  # tags; `many`, `the poor` and `forty` are groups, too
DEFINITE = frozenset({"the", "that", "this", "his", "her", "its", "their"})
PARTITIVE = frozenset("pair set series copy number batch string couple handful".split())
EMPTY = frozenset({"who", "which", "that", "what", "this", "there"})


def nominal(context: Context, head: int, a: Attribution) -> Key | None:
    """Tell who or what the noun phrase of a head token is."""
    tree = context.tree
    if tree.dep[head] == "appos" and context.person_at(tree.head[head]):
        head = tree.head[head]  # `Shelley Dorn, a Republican who …`
    entity = context.entity_at.get(head)
    joint = any(tree.dep[k] == "conj" and k > head and tree.tag[k][:2] in ("NN", "PR") for k in tree.kids[head])
    if joint and a.source is not None:
        return ("group", whole_phrase(tree, a.source))
    if entity is not None and entity.label_ == "PERSON":
        return ("person", context.people.bearer(entity))
    word = tree.lower[head]
    named = _name_beside(context, head)
    if named:
        return ("person", named)
    if entity is not None and entity.label_ in ORGANISATIONS | DOCUMENTS and entity.end - 1 == head:
        kind: SpeakerKind = "document" if entity.label_ in DOCUMENTS else "organisation"
        if entity.label_ == "NORP" and word.endswith("s"):
            return ("group", plain_phrase(tree, head))
        return (kind, name_of(entity))
    return _common(context, head, word, a)


def _name_beside(context: Context, head: int) -> str | None:
    """`The mayor, Ana Ruiz,`; `Attorney Ana Ruiz` with the name as a modifier; `a farmer named Sal Onorato`."""
    tree = context.tree
    for k in (j for i in tree.kids[head] if tree.lower[i] == "named" for j in tree.kids[i]):
        if context.person_at(k):
            return context.person_at(k)
    for k in tree.kids[head]:
        name = context.person_at(k)
        apposed = tree.dep[k] == "appos" and tree.tag[k] == "NNP" and not words.is_person(tree.lower[k])
        if apposed and words.is_person(tree.lower[head]):
            return name or proper_nouns(tree, k)
        title = tree.dep[k] == "compound" and tree.tag[head] not in ("NNP", "NNPS")
        if name and tree.dep[k] in ("appos", "compound", "nmod") and not title:
            return name
    return None


def _common(context: Context, head: int, word: str, a: Attribution) -> Key | None:
    """Tell who a noun phrase without a name of its own means: `the man`, `the agency`, `a report`, `residents`."""
    tree = context.tree
    first = tree.first[head]
    definite = first == head or tree.lower[first] in DEFINITE
    phrase = plain_phrase(tree, head)
    if a.source and a.subject == head and "," not in tree.word[slice(*a.source)]:
        phrase = max(phrase, whole_phrase(tree, a.source), key=len)  # the parser may have cut the name short
    if word in PARTITIVE and (of := tree.kid(head, "prep")) is not None and (part := tree.kid(of, "pobj")) is not None:
        word = tree.lower[part]  # a pair of memos
    if tree.tag[head] in ("NN", "NNP"):
        if definite and word in words.SOMEBODY:
            return person_before(context, head, tree.sent[head], words.SOMEBODY[word], a) or ("unnamed", phrase)
        if word in words.TITLES:
            return (_bearer(context, word, head) if definite else None) or ("unnamed", phrase)
        if word in words.BODY_NOUNS:
            alone = definite and len(tree.kids[head]) <= 1 and phrase.lower().removeprefix("the ") == word
            return (body_before(context, head, tree.sent[head], word) if alone else None) or ("organisation", phrase)
    if word in words.DOCUMENT_NOUNS or singular(word) in words.DOCUMENT_NOUNS:
        return ("document", phrase)
    if tree.tag[head] in PLURAL or word in words.GROUP_NOUNS:
        return ("group", phrase)
    if tree.tag[head] == "NNP":
        return ("person", phrase)
    return None if word in EMPTY else ("unnamed", phrase)


def _bearer(context: Context, title: str, head: int) -> Key | None:
    """The person behind `the sheriff`, or the one without a name: `the spokesman` after `a spokesman for the agency`."""
    name = context.people.with_role(title, head)
    if name:
        return ("person", name)
    for said in reversed(context.history):
        if said.key[0] == "unnamed" and title in said.key[1].lower().split():
            return said.key
    return None
