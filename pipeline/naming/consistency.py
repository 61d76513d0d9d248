"""One name, one label: what an article says once of a name holds for the whole article."""

import re
from collections import Counter, defaultdict

from pipeline.naming.mention import Mention
from pipeline.naming.places import places

NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
WORD = re.compile(r"\b[A-Z][\w’'-]*[\w]")
SUFFIXES = frozenset({"Jr.", "Sr.", "II", "III", "IV", "Jr", "Sr"})
TOWN = re.compile(
    r"(?:^| )(?:Falls|Harbor|Springs|Beach|Heights|Creek|City|Junction|Grove|Hills|Village|Landing|Crossing)$|^(?:Fort|Port|Lake|Mount|St\.|San|Santa|Los|Las|New|North|South|East|West) [A-Z]\w+$"
)
IN_PLACE = re.compile(r"\b(?:in|near|from|outside|across|around) ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?=[\s,.;])")
JOINTS = frozenset({" and ", ", ", ", and ", " or "})
NOT_SURNAMES = frozenset({"County", "City", "State", "House", "Senate", "Police", "School"})
SURE = frozenset({"known body", "law", "title", "county", "before state", "body"})


def surname(name: str) -> str:
    """Give the last word of a name, suffixes such as Jr. aside."""
    words = [w for w in name.replace(",", " ").split() if w not in SUFFIXES]
    return words[-1] if words else name


def is_full_name(name: str) -> bool:
    """Tell a first name with a surname from a single name."""
    words = [w for w in name.replace(",", " ").split() if w not in SUFFIXES]
    return len(words) >= 2 and all(w[:1].isupper() for w in words)


def surnames_of(text: str, mentions: list[Mention]) -> frozenset[str]:
    """Collect the surnames of persons that the article names in full or by title."""
    found: Counter[str] = Counter()
    for m in mentions:
        name = text[m.start : m.end]
        if m.label == "PERSON" and (is_full_name(name) or m.method == "title"):
            found[surname(name)] += 1
    return frozenset(
        s
        for s in found
        if (s not in NOT_SURNAMES and len(s) > 1 and s not in places()) or (found[s] > 1 and s.isalpha())
    )


def relabel(text: str, mentions: list[Mention]) -> list[Mention]:
    """Give every mention the label that its name has in this article."""
    people = surnames_of(text, mentions)
    towns = {m[1] for m in IN_PLACE.finditer(text)} - people
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for m in mentions:
        if m.label in NAMED:
            votes[text[m.start : m.end]][m.label] += 3 if m.method in SURE else 1
    out: list[Mention] = []
    for m in mentions:
        name = text[m.start : m.end]
        if m.label not in NAMED or m.method in SURE:
            out.append(m)
        elif name in people or (
            is_full_name(name) and surname(name) in people and m.label in ("ORG", "GPE", "PRODUCT", "NORP", "FAC")
        ):
            out.append(Mention(m.start, m.end, "PERSON", m.method if m.label == "PERSON" else "surname"))
        elif name in places():
            out.append(Mention(m.start, m.end, "GPE", m.method if m.label == "GPE" else "place"))
        elif (
            m.label in ("ORG", "FAC", "LOC", "PERSON", "PRODUCT") and TOWN.search(name) and surname(name) not in people
        ):
            out.append(Mention(m.start, m.end, "GPE", "town"))
        elif m.label in ("ORG", "PRODUCT", "PERSON") and name in towns and " " not in name and not name.isupper():
            out.append(Mention(m.start, m.end, "GPE", "in a place"))
        else:
            best = max(votes[name].items(), key=lambda item: (item[1], item[0]))[0]
            out.append(Mention(m.start, m.end, best, m.method if best == m.label else "consistency"))
    return out


def beside_places(text: str, mentions: list[Mention]) -> list[Mention]:
    """Take a single name that `and` or a comma joins to a place for a place: `such as Lawrence and Chelsea`."""
    out = list(mentions)
    for n, m in enumerate(mentions):
        if m.label not in ("PERSON", "ORG", "PRODUCT") or m.method in SURE or " " in text[m.start : m.end]:
            continue
        before, after = (mentions[n - 1] if n else None), (mentions[n + 1] if n + 1 < len(mentions) else None)
        joined = (before and before.label == "GPE" and text[before.end : m.start] in JOINTS) or (
            after and after.label == "GPE" and text[m.end : after.start] in JOINTS
        )
        if joined and text[m.start : m.end] not in surnames_of(text, mentions) and not text[m.start : m.end].isupper():
            out[n] = Mention(m.start, m.end, "GPE", "beside a place")
    known = {text[m.start : m.end] for m in out if m.method == "beside a place"}
    return [
        Mention(m.start, m.end, "GPE", "consistency")
        if text[m.start : m.end] in known and m.label in ("PERSON", "ORG")
        else m
        for m in out
    ]


def missed(text: str, mentions: list[Mention]) -> list[Mention]:
    """Find further mentions of the article's persons and of well-known places that nothing has marked."""
    people = surnames_of(text, mentions)
    taken = {i for m in mentions for i in range(m.start, m.end)}
    names = {
        text[m.start : m.end]: m.label
        for m in mentions
        if m.label in ("ORG", "GPE", "LAW", "PERSON") and m.end - m.start > 2
    }
    out: list[Mention] = []
    for word in WORD.finditer(text):
        if word.start() in taken:
            continue
        token = word.group()
        base = token[:-2] if token.endswith(("'s", "’s")) else token
        end = word.start() + len(base)
        if base in people or (base.title() in people and base.isupper() and len(base) > 3):
            out.append(Mention(word.start(), end, "PERSON", "surname"))
        elif names.get(base) and base not in ("The",):
            out.append(Mention(word.start(), end, names[base], "consistency"))
    return out
