"""Forms of English verbs and nouns: regular ones by rule, irregular ones listed."""

VOWELS = "aeiou"
DOUBLING = frozenset(
    "admit ban bar beg blab blog brag chat commit compel confer deter equip grin impel infer nod omit permit pin plan "
    "plot prod quip quit rap rebel refer regret rip scrap skip slam slip snap snub sob spar spur stun submit tag tap tip "
    "transfer trap vet".split()
)
IRREGULAR = {
    "begin": "began begun", "bet": "bet", "blow": "blew blown", "break": "broke broken", "bring": "brought", "cast": "cast", "come": "came",
    "draw": "drew drawn", "drive": "drove driven", "extol": "extolled extolling", "feel": "felt", "fight": "fought", "find": "found", "flee": "fled",
    "forbid": "forbade forbidden", "foresee": "foresaw foreseen", "foretell": "foretold", "forget": "forgot forgotten", "get": "got gotten getting",
    "give": "gave given", "have": "has had having", "go": "went gone", "hit": "hit hitting", "hold": "held", "keep": "kept", "know": "knew known", "lay": "laid",
    "lead": "led", "learn": "learnt", "leave": "left", "let": "let letting", "lie": "lying", "light": "lit", "lose": "lost",
    "make": "made", "mean": "meant", "override": "overrode overridden", "pay": "paid", "plead": "pled", "put": "put putting",
    "read": "read", "retell": "retold", "run": "ran running", "say": "said", "see": "saw seen", "send": "sent", "set": "set setting",
    "shoot": "shot", "show": "shown", "shut": "shut shutting", "sing": "sang sung", "sit": "sat sitting", "speak": "spoke spoken",
    "spread": "spread", "stand": "stood", "stick": "stuck", "strike": "struck stricken", "strive": "strove striven",
    "take": "took taken", "tear": "tore torn", "tell": "told", "think": "thought", "throw": "threw thrown",
    "understand": "understood", "misunderstand": "misunderstood", "undertake": "undertook undertaken", "uphold": "upheld",
    "weep": "wept", "withdraw": "withdrew withdrawn", "write": "wrote written", "swear": "swore sworn",
    "seek": "sought", "rethink": "rethought", "overhear": "overheard", "hear": "heard",
}  # fmt: skip


def inflect(lemma: str) -> list[str]:
    """List the forms of a verb; in `point out` or `make case` the first word is inflected."""
    verb, _, rest = lemma.partition(" ")
    forms = [*_regular(verb), *IRREGULAR.get(verb, "").split()]
    return [f"{form} {rest}" if rest else form for form in forms]


def _regular(lemma: str) -> list[str]:
    """The lemma, its third person, past and gerund, as if it were regular."""
    stem = lemma
    if lemma.endswith("e"):
        return [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    if lemma in DOUBLING:
        stem = lemma + lemma[-1]
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    return [lemma, third, stem + "ed", stem + "ing"]


def plural(lemma: str) -> list[str]:
    """List a noun and its regular plural."""
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return [lemma, lemma[:-1] + "ies"]
    return [lemma, lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")]
