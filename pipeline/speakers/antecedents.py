"""What a pronoun or `the agency` stands for: the best earlier person or body."""

from pipeline.quotes.attribute import Attribution
from pipeline.speakers import words
from pipeline.speakers.context import Context, Key

TOPICAL = frozenset({"nsubj", "nsubjpass", "pobj", "poss"})
NEAR = 2  # sentences that `it` may look back for a body
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
        score = -1.0 * distance
        score += 1.2 * (context.tree.dep[at] in ("nsubj", "nsubjpass"))
        score += 0.4 * (known == gender)
        score -= 0.8 * (context.tree.dep[at] in ("poss", "pobj", "dobj", "compound"))
        score += 2.0 * any(
            s.key == ("person", name) and sentence - s.sentence <= distance + 1 for s in context.history[-3:]
        )
        if best is None or (score, at) > best[:2]:
            best = (score, at, name)
    for said in reversed(context.history[-2:]):
        if (
            said.key[0] == "unnamed"
            and sentence - said.sentence <= 2
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
        name = e.kb_id_ or e.text
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
