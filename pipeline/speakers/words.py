"""Word lists for resolving sources; closed classes here, open ones in words.txt."""

from importlib.resources import files

from pipeline.text.lexicon import words


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
SOMEBODY = {
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
