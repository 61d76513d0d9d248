"""Set phrases of the reasons that either side gives, as groups that `why` can name."""

from pipeline.classify.patterns import MAX_CHARS, Groups

PRO = {
    "trust": r"trust",
    "fear": r"afraid|fear\w*|scared|terrif\w+|intimidat\w+|shadows?|chilling",
    "reporting": (
        r"report(?:ing)? (?:a |an |any |\w+ )?(?:crimes?|assaults?|rapes?|abuse)|come forward|call(?:ing)? (?:the )?(?:police|911)|"
        r"witness(?:es)?|talk to (?:police|investigators|officers)"
    ),
    "constitution": (
        r"unconstitutional\w*|constitution\w*|(?:fourth|tenth|10th|4th) amendment|commandeer\w*|coerc\w+|due process|"
        r"separation of powers|judicial warrants?|without a warrant|probable cause"
    ),
    "families": (
        r"famil(?:y|ies)|torn apart|racial profiling|discriminat\w+|scapegoat\w*|fear-?mongering|bigot\w*|racis\w+|xenophob\w*|"
        r"immigrant communit\w+|welcoming|inclusive|values|dignity|human rights"
    ),
    "local-job": (
        r"(?:local|our) (?:law enforcement|police|officers|deputies)(?: \w+){0,6} (?:job|role|work|business)|"
        r"federal (?:job|responsibility|function)|immigration agents|de[- ]facto|deputiz\w+|mass deportation"
    ),
    "abuse": (
        r"stunt|bully\w*|blackmail\w*|extort\w*|retribution|overreach\w*|politic\w+ (?:theater|games?)|misguided|"
        r"counterproductive|cruel\w*|inhumane|wrong-?headed|reckless\w*|mean-spirited"
    ),
}
ANTI = {
    "criminals": (
        r"(?:violent |dangerous |convicted |career )?criminals?(?: aliens?)?|felons?|gang members?|murder\w*|rapists?|killers?|"
        r"predators?"
    ),
    "illegal": r"illegal (?:aliens?|immigrants?|immigration|border)|illegals|aliens?",
    "harbor": (
        r"harbor\w*|shelter\w*|shield\w*|coddl\w+|releas(?:e|ed|es|ing)|back (?:on|onto|into|to) (?:the |our )?(?:streets?|"
        r"communit\w+)|protect\w* criminals|let (?:go|loose)|turned? loose|set free"
    ),
    "rule-of-law": (
        r"rule of law|nation of laws|break\w* the law|broke the law|lawless\w*|violat\w+ (?:of )?(?:federal|the) laws?|"
        r"follow the law|obey|flout\w*|scofflaw\w*|above the law|nullif\w+|obstruct\w*|thwart\w*|imped\w+"
    ),
    "danger": (
        r"danger\w*|endanger\w*|at risk|threats? to public safety|less safe|public safety threats?|magnets?|invit\w+|"
        r"incentiv\w+|encourag\w+|victims? of|preventable|blood|tragic\w*|tragedy|avoidable|needless\w*"
    ),
    "refusal": (
        r"refus\w+ to (?:cooperate|comply|honor|turn|hand|help|assist|hold|enforce)|fail\w* to (?:cooperate|comply|honor|enforce)|"
        r"non-?cooperat\w+|uncooperative|resist\w*|def(?:y|ied|ying|iance)|declin\w+ (?:to honor )?detainers?"
    ),
}


_GROUPS = Groups({f"pro:{name}": p for name, p in PRO.items()} | {f"anti:{name}": p for name, p in ANTI.items()})


def reasons_of(text: str) -> list[str]:
    """List the groups of reasons in a sentence as `pro:trust`, `anti:danger`, and which side has more as `most:pro`."""
    starts = _GROUPS.starts(text[:MAX_CHARS])
    if not starts:
        return []
    pro = [f"pro:{name}" for name in PRO if f"pro:{name}" in starts]
    anti = [f"anti:{name}" for name in ANTI if f"anti:{name}" in starts]
    most = "both" if len(pro) == len(anti) else "pro" if len(pro) > len(anti) else "anti"
    return [*pro, *anti, f"most:{most}"]
