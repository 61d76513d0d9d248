"""The persons of an article: canonical names, places of mention, gender, role and affiliation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span as Entity

from pipeline.quotes.tree import Tree
from pipeline.speakers import words

PARTIES = frozenset({"democrat", "republican", "independent", "libertarian"})


LONGEST_ROLE = 120  # characters
ADDED = ("relcl", "appos", "acl", "punct", "advcl", "case", "parataxis")


@dataclass(slots=True)
class Person:
    """What the article says of one person."""

    name: str
    at: list[int] = field(default_factory=list)  # head tokens of the mentions
    spans: list[tuple[int, int]] = field(default_factory=list)  # characters
    gender: str | None = None
    role: str | None = None
    affiliation: str | None = None


def plain_phrase(tree: Tree, head: int, clauses: bool = True) -> str:
    """Give a noun phrase as a name: without what is added between commas and without a leading article.

    Clauses that tell which one is meant (`an official who knows the case`) are part of a name, but not of a role.
    """
    lo, hi = tree.span(head)
    for k in tree.kids[head]:
        if k > head and tree.dep[k] in ADDED and tree.word[k] != "-":
            restrictive = clauses and tree.dep[k] in ("relcl", "acl") and tree.word[tree.first[k] - 1] != ","
            hi = hi if restrictive else min(hi, tree.first[k])
    hi = max(hi, head + 1)
    while lo < head and (tree.lower[lo] in ("the",) or not tree.is_word(lo)):
        lo += 1
    while hi - 1 > head and not tree.is_word(hi - 1):
        hi -= 1
    return " ".join(tree.text[tree.start[lo] : tree.end[hi - 1]].split())


class People:
    """Index of the PERSON entities of one article."""

    def __init__(self, tree: Tree, ents: Sequence[Entity]) -> None:
        self.tree = tree
        self.known: dict[str, Person] = {}
        self.order: list[tuple[int, str]] = []
        for e in ents:
            if e.label_ != "PERSON":
                continue
            name = e.kb_id_ or e.text
            person = self.known.setdefault(name, Person(name, gender=_gender_by_name(name)))
            head = e.root.i
            person.at.append(head)
            person.spans.append((e.start_char, e.end_char))
            self.order.append((head, name))
            self._describe(person, e, head)

    def mentions(self, name: str) -> list[tuple[int, int]]:
        """List a person's mentions in characters."""
        return self.known[name].spans if name in self.known else []

    def bearer(self, e: Entity) -> str:
        """Name the person behind a mention; `Ms. Brandt` is a Brandt of her gender."""
        name = e.kb_id_ or e.text
        title = self.tree.lower[e.start - 1] if e.start else ""
        gender = "f" if title in words.FEMALE_TITLES else "m" if title in words.MALE_TITLES else None
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

    def _describe(self, person: Person, e: Entity, head: int) -> None:
        tree = self.tree
        first = e.start
        role: list[str] = []
        i = first - 1
        while i >= 0 and tree.sent[i] == tree.sent[first] and len(role) < 6:
            word = tree.lower[i].rstrip(".")
            title = (
                tree.lower[i] in words.SHORT_TITLES
                or word in words.TITLES
                or word
                in (
                    "vice",
                    "former",
                    "state",
                    "u.s",
                    "district",
                    "general",
                    "police",
                    "county",
                    "city",
                    "acting",
                    "deputy",
                    "lt",
                    "attorney",
                    "house",
                    "senate",
                    "minority",
                    "majority",
                )
            )
            if tree.lower[i] in words.MALE_TITLES:
                person.gender = person.gender or "m"  # `Ms. Brandt` may be the widow of Aaron Brandt
            if tree.lower[i] in words.FEMALE_TITLES:
                person.gender = person.gender or "f"
            if not title:
                break
            role.insert(0, tree.word[i])
            i -= 1
        if (
            role
            and any(w.lower() in words.SHORT_TITLES or w.lower() in words.TITLES for w in role)
            and person.role is None
        ):
            person.role = " ".join(role)
        self._apposed_to(person, head)
        for k in tree.kids[head]:
            if tree.dep[k] == "appos" and k > head and tree.tag[k][:2] == "NN":
                self._appositive(person, k)

    def _apposed_to(self, person: Person, head: int) -> None:
        """`The majority leader, Winston Adair`: the name stands behind its role."""
        tree = self.tree
        noun = tree.head[head]
        if tree.dep[head] != "appos" or noun >= head or tree.tag[noun] != "NN" or not words.is_person(tree.lower[noun]):
            return
        phrase = plain_phrase(tree, noun, clauses=False)
        if person.role is None and len(phrase) <= LONGEST_ROLE:
            role, _, body = phrase.partition(" of ")
            person.role = role.removeprefix("a ").removeprefix("an ").removeprefix("new ")
            person.affiliation = person.affiliation or body.removeprefix("the ") or None

    def _appositive(self, person: Person, k: int) -> None:
        tree = self.tree
        word = tree.lower[k]
        if word in PARTIES:
            person.affiliation = person.affiliation or plain_phrase(tree, k, clauses=False)
            return
        if word in words.FEMALE_TITLES:
            person.gender = "f"
        if word in words.MALE_TITLES:
            person.gender = "m"
        if word in words.TITLES or person.role is None:
            phrase = plain_phrase(tree, k, clauses=False)
            if len(phrase) <= LONGEST_ROLE:
                role, _, body = phrase.partition(" of ")
                person.role = person.role or role.removeprefix("a ").removeprefix("an ")
                if body:
                    person.affiliation = person.affiliation or body.removeprefix("the ")


def _gender_by_name(name: str) -> str | None:
    first = name.split()[0].lower() if name.split() else ""
    if first in words.MALE_NAMES:
        return "m"
    return "f" if first in words.FEMALE_NAMES else None


def _role_words(role: str) -> list[str]:
    return [words.SHORT_TITLES.get(w, w) for w in role.lower().split()]
