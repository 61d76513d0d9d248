"""Resolve the sources of attributions to the speakers of an article, without a coreference model.

Names first (the entity stage's canonical names), then titles and pronouns by agreement and recency, in the manner of
the ordered rules of Lee et al. (2013); what no rule decides stays without a speaker.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span as Entity

from pipeline.quotes.attribute import Attribution
from pipeline.quotes.candidate import ACTS
from pipeline.quotes.source import RELATIVE, antecedent
from pipeline.quotes.tree import Tree
from pipeline.records import SpeakerKind
from pipeline.speakers import words
from pipeline.speakers.people import People, plain_phrase

ORGANISATIONS = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC"})
DOCUMENTS = frozenset({"LAW", "WORK_OF_ART", "PRODUCT"})
Key = tuple[SpeakerKind, str]  # kind and name of a speaker
TOPICAL = frozenset({"nsubj", "nsubjpass", "pobj", "poss"})
NEAR = 2  # sentences that `it` may look back for a body
BODY_REACH = 8  # sentences that `the agency` may
PRONOUN_REACH = 8  # sentences that a pronoun may look back


@dataclass(slots=True)
class ResolvedSpeaker:
    """A speaker of one article; offsets are characters, attributions are numbers into the document's list."""

    name: str
    kind: SpeakerKind
    role: str | None
    affiliation: str | None
    mentions: list[tuple[int, int]] = field(default_factory=list)
    attributions: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Said:
    """The last one who spoke, for pronouns and continuing speech."""

    key: Key
    sentence: int
    para: int
    at: int


def resolve_speakers(tree: Tree, ents: Sequence[Entity], attributions: Sequence[Attribution]) -> list[ResolvedSpeaker]:
    """List the speakers in order of first mention; each attribution belongs to one speaker at most."""
    return Resolver(tree, ents).resolve(attributions)


def _acts(key: Key, a: Attribution) -> bool:
    """Tell a thing that does something from one that says something: a law that bans, an effort that threatens."""
    if a.type != "indirect" or not a.why.startswith(ACTS):
        return False
    words_of = key[1].lower().split()
    head = words_of[-1] if words_of else ""
    return (key[0] == "document" and head not in words.WRITINGS) or (key[0] == "unnamed" and not words.is_person(head))


def _proper(tree: Tree, head: int) -> str:
    """The run of proper nouns that ends in a token: a name that the entity finder took for something else."""
    lo = head
    while lo > 0 and tree.tag[lo - 1] in ("NNP", "HYPH") and tree.head[lo - 1] == head:
        lo -= 1
    return tree.text[tree.start[lo] : tree.end[head]]


