"""Lines about who wrote the article and when: bylines, agencies, dates, notes on the author."""

import re

from pipeline.text.dates import is_date_line

SMALL = frozenset("and & of the for with in at to a an by from on y de la von van al del".split())
NAME = r"[A-Z][\w.'’-]*(?:\s(?:[A-Z][\w.'’-]*|de|la|von|van|al|del|bin|der|the)){0,5}"
BY = re.compile(
    r"(?:(?:written|reported|posted|published|analysis|opinion|commentary|story|text|produced|compiled|reporting|edited"
    r"|column|editorial|report|photographs?|words)\s)?by:?\s+\S",
    re.IGNORECASE,
)
NOT_A_NAME = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
    August September October November December Then This That Late Mid Early Contrast All Any Some Law
    Most One Now Noon Midnight No Its Their His Her""".split()
)
OUTLET = re.compile(
    r"""(?:(?:The\ )?Associated\ Press|AP|Reuters|AFP|Agence\ France-Presse|UPI|CNN|CNN\ Politics|Fox\ News|USA\ TODAY|NPR|BBC
    |(?:CBS|NBC|ABC|PBS|Fox|BBC|Breitbart|Bloomberg|BuzzFeed|Sky|Yahoo|VOA)\ ?News(?:\ \w+)?|Bloomberg|Politico|POLITICO|Newsmax
    |McClatchy(?:\ .{1,30})?|Tribune\ News\ Service|Gannett|Xinhua|The\ (?:Hill|Guardian|Atlantic|Intercept|Federalist)
    |(?:The\ )?(?:[A-Z][\w.'’&-]*\ ){1,4}(?:Times|Post|Globe|Tribune|Herald|Journal|Examiner|Chronicle|News|Gazette|Press|Star|Bee
        |Sun|Sentinel|Register|Review|Courier|Observer|Inquirer|Daily|Dispatch|Republic|Standard|Telegraph|Mercury|Monitor|Network
        |Today|Service|Magazine|Foundation|Democrat|Union|Union-Tribune|Express|Record|Ledger|Enterprise|Reporter|Banner|Call|Eagle)
    |(?:[A-Z][\w.'’&-]*\ ){0,5}Editorial\ Board|(?:Guest|Opinion|Staff)\ (?:Columnist|Contributor|Editorial|Writer|Column)s?
    |[WK][A-Z]{2,3}(?:-TV)?(?:\ \d{1,2})?(?:\ News)?)""",
    re.VERBOSE,
)
ROLE_TAIL = re.compile(
    r"(?i:staff(?: (?:writers?|reporters?|correspondents?|report|reports))?|(?:senior |national |political |legal |opinion |guest |special )*"
    r"(?:correspondents?|reporters?|columnists?|contributors?|writers?|contributing writer|editor|bureau|wire reports?|news services?))"
)
NOTE = re.compile(
    r"""(?:.{0,200}\bcontributed\ (?:to\ (?:this|the)\b|(?:reporting|research|from)\b|.{0,30}(?:report|article|story)\b)
    |[(\[—–\s-]*(?:additional\ |with\ )?(?:reporting|writing|editing|compiled|research|produced|translated|edited|written)\ (?:by|from)\b
    |(?-i:(?:[A-Z][\w.'’-]*|and|de|la|van|von),?\s){1,9}(?:can\ be\ (?:reached|contacted|followed|emailed|found)|may\ be\ (?:reached|contacted))\ (?:at|on|by|via|through)\b
    |(?:you\ can\ )?(?:please\ )?(?:follow|find|reach|email|e-mail|contact|tweet|write\ to|write|connect\ with|message|call|reach\ out\ to)\ [^.]{0,80}?(?:@\w|\bat\ \S+@|\bon\ (?:twitter|facebook|x)\b|twitter)
    |(?:on\ )?twitter\s?:|e-?mail\s?:\s?\S+@|\S+@\S+\.\w{2,4}$|@\w{2,30}(?:\s*[|,;]?\s*@\w{2,30})*$
    |(?:h/t|hat\ tip|via)\s?:?\s?[A-Z@].{0,60}$
    |(?:the\ (?:writer|author|columnist)s?|about\ the\ (?:author|writer)s?)\b
    |(?:[A-Z][\w.’'-]+\s){1,4}(?:writes|tweets|blogs)\ (?:for|about|at|on)\b
    |[^.]{2,80}[’'](?:s|)\ (?:column|email|e-mail|commentary)\ (?:appears|address|is)\b
    |(?:his|her|their)\ (?:latest\ |new\ |most\ recent\ |forthcoming\ )?(?:book|column|email|e-mail|twitter|work)\b
    |this\ (?:report|story|article)\ (?:includes|contains|was\ (?:written|reported|compiled))\b
    |[^.]{0,120}\breported\ from\ [A-Z][^.]{2,60}\.?$
    |(?:[A-Z][\w.’'-]+[,\s]+(?:and\s)?){1,8}reported\ (?:from|in)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
SIGNATURE = re.compile(r"[—–―-]{1,2}\s?" + NAME + r"(?:\s?[(,][^()]{1,80}\)?)?(?:[\s,]+[\w ,.]{4,30})?")
BIO = re.compile(
    r"[A-Z][\w.'’-]+(?:\s(?:[A-Z][\w.'’-]*|de|la|von|van|al|del|der|and)){1,8}(?:,\s[^,]{2,120},)?\s(?:is|are|was|were|served|serves|writes"
    r"|covers|works|teaches|hosts|holds|lives|leads|directs|blogs|reports)\b"
)
BIO_WORD = re.compile(
    r"\b(?:columnist|fellow|professor|reporter|editor|author|writer|director|journalist|correspondent|attorney|lawyer|analyst"
    r"|contributor|blogger|host|researcher|teaches|covers|president|founder|scholar|student|consultant|strategist|chair(?:man|woman)?"
    r"|economist|historian|counsel|member|activist|intern|producer|commentator|lecturer|veteran|writes|expert|adviser|advisor|lives)\b",
    re.IGNORECASE,
)
PRONOUN_NOTE = re.compile(
    r"(?:He|She|They|His|Her|Their)\b.{0,120}(?:@\w|Twitter|Facebook|columnist|author|fellow|editor|writes|lives|book|professor|tweets|also|served|email|website|www|\.com)"
)
BY_INSIDE = re.compile(r"^[A-Z].{0,40},? by [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}$")
POSTS = frozenset(
    """columnist writer reporter editor correspondent contributor commentary special staff farm guest contributing
    opinion political senior former attorney lawyer professor pastor sheriff""".split()
)
HEAD = 400


def is_byline(line: str) -> bool:
    """Tell whether a line stands for author, agency or date by its own form, wherever it stands."""
    if len(line) > HEAD:
        return False
    return _is_by(line) or is_date_line(line) or is_outlet(line) or bool(SIGNATURE.fullmatch(line))


def _is_by(line: str) -> bool:
    match = BY.match(line)
    if not match or len(line) > 250:
        return False
    words = line[match.end() - 1 :].split()
    if not words or words[0].strip(".,:") in NOT_A_NAME or not words[0][0].isupper():
        return False
    plain = [w for w in words if w[0].islower() and w.strip(",.").lower() not in SMALL]
    roles = sum(bool(ROLE_TAIL.fullmatch(w.strip(",."))) for w in plain)
    return len(plain) - roles <= (1 if len(words) < 12 else 2) and not (line.endswith(".") and len(words) > 6)


def is_outlet(line: str) -> bool:
    """Tell whether a line names only an outlet, an agency or the post of its writer."""
    if len(line) > 90 or line.endswith((".", "?", "!")):
        return False
    bare = line.strip("()[]—–- ")
    return bool(OUTLET.fullmatch(bare)) or is_post(bare)


def is_post(line: str) -> bool:
    """Tell whether a line is the post of a writer, such as "Globe Staff" or "Staff Writer"."""
    words = line.split()
    for size in range(min(3, len(words)), 0, -1):
        if ROLE_TAIL.fullmatch(" ".join(words[-size:])):
            before = words[:-size]
            return len(before) <= 5 and all(w[0].isupper() or w in SMALL for w in before)
    return False


def is_name(line: str) -> bool:
    """Tell whether a line could be a person's name or several: two to four capital words each."""
    if len(line) > 100 or any(c.isdigit() for c in line) or line.endswith((".", "?", "!", ":", "”", '"')):
        return False
    people = [p for part in line.replace(" & ", ",").replace(" and ", ",").split(",") if (p := part.strip())]
    return bool(people) and len(people) <= 6 and all(_one_name(p) for p in people)


def is_name_with_post(line: str) -> bool:
    """Tell whether a line below a headline is a name with a post, an outlet or a place: "Ann Lee, for the Star"."""
    if len(line) > 90 or line.endswith((".", "?", "!", ":")):
        return False
    mark = next((m for m in (" | ", ", ", " in ", " for ") if m in line), None)
    name, _, rest = line.partition(mark or "\n")
    if mark is None or not _one_name(name.strip()):
        return bool(BY_INSIDE.search(line))
    words = rest.split()
    small = [w for w in words if w[0].islower() and w not in SMALL and w not in POSTS]
    return len(words) <= 8 and not small


def _one_name(name: str) -> bool:
    words = name.split()
    if not 2 <= len(words) <= 4:
        return False
    fits = [w[0].isupper() and w.replace(".", "").replace("-", "").replace("'", "").replace("’", "").isalpha() for w in words]
    small = {w.lower().strip(".") for w in words}
    return all(fits) and not small & TITLE_WORDS


# Words of section names and headlines, which are also written with capitals.
TITLE_WORDS = frozenset(
    """the a an of in on for to and or news city cities sanctuary immigration policy politics report reports update
    updates story stories key points executive summary highlights opinion editorial analysis law order court judge
    police trump obama biden democrats republicans congress senate house border wall ice state states federal
    government america american americans county mayor governor sheriff public safety latest breaking top world
    national local fact check read more related video photo photos what why how who when where is are next here
    background introduction conclusion overview history timeline context bottom line takeaways supreme justice
    department attorney general white new york los angeles san francisco washington chicago boston united
    legal battle deal fight crime rights civil human free speech all about us our first second last profile""".split()
)


def is_note(sentence: str) -> bool:
    """Tell whether a sentence at the end credits or introduces the writers by its own words."""
    return bool(NOTE.match(sentence[:HEAD])) and not sentence.startswith(("“", '"', "‘"))


def is_bio(sentence: str) -> bool:
    """Tell whether a sentence at the end may introduce the writer: "Ann Lee is a fellow at …"."""
    head = sentence[:HEAD].lstrip("—–-*(• ")
    return len(sentence) <= HEAD and bool(BIO.match(head)) and bool(BIO_WORD.search(head))


def continues_note(sentence: str) -> bool:
    """Tell whether a sentence goes on about the writer after a note on him or her."""
    return is_note(sentence) or bool(PRONOUN_NOTE.match(sentence[:HEAD]))
