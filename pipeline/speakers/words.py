"""Word lists for resolving sources; closed classes here, open ones in words.txt."""

from importlib.resources import files
from typing import Literal

from pipeline.text.lexicon import words

Gender = Literal["f", "m"]


def _read() -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for line in files("pipeline.speakers").joinpath("words.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            group, _, members = line.partition(": ")
            groups.setdefault(group, set()).update(members.split())
    return {group: frozenset(members) for group, members in groups.items()}


_GROUPS = _read()
MALE_NAMES = words("names", "male")
FEMALE_NAMES = words("names", "female")
BODY_NOUNS = _GROUPS["body_nouns"]
DOCUMENT_NOUNS = _GROUPS["document_nouns"]
GROUP_NOUNS = _GROUPS["group_nouns"]
TITLES = _GROUPS["titles"]

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset("they them their theirs themselves both these those many some others".split())
FIRST = frozenset("i me my we us our mine ours you your".split())
PRONOUNS = HE | SHE | IT | THEY | FIRST
MALE_TITLES = frozenset(
    "mr mr. king prince congressman councilman assemblyman sir father brother spokesman chairman businessman".split()
)
FEMALE_TITLES = frozenset(
    "mrs mrs. ms ms. miss queen princess congresswoman councilwoman assemblywoman sister spokeswoman chairwoman "
    "businesswoman".split()
)
# Words of a title that are none alone: `former vice president`.
BEFORE_TITLES = frozenset(
    "vice former state u.s district general police county city acting deputy lt attorney house senate minority majority".split()
)
PLACE_NOUNS = frozenset("city county town village state municipality borough parish".split())
GENERIC_BODIES = frozenset("agency organization organisation group company firm association department".split())
SOMEBODY: dict[str, Gender] = {
    "lady": "f",
    "guy": "m",
    "fellow": "m",
    "man": "m",
    "woman": "f",
    "boy": "m",
    "girl": "f",
    "congressman": "m",
    "congresswoman": "f",
    "businessman": "m",
}
SHORT_TITLES = {
    "gov.": "governor",
    "sen.": "senator",
    "rep.": "representative",
    "atty.": "attorney",
    "lt.": "lieutenant",
    "sgt.": "sergeant",
    "capt.": "captain",
    "supt.": "superintendent",
    "prof.": "professor",
    "rev.": "reverend",
    "pres.": "president",
    "dr.": "doctor",
    "del.": "delegate",
    "sec.": "secretary",
}
PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "men", "woman", "person", "ant", "ee", "ator", "eer")
THINGS = frozenset(
    "order letter paper number matter center centre power tower water weather answer effort error".split()
)
# Documents that speak, rather than measures that do something.
WRITINGS = frozenset(
    "article bulletin brief column complaint document editorial email filing form headline indictment letter lawsuit "
    "memo memorandum message notice opinion paper petition post report statement story study suit survey testimony "
    "tweet verdict website poll polls figures records".split()
)


def gender_of(title: str) -> Gender | None:
    """Tell the gender of those who bear a title or are called by such a noun; None where it tells none."""
    if title in FEMALE_TITLES:
        return "f"
    return "m" if title in MALE_TITLES else None


def is_person(noun: str) -> bool:
    """Tell whether a common noun most likely names a person."""
    return noun in TITLES or noun in SOMEBODY or (noun.endswith(PERSON_ENDINGS) and noun not in THINGS)