class Resolver:
    """State of one pass over an article's attributions."""

    def __init__(self, tree: Tree, ents: Sequence[Entity]) -> None:
        self.tree = tree
        self.people = People(tree, ents)
        self.entity_at: dict[int, Entity] = {i: e for e in ents for i in range(e.start, e.end)}
        self.history: list[Said] = []
        self.found: dict[Key, ResolvedSpeaker] = {}

    def resolve(self, attributions: Sequence[Attribution]) -> list[ResolvedSpeaker]:
        """Go through the attributions in order of their place in the text."""
        order = sorted(range(len(attributions)), key=lambda n: attributions[n].content[0])
        for number in order:
            a = attributions[number]
            key, mention = self._speaker_of(a)
            if key is None or not a.asserted or _acts(key, a):
                continue
            speaker = self._entry(key)
            speaker.attributions.append(number)
            if mention and mention not in speaker.mentions:
                speaker.mentions.append(mention)
            at = a.subject if a.subject is not None else a.content[0][0]
            self.history.append(Said(key, self.tree.sent[at], self.tree.para[a.content[-1][0]], at))
        for key, speaker in self.found.items():
            if key[0] == "person":
                named = [m for m in self.people.mentions(key[1]) if m not in speaker.mentions]
                speaker.mentions.extend(named)
            speaker.mentions.sort()
        return sorted(
            self.found.values(),
            key=lambda s: (s.mentions[0] if s.mentions else (len(self.tree.text), 0), s.name),
        )

    def _entry(self, key: Key) -> ResolvedSpeaker:
        if key not in self.found:
            kind, name = key
            person = self.people.known.get(name) if kind == "person" else None
            role = person.role if person else None
            self.found[key] = ResolvedSpeaker(name, kind, role, person.affiliation if person else None)
        return self.found[key]

    def _speaker_of(self, a: Attribution) -> tuple[Key | None, tuple[int, int] | None]:
        if a.source is None or a.subject is None:
            return self._continuing(a), None
        head = a.subject
        word = self.tree.lower[head]
        mention = self.tree.chars(*a.source)
        if a.why == "transcript":
            return ("person", self.people.labelled(self.tree.text[slice(*mention)])), mention
        if word in RELATIVE:
            named = antecedent(self.tree, head)
            return (self._nominal(named, a) if named is not None else None), mention
        if word in words.PRONOUNS:
            return self._pronoun(head, word, a), mention
        return self._nominal(head, a), mention

    def _continuing(self, a: Attribution) -> Key | None:
        """Speech without a source goes on from the speaker just before it."""
        if not self.history or a.cue is not None or a.type != "direct":
            return None
        last = self.history[-1]
        here = self.tree.para[a.content[0][0]]
        gap = sum(1 for p in {self.tree.para[i] for i in range(last.at, a.content[0][0])} if last.para < p < here)
        return last.key if here - last.para <= 2 and gap == 0 else None

    def _pronoun(self, head: int, word: str, a: Attribution) -> Key | None:
        sentence = self.tree.sent[head]
        if word in words.FIRST:
            return None
        if word in words.HE or word in words.SHE:
            wanted = "m" if word in words.HE else "f"
            return self._person_before(head, sentence, wanted, a)
        topic = self._topic_of(sentence - 1, a, plural=word not in words.IT)
        if topic:
            return topic
        kinds = ("organisation", "document") if word in words.IT else ("group", "organisation", "document")
        for said in reversed(self.history):
            if sentence - said.sentence > PRONOUN_REACH:
                break
            if said.key[0] in kinds:
                return said.key
        if word in words.IT:
            return self._body_before(head, sentence)
        if word in ("they", "their"):
            return None
        return ("group", plain_phrase(self.tree, head))

    def _topic_of(self, sentence: int, a: Attribution, plural: bool) -> Key | None:
        """The subject of a sentence, where it is what `it` or `they` in the next one may stand for."""
        if sentence < 0:
            return None
        tree = self.tree
        for i in range(tree.sent_first[sentence], tree.sent_last[sentence] + 1):
            if tree.dep[i] in ("nsubj", "nsubjpass") and tree.head[tree.head[i]] == tree.head[i]:
                if plural:
                    return self._nominal(i, a) if tree.tag[i] in ("NNS", "NNPS") else None
                noun = tree.lower[i] in words.BODY_NOUNS or tree.lower[i] in words.DOCUMENT_NOUNS
                e = self.entity_at.get(i)
                body = e is not None and e.label_ in ("ORG", "GPE", "LAW")
                return self._nominal(i, a) if (noun and tree.tag[i] == "NN") or body else None
        return None

    def _person_before(self, head: int, sentence: int, gender: str, a: Attribution) -> Key | None:
        """The best earlier person: near, a subject or a speaker, of the right gender, not inside this content."""
        best: tuple[float, int, str] | None = None
        for name, at in self.people.before(head, sentence - PRONOUN_REACH):
            if any(lo <= at < hi for lo, hi in a.content):
                continue
            known = self.people.known[name].gender
            if known and known != gender:
                continue
            distance = sentence - self.tree.sent[at]
            score = -1.0 * distance
            score += 1.2 * (self.tree.dep[at] in ("nsubj", "nsubjpass"))
            score += 0.4 * (known == gender)
            score -= 0.8 * (self.tree.dep[at] in ("poss", "pobj", "dobj", "compound"))
            score += 2.0 * any(
                s.key == ("person", name) and sentence - s.sentence <= distance + 1 for s in self.history[-3:]
            )
            if best is None or (score, at) > best[:2]:
                best = (score, at, name)
        for said in reversed(self.history[-2:]):
            if (
                said.key[0] == "unnamed"
                and sentence - said.sentence <= 2
                and (best is None or self.tree.sent[best[1]] < said.sentence)
            ):
                return said.key
        return ("person", best[2]) if best else self._last_speaker(sentence, gender)

    def _last_speaker(self, sentence: int, gender: str) -> Key | None:
        """The person who spoke last, where names lie too far back: `he said … he said …`."""
        for said in reversed(self.history):
            if sentence - said.sentence > PRONOUN_REACH:
                return None
            known = self.people.known.get(said.key[1])
            near = sentence - said.sentence <= NEAR
            if (said.key[0] == "unnamed" and near) or (
                said.key[0] == "person" and (known is None or known.gender in (None, gender))
            ):
                return said.key
        return None

    def _body_before(self, head: int, sentence: int, noun: str = "") -> Key | None:
        """The body that `it`, `the agency` or `the city` stands for: nearest, of a fitting kind, named by the noun if any is."""
        place = noun in words.PLACE_NOUNS
        nearest: Key | None = None
        for i in range(head - 1, -1, -1):
            far = sentence - self.tree.sent[i]
            e = self.entity_at.get(i)
            if e is None or i != e.end - 1 or e.label_ not in ("ORG", "GPE"):
                continue
            name = e.kb_id_ or e.text
            if noun and noun in name.lower().split():
                return ("organisation", name)
            fits = (e.label_ == "GPE") == place if noun else self.tree.dep[i] in TOPICAL
            if noun and not place and noun not in words.GENERIC_BODIES:
                continue
            if nearest is None and far <= (BODY_REACH if noun else NEAR) and fits:
                nearest = ("organisation", name)
                if not noun:
                    return nearest
        return nearest

    def _nominal(self, head: int, a: Attribution) -> Key | None:
        tree = self.tree
        if tree.dep[head] == "appos" and self._is_person(tree.head[head]):
            head = tree.head[head]  # `Shelley Dorn, a Republican who …`
        entity = self.entity_at.get(head)
        joint = any(tree.dep[k] == "conj" and k > head and tree.tag[k][:2] in ("NN", "PR") for k in tree.kids[head])
        if joint and a.source is not None:
            return ("group", plain_phrase(tree, head))
        if entity is not None and entity.label_ == "PERSON":
            return ("person", self.people.bearer(entity))
        word = tree.lower[head]
        named = self._appositive_name(head)
        if named:
            return ("person", named)
        if entity is not None and entity.label_ in ORGANISATIONS | DOCUMENTS and entity.end - 1 == head:
            kind: SpeakerKind = "document" if entity.label_ in DOCUMENTS else "organisation"
            if entity.label_ == "NORP" and word.endswith("s"):
                return ("group", plain_phrase(tree, head))
            return (kind, entity.kb_id_ or entity.text)
        return self._common(head, word, a)

    def _is_person(self, i: int) -> bool:
        e = self.entity_at.get(i)
        return e is not None and e.label_ == "PERSON"

    def _appositive_name(self, head: int) -> str | None:
        """`The mayor, Ana Ruiz,`; `Attorney Ana Ruiz` with the name as the head's modifier."""
        tree = self.tree
        for k in (*tree.kids[head], *(j for i in tree.kids[head] if tree.lower[i] == "named" for j in tree.kids[i])):
            e = self.entity_at.get(k)
            if tree.lower[tree.head[k]] == "named" and e is not None and e.label_ == "PERSON":
                return e.kb_id_ or e.text  # a farmer named Sal Onorato
            named = tree.dep[k] == "appos" and tree.tag[k] == "NNP" and not words.is_person(tree.lower[k])
            if named and words.is_person(tree.lower[head]):
                return (e.kb_id_ or e.text) if e is not None and e.label_ == "PERSON" else _proper(tree, k)
            if e is not None and e.label_ == "PERSON" and tree.dep[k] in ("appos", "compound", "nmod"):
                if tree.dep[k] == "compound" and tree.tag[head] not in ("NNP", "NNPS"):
                    continue
                return e.kb_id_ or e.text
        return None

    def _common(self, head: int, word: str, a: Attribution) -> Key | None:
        tree = self.tree
        lo, _ = tree.span(head)
        definite = tree.lower[lo] in ("the", "that", "this", "his", "her", "its", "their") or lo == head
        singular = tree.tag[head] in ("NN", "NNP")
        phrase = plain_phrase(tree, head)
        if singular and definite and word in words.SOMEBODY:
            known = self._person_before(head, tree.sent[head], words.SOMEBODY[word], a)
            return known or ("unnamed", phrase)
        if singular and word in words.TITLES:
            if definite:
                name = self.people.with_role(word, head)
                if name:
                    return ("person", name)
                for said in reversed(self.history):  # `the spokesman` after `a spokesman for the agency`
                    if said.key[0] == "unnamed" and word in said.key[1].lower().split():
                        return said.key
            return ("unnamed", phrase)
        if singular and word in words.BODY_NOUNS:
            if definite and len(tree.kids[head]) <= 1 and phrase.lower().removeprefix("the ") == word:
                body = self._body_before(head, tree.sent[head], word)
                if body:
                    return body
            return ("organisation", phrase)
        if word in words.DOCUMENT_NOUNS:
            return ("document", phrase)
        if tree.tag[head] in ("NNS", "NNPS", "CD", "DT", "JJ", "JJS") or word in words.GROUP_NOUNS:
            return ("group", phrase)
        if tree.tag[head] in ("NNP",):
            return ("organisation" if word in words.BODY_NOUNS else "person", phrase)
        if word in ("who", "which", "that", "what", "this", "there"):
            return None
        return ("unnamed", phrase)
