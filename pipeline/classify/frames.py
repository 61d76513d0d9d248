"""Who does what to the policy: acts of support and attack beside their target, negation included.

An act (verb or noun) takes the nearest target: up to eight words after it, else up to four before it (passives). The
target is the policy and those who carry it, or a measure against them, so that "blocks the order" and "defends the
ordinance" are told from "blocks the ordinance" and "defends the order". A negation just before makes it a frame of its own.
"""

import re
from bisect import bisect_left

from pipeline.classify.patterns import MAX_CHARS, Groups

AFTER, BEFORE = 8, 4  # words between an act and its target
NEGATION_WORDS = 3  # before the act
BACKWARD, MORE = 2, 3  # a target before its act counts as twice as far, and three words more

MEASURE = (
    r"anti-sanctuary\w*(?: \w+)?|sanctuary[- ](?:\w+ )?(?:bans?|crackdowns?|restrictions?|language|riders?|bills?|proposals?|"
    r"measures?)|executive orders?|orders?|bans?|crackdowns?|clampdowns?|detainers?|(?:ice|immigration|detainer) holds?|holds|"
    r"sb ?4|(?:funding |budget )?cuts?|(?:grant )?conditions?|threats?|lawsuits?|subpoenas?|riders?|mandates?|"
    r"trump(?:['’]s)?(?: administration)?|administration|ice|immigration (?:enforcement|agents?|authorities|officials|officers|"
    r"laws?)|federal (?:immigration )?(?:government|agents|authorities|officials|enforcement|laws?)|deport\w*|287\(g\)|"
    r"secure communities|kate['’]s law|preemption|defunding|raids?|bills?|measures?|proposals?|legislation"
)
POLICY = (
    r"sanctuary(?: (?:city|cities|state|states|county|counties|jurisdictions?|polic(?:y|ies)|laws?|ordinances?|status|movement|"
    r"protections?|rules?|titles?))?|trust acts?|values act|welcoming (?:city|cities|ordinance)|cities|counties|states|"
    r"localities|jurisdictions|municipalities|towns|communities|local (?:control|polic\w*|officials|governments?)|"
    r"ordinances?|resolutions?|immigrants?|immigrant communit\w+|sb ?54|noncooperation"
)
ATTACK = (
    r"block(?:s|ed|ing)?|str(?:ike|ikes|uck|iking)(?: down)?|halt\w*|enjoin\w*|overturn\w*|su(?:e|es|ed|ing)|"
    r"challeng(?:e|es|ed|ing)|f(?:ight|ights|ought|ighting)|battl\w+|oppos\w+|reject\w*|den(?:ounc\w+|y|ies|ied)|slam\w*|"
    r"criti[cz]\w+|condemn\w*|veto\w*|resist\w*|def(?:y|ies|ied|ying|iance|iant)|refus\w+|declin\w+|ignor\w+|"
    r"decr(?:y|ied|ies)|blast\w*|repeal\w*|bar|bars|barred|barring|outlaw\w*|withh\w+|cut|cuts|cutting|strip\w*|pull\w*|"
    r"threaten\w*|penal\w+|punish\w*|target\w*|rein in|end|ends|ended|ending|scrap\w*|limit\w*|prohibit\w*|opponents?|against|"
    r"rais\w+ concern\w*|rail\w*|rule[sd]? against|stop\w*|revok\w*|crack\w* down|overrid\w+|preempt\w*|clash\w*|"
    r"urge[ds]? a veto|warn\w*"
)
SUPPORT = (
    r"defend\w*|ke(?:ep|eps|eping|pt)|maintain\w*|uph(?:old|olds|eld|olding)|support\w*|back|backs|backed|backing|prais\w+|"
    r"reaffirm\w*|re-affirm\w*|embrac\w+|protect\w*|adopt\w*|approv\w+|champion\w*|propon\w+|advocat\w+|enforc(?:e|es|ed|ing)|"
    r"honor\w*|compl(?:y|ies|ied|ying)|endors\w+|implement\w*|impos\w+|applaud\w*|welcom(?:e|ed|es)|favor\w*|sign(?:s|ed|ing)?|"
    r"demand\w*|need\w*|requir\w+|cooperat\w+|remain\w*"
)
NEGATION = re.compile(
    r"(?:not|n[’']?t|\w+n[’']t|never|no|without|neither|nor|refus\w+|declin\w+|stop\w*|fail\w*|cannot|won|against|oppos\w+|"
    r"barr\w*|prohibit\w*)"
)
WORD = re.compile(r"\w+(?:[’'-]\w+)*")
TARGETS = {"measure": MEASURE, "policy": POLICY}  # of two that begin at one word the first wins
ACTS = {"attacks": ATTACK, "supports": SUPPORT}


_GROUPS = Groups({**TARGETS, **ACTS})


def frames_of(text: str) -> list[str]:
    """List the frames of a sentence, sorted: `attacks>measure`, `supports>policy`, `not:attacks>policy` and so on."""
    text = text[:MAX_CHARS]
    starts = _GROUPS.starts(text)
    if starts.keys().isdisjoint(TARGETS) or starts.keys().isdisjoint(ACTS):
        return []
    words = list(WORD.finditer(text))
    at = {word.start(): n for n, word in enumerate(words)}
    targets: dict[int, str] = {}
    for name in TARGETS:
        for start in starts.get(name, ()):
            if start in at:
                targets.setdefault(at[start], name)
    places = sorted(targets)
    frames: set[str] = set()
    for act in ACTS:
        for start in starts.get(act, ()):
            place = at.get(start)
            near = _nearest(places, place) if place is not None else None
            if place is None or near is None:
                continue
            before = words[max(0, place - NEGATION_WORDS) : place]
            negated = any(NEGATION.fullmatch(word[0].lower()) for word in before)
            frames.add(f"not:{act}>{targets[near]}" if negated else f"{act}>{targets[near]}")
    return sorted(frames)


def _nearest(places: list[int], act: int) -> int | None:
    """Choose an act's target among the sorted word positions; one after it is preferred to one as far before it."""
    n = bisect_left(places, act)
    after = [p for p in places[n : n + 2] if 0 < p - act <= AFTER][:1]
    before = [p for p in places[max(0, n - 1) : n] if act - p <= BEFORE]
    return min(after + before, key=lambda p: p - act if p > act else (act - p) * BACKWARD + MORE, default=None)
