"""Keys of names: two forms of one name have one key; a name that could be anybody's has none."""

import re
import unicodedata
from dataclasses import dataclass

from pipeline.entities.states import SHORT_STATES, state_name
from pipeline.records import Speaker

TITLES = frozenset("mr mrs ms miss dr prof rev sir judge".split())
SUFFIXES = frozenset("jr sr ii iii iv md phd esq".split())
SMALL = frozenset("of for and the on to in at a an".split())
NATION = re.compile(r"^(?:the )?(?:u\.? ?s\.?|united states) (?=\w)", re.IGNORECASE)
DEPARTMENT = re.compile(r"^(.+) (?:department|dept)$")
# A body of whose name no word is its own may be another one in the next article.
COMMON = frozenset(
    "city county state town village local federal national regional district council board house senate legislature "
    "assembly court courts police department office sheriff's mayor's governor's attorney general's administration agency "
    "commission committee company supervisors commissioners aldermen selectmen supreme superior appeals circuit panel jail "
    "school schools association union group party democrats republicans democrat republican congress newspaper center "
    "university church hospital coalition campaign ministry foreign chamber commerce league chapter community".split()
)
KNOWN = frozenset({"congress", "house of representatives"})  # bodies of the nation, whatever their words
MANY = frozenset(
    "no neither either every each some many several most all both one two three his her their its a an".split()
)
MOST_WORDS = 8  # a longer name is a clause that was taken for one
LONGEST_STATE = 2  # words
STATES = {s: s for s in ("Alaska", "Hawaii", "Idaho", "Iowa", "Maine", "Ohio", "Utah")}
STATES |= {short: full for short in SHORT_STATES if (full := state_name(short))}
STATES |= {full: full for full in STATES.values()}
STATE = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(s) for s in sorted(STATES, reverse=True))})(?!\w)")


@dataclass(frozen=True, slots=True)
class NameKey:
    """What a speaker is known by: `whole` across articles, or only `last`, a surname or an acronym."""

    whole: str | None
    last: str
    state: str | None


def key_of(speaker: Speaker) -> NameKey | None:
    """Give the key of an identifiable speaker; None for unnamed ones, groups, documents and common names."""
    if speaker.kind == "person":
        return _person(speaker)
    return _body(speaker.name) if speaker.kind == "organisation" else None


def plain_words(text: str) -> list[str]:
    """List the words of a name in lower case, without accents and points."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.replace("’", "'")) if not unicodedata.combining(c))
    return re.findall(r"[\w'&-]+", bare.casefold().replace(".", ""))


def state_of(*texts: str | None) -> str | None:
    """Find the state that is named in a role or an affiliation; None where there are none or several."""
    found = {STATES[m.group()] for text in texts if text for m in STATE.finditer(text)}
    return found.pop() if len(found) == 1 else None


def _person(speaker: Speaker) -> NameKey | None:
    words = plain_words(re.sub(r"\b([A-Z])\. ?(?=[A-Z]\. )", r"\1", speaker.name))
    while words and words[0] in TITLES:
        words.pop(0)
    while words and words[-1] in SUFFIXES:
        words.pop()
    inner = [w for w in words[1:-1] if len(w) > 1]  # without middle initials
    if len(words) > 1 and speaker.name[:1].isupper():
        return NameKey(
            f"person {' '.join([words[0], *inner, words[-1]])}", words[-1], state_of(speaker.role, speaker.affiliation)
        )
    return NameKey(None, words[0], None) if words and speaker.role and speaker.name[:1].isupper() else None


def _body(name: str) -> NameKey | None:
    name = NATION.sub("", name.removeprefix("The ").removeprefix("the "))
    words = plain_words(name)
    if not words or words[0] in MANY or not name[:1].isupper() or len(words) > MOST_WORDS:
        return None
    if len(words) == 1 and name.replace(".", "").isupper():
        return NameKey(None, words[0], None)
    department = DEPARTMENT.match(" ".join(words))
    if department:
        words = ["department", "of", *department[1].split()]
    own = [w for w in words if w not in COMMON and w not in SMALL and not w[0].isdigit()]
    if (not own and " ".join(words) not in KNOWN) or any(w.endswith("'s") and w not in COMMON for w in words):
        return None
    return NameKey(f"body {' '.join(words)}", "", None)


def acronyms_of(whole: str) -> set[str]:
    """Give the short forms of a body's key: the first letters, with and without the small words."""
    words = whole.split()[1:]
    forms = {"".join(w[0] for w in words), "".join(w[0] for w in words if w not in SMALL)}
    return {form for form in forms if len(form) > LONGEST_STATE}
