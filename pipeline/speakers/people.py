"""The persons of an article, to be found by name, label, role or place."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Entity

from pipeline.quotes.tree import Tree
from pipeline.records import Span
from pipeline.speakers import words
from pipeline.speakers.naming import name_of
from pipeline.speakers.roles import Person, describe


class People:
    """Index of the PERSON entities of one article."""

    def __init__(self, tree: Tree, ents: Sequence[Entity]) -> None:
        self.tree = tree
        self.known: dict[str, Person] = {}
        self.order: list[tuple[int, str]] = []  # (head token, name) of each mention
        for e in ents:
            if e.label_ != "PERSON":
                continue
            name = name_of(e)
            person = self.known.setdefault(name, Person(name, gender=_gender_by_name(name)))
            head = e.root.i
            person.spans.append((e.start_char, e.end_char))
            self.order.append((head, name))
            describe(tree, person, e.start, head)

    def mentions(self, name: str) -> list[Span]:
        """List a person's mentions in characters."""
        return self.known[name].spans if name in self.known else []

    def bearer(self, e: Entity) -> str:
        """Name the person behind a mention; `Ms. Brandt` is a Brandt of her gender."""
        name = name_of(e)
        title = self.tree.lower[e.start - 1] if e.start else ""
        gender = words.gender_of(title)
        known = self.known.get(name)
        if gender is None or known is None or known.gender in (None, gender):
            return name
        surname = name.split()[-1]
        others = (p.name for p in self.known.values() if p.name.split()[-1] == surname and p.gender in (None, gender))
        return next((other for other in others if other != name), name)

    def labelled(self, label: str) -> str:
        """Name the person behind a transcript's label: `SPIVEY`, `CAROLYN SPIVEY` or `CS`; else the label itself."""
        wanted = label.lower()
        for name in self.known:
            parts = name.lower().split()
            if wanted in (name.lower(), parts[-1], "".join(p[0] for p in parts)):
                return name
        return label

    def before(self, at: int, first_sentence: int) -> Iterator[tuple[str, int]]:
        """Yield (name, token) of mentions before a token, not further back than a sentence."""
        for head, name in reversed(self.order):
            if head < at:
                if self.tree.sent[head] < first_sentence:
                    return
                yield name, head

    def with_role(self, role: str, at: int) -> str | None:
        """Name the person last mentioned before a token whose role has this head word."""
        for head, name in reversed(self.order):
            held = self.known[name].role
            if head < at and held and role in _role_words(held):
                return name
        for name, person in self.known.items():  # `the mayor` before his name is given
            if person.role and role in _role_words(person.role):
                return name
        return None


def _gender_by_name(name: str) -> words.Gender | None:
    first = name.split()[0].lower() if name.split() else ""
    if first in words.MALE_NAMES:
        return "m"
    return "f" if first in words.FEMALE_NAMES else None


def _role_words(role: str) -> list[str]:
    return [words.SHORT_TITLES.get(w, w) for w in role.lower().split()]
