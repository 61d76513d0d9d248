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
from pipeline.speakers.context import Context, Key, Said
from pipeline.speakers.nominals import nominal
from pipeline.speakers.pronouns import pronoun

BLANK_LINE = 2  # line breaks between paragraphs


@dataclass(slots=True)
class ResolvedSpeaker:
    """A speaker of one article; offsets are characters, attributions are numbers into the document's list."""

    name: str
    kind: SpeakerKind
    role: str | None
    affiliation: str | None
    mentions: list[tuple[int, int]] = field(default_factory=list)
    attributions: list[int] = field(default_factory=list)


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


class Resolver:
    """One pass over an article's attributions."""

    def __init__(self, tree: Tree, ents: Sequence[Entity]) -> None:
        self.context = Context(tree, ents)
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
            tree = self.context.tree
            self.context.history.append(Said(key, tree.sent[at], tree.para[a.content[-1][0]], at))
        for key, speaker in self.found.items():
            if key[0] == "person":
                named = [m for m in self.context.people.mentions(key[1]) if m not in speaker.mentions]
                speaker.mentions.extend(named)
            speaker.mentions.sort()
        return sorted(
            self.found.values(),
            key=lambda s: (s.mentions[0] if s.mentions else (len(self.context.tree.text), 0), s.name),
        )

    def _entry(self, key: Key) -> ResolvedSpeaker:
        if key not in self.found:
            kind, name = key
            person = self.context.people.known.get(name) if kind == "person" else None
            role = person.role if person else None
            self.found[key] = ResolvedSpeaker(name, kind, role, person.affiliation if person else None)
        return self.found[key]

    def _speaker_of(self, a: Attribution) -> tuple[Key | None, tuple[int, int] | None]:
        """Give who speaks, and where the source names them in characters; None for what is not known."""
        if a.source is None or a.subject is None:
            return self._continuing(a), None
        head = a.subject
        word = self.context.tree.lower[head]
        mention = self.context.tree.chars(*a.source)
        if a.why == "transcript":
            return ("person", self.context.people.labelled(self.context.tree.text[slice(*mention)])), mention
        if word in RELATIVE:
            named = antecedent(self.context.tree, head)
            return (nominal(self.context, named, a) if named is not None else None), mention
        if word in words.PRONOUNS:
            return pronoun(self.context, head, word, a), mention
        return nominal(self.context, head, a), mention

    def _continuing(self, a: Attribution) -> Key | None:
        """Speech without a source goes on from the speaker just before it."""
        if not self.context.history or a.cue is not None or a.type != "direct":
            return None
        last = self.context.history[-1]
        first = a.content[0][0]
        here = self.context.tree.para[first]
        between = any(last.para < p < here for p in self.context.tree.para[last.at : first])
        return last.key if here - last.para <= BLANK_LINE and not between else None
