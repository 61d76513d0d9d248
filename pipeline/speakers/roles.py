"""What the words around a person's name tell of them: role, affiliation, gender."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.quotes.tree import Tree
from pipeline.records import Span
from pipeline.speakers import words
from pipeline.speakers.naming import plain_phrase

PARTIES = frozenset({"democrat", "republican", "independent", "libertarian"})
LONGEST_ROLE = 120  # characters
LONGEST_TITLE = 6  # words before a name
ARTICLES = ("a ", "an ")


@dataclass(slots=True)
class Person:
    """What the article says of one person; None where it says nothing."""

    name: str
    spans: list[Span] = field(default_factory=list)  # mentions, in characters
    gender: words.Gender | None = None
    role: str | None = None
    affiliation: str | None = None


def describe(tree: Tree, person: Person, first: int, head: int) -> None:
    """Learn from one mention, given its first token and its head; what is known already stays."""
    _title(tree, person, first)
    _apposed_to(tree, person, head)
    for k in tree.kids[head]:
        if tree.dep[k] == "appos" and k > head and tree.tag[k][:2] == "NN":
            _appositive(tree, person, k)


def _title(tree: Tree, person: Person, first: int) -> None:
    """`Former state Senator Ana Ruiz`: the words of titles before the name."""
    i = first - 1
    while i >= 0 and tree.sent[i] == tree.sent[first] and first - 1 - i < LONGEST_TITLE:
        person.gender = person.gender or words.gender_of(tree.lower[i])  # `Ms. Brandt` may be the widow of Aaron Brandt
        word = tree.lower[i].rstrip(".")
        if not (tree.lower[i] in words.SHORT_TITLES or word in words.TITLES or word in words.BEFORE_TITLES):
            break
        i -= 1
    held = tree.lower[i + 1 : first]
    if person.role is None and any(w in words.SHORT_TITLES or w in words.TITLES for w in held):
        person.role = " ".join(tree.word[i + 1 : first])


def _apposed_to(tree: Tree, person: Person, head: int) -> None:
    """`The majority leader, Winston Adair`: the name stands behind its role."""
    noun = tree.head[head]
    if tree.dep[head] != "appos" or noun >= head or tree.tag[noun] != "NN" or not words.is_person(tree.lower[noun]):
        return
    if person.role is None:
        _take(person, plain_phrase(tree, noun, clauses=False), (*ARTICLES, "new "))


def _appositive(tree: Tree, person: Person, k: int) -> None:
    """`Ana Ruiz, director of the trust`, `Ana Ruiz, a Democrat`."""
    word = tree.lower[k]
    phrase = plain_phrase(tree, k, clauses=False)
    if word in PARTIES:
        person.affiliation = person.affiliation or phrase
        return
    person.gender = words.gender_of(word) or person.gender
    if word in words.TITLES or person.role is None:
        _take(person, phrase, ARTICLES)


def _take(person: Person, phrase: str, dropped: Sequence[str]) -> None:
    """Part `a director of the trust` into role and affiliation, without words at the role's beginning."""
    if len(phrase) > LONGEST_ROLE:
        return
    role, _, body = phrase.partition(" of ")
    for word in dropped:
        role = role.removeprefix(word)
    person.role = person.role or role
    if body:
        person.affiliation = person.affiliation or body.removeprefix("the ")
