"""Keys of speakers: two forms of one name have one key; a name that could be anybody's has none."""

import re
import unicodedata
from dataclasses import dataclass

from pipeline.records import Speaker

SMALL = frozenset("of for and the on to in at a an".split())


@dataclass(frozen=True, slots=True)
class NameKey:
    """What a speaker is known by: `whole` across articles, or, where that is None, only `short`."""

    whole: str | None  # "person donald trump", "body department of justice"
    short: str  # a person's surname; the acronym of a body that is named by nothing else


def plain_words(text: str) -> list[str]:
    """List the words of a name in lower case, without accents and points."""
    bare = unicodedata.normalize("NFKD", text.replace("’", "'"))
    letters = "".join(c for c in bare if c != "." and not unicodedata.combining(c))
    return re.findall(r"[\w'&-]+", letters.casefold())


def key_of(speaker: Speaker) -> NameKey | None:
    """Give the key of an identifiable speaker; None for unnamed ones, groups, documents and common names."""
    if not speaker.name[:1].isalnum() or speaker.name[:1].islower():
        return None
    if speaker.kind == "person":
        return _person(speaker.name, titled=speaker.role is not None)
    return _body(speaker.name) if speaker.kind == "organisation" else None


TITLES = frozenset("mr mrs ms miss dr prof rev sir judge".split())
SUFFIXES = frozenset("jr sr ii iii iv md phd esq".split())
INITIALS = re.compile(r"\b([A-Z])\. ?(?=[A-Z]\. )")  # "J. D. Vance" is "JD Vance"


def _person(name: str, *, titled: bool) -> NameKey | None:
    """Key a person by all names but initials in the middle; a surname alone needs a title."""
    words = plain_words(INITIALS.sub(r"\1", name))
    while words and words[0] in TITLES:
        words.pop(0)
    while words and words[-1] in SUFFIXES:
        words.pop()
    if len(words) < 2:
        return NameKey(None, words[0]) if words and titled else None
    inner = [w for w in words[1:-1] if len(w) > 1]
    return NameKey(" ".join(["person", words[0], *inner, words[-1]]), words[-1])


NATION = re.compile(r"^(?:u\.? ?s\.?|united states) (?=\w)", re.IGNORECASE)
DEPARTMENT = re.compile(r"^(.+) (?:department|dept)$")
# A body of whose name no word is its own may be another one in the next article, unless it is the nation's.
COMMON = frozenset(
    "city county state town village local federal national regional district council board house senate legislature "
    "assembly court courts police department office sheriff's mayor's governor's attorney general's administration agency "
    "commission committee company supervisors commissioners aldermen selectmen supreme superior appeals circuit panel jail "
    "school schools association union group party democrats republicans democrat republican newspaper center hall post "
    "university church hospital coalition campaign ministry foreign chamber commerce league chapter community corrections "
    "public safety health".split()
)
MANY = frozenset(
    "no neither either every each some many several most all both one two three his her their its a an".split()
)
MOST_WORDS = 8  # a longer name is a clause that was taken for one


def _body(name: str) -> NameKey | None:
    """Key a body by its words; "Justice Department" reads as "Department of Justice"."""
    name, of_nation = NATION.subn("", re.sub("^The ", "", name))
    words = plain_words(name)
    if not words or words[0] in MANY or len(words) > MOST_WORDS:
        return None
    if len(words) == 1 and name.replace(".", "").isupper():
        return NameKey(None, words[0])
    department = DEPARTMENT.match(" ".join(words))
    if department:
        words = ["department", "of", *department[1].split()]
    own = [w for w in words if w not in COMMON and w not in SMALL and not w[0].isdigit()]
    if any(w.endswith("'s") for w in own) or not (own or of_nation):
        return None  # "Ruiz's office" is nobody elsewhere
    return NameKey(" ".join(["body", *words]), "")


def acronyms_of(whole: str) -> set[str]:
    """Give the short forms of a body's key: the first letters, with and without the small words."""
    words = whole.split()[1:]
    return {"".join(w[0] for w in words), "".join(w[0] for w in words if w not in SMALL)}


RANK = 9  # characters of a rank before the name


def rank_of(name: str) -> str:
    """Give what sorts the forms of one name: with small letters before capitals alone, then the one of most words, the longest."""
    capitals = not any("a" <= c <= "z" for c in name)
    return f"{capitals:d}{999 - min(name.count(' '), 999):03d}{99_999 - min(len(name), 99_999):05d}{name}"
