"""What a pronoun or `the agency` stands for: the best earlier person or body."""

from pipeline.quotes.attribute import Attribution
from pipeline.quotes.grammar import SUBJECTS
from pipeline.speakers import words
from pipeline.speakers.context import Context, Key
from pipeline.speakers.naming import name_of

TOPICAL = frozenset({"nsubj", "nsubjpass", "pobj", "poss"})
OBJECTS = frozenset({"poss", "pobj", "dobj", "compound"})
# Weights of a person, in sentences of distance: who was the last to speak, is a subject, is known to be of the gender …
SPOKE, SUBJECT, KNOWN = 2.0, 1.2, 0.4
OBJECT = 0.8  # … against one who is only spoken of
SCORE_DECIMALS = 6  # sums that agree so far are equal, and the later mention wins
NEAR = 2  # sentences that `it` may look back for a body, or `he` for one without a name
BODY_REACH = 8  # sentences that `the agency` may
PRONOUN_REACH = 8  # sentences that a pronoun may look back


def person_before(context: Context, head: int, sentence: int, gender: str, a: Attribution) -> Key | None:
    """The best earlier person: near, a subject or a speaker, of the right gender, not inside this content."""
    best: tuple[float, int, str] | None = None
    for name, at in context.people.before(head, sentence - PRONOUN_REACH):
        if any(lo <= at < hi for lo, hi in a.content):
            continue
        known = context.people.known[name].gender
        if known and known != gender:
            continue
        distance = sentence - context.tree.sent[at]
        spoke = any(s.key == ("person", name) and sentence - s.sentence <= distance + 1 for s in context.history[-3:])
        dep = context.tree.dep[at]
        score = round(
            -distance
            + SUBJECT * (dep in SUBJECTS)
            + KNOWN * (known == gender)
            - OBJECT * (dep in OBJECTS)
            + SPOKE * spoke,
            SCORE_DECIMALS,
        )
        if best is None or (score, at) > best[:2]:
            best = (score, at, name)
    for said in reversed(context.history[-2:]):
        if (
            said.key[0] == "unnamed"
            and sentence - said.sentence <= NEAR
            and (best is None or context.tree.sent[best[1]] < said.sentence)
        ):
            return said.key
    return ("person", best[2]) if best else _last_speaker(context, sentence, gender)


def _last_speaker(context: Context, sentence: int, gender: str) -> Key | None:
    """The person who spoke last, where names lie too far back: `he said … he said …`."""
    for said in reversed(context.history):
        if sentence - said.sentence > PRONOUN_REACH:
            return None
        known = context.people.known.get(said.key[1])
        near = sentence - said.sentence <= NEAR
        if (said.key[0] == "unnamed" and near) or (
            said.key[0] == "person" and (known is None or known.gender in (None, gender))
        ):
            return said.key
    return None


def body_before(context: Context, head: int, sentence: int, noun: str = "") -> Key | None:
    """The body that `it`, `the agency` or `the city` stands for: nearest, of a fitting kind, named by the noun if any is."""
    place = noun in words.PLACE_NOUNS
    nearest: Key | None = None
    for i in range(head - 1, -1, -1):
        far = sentence - context.tree.sent[i]
        e = context.entity_at.get(i)
        if e is None or i != e.end - 1 or e.label_ not in ("ORG", "GPE"):
            continue
        name = name_of(e)
        if noun and noun in name.lower().split():
            return ("organisation", name)
        fits = (e.label_ == "GPE") == place if noun else context.tree.dep[i] in TOPICAL
        if noun and not place and noun not in words.GENERIC_BODIES:
            continue
        if nearest is None and far <= (BODY_REACH if noun else NEAR) and fits:
            nearest = ("organisation", name)
            if not noun:
                return nearest
    return nearest
