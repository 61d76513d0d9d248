"""Lines under pictures and films: captions and credits."""

import re

AGENCY = (
    r"(?:AP|AFP|Reuters|REUTERS|Getty(?: Images)?|EPA(?:-EFE)?|UPI|TNS|MCT|Bloomberg|NPR|CNN|CBS(?: News)?|NBC(?: News)?"
    r"|ABC(?: News)?|Fox News|The New York Times|New York Times|The Washington Post|Washington Post"
    r"|Los Angeles Times|Chicago Tribune|Boston Globe|USA TODAY|Redux|Corbis|Shutterstock|iStock(?:photo)?|Zuma(?: Press)?"
    r"|ZUMA(?: Press)?|Polaris|Sipa(?: USA)?|Rex|Alamy|Flickr|Wikimedia(?: Commons)?|Newscom|Pool|KQED|File|Staff)"
)
OPENING = re.compile(
    r"""(?:file|undated|handout|courtesy|booking|stock)\s(?:photo|image|picture|video|art|illustration)\b
    |FILE\b\s?[-–—:(,]|FILE\ PHOTO
    |(?:in\ )?this\ .{0,80}\b(?:photo|image|photograph|picture|frame|file\ photo|screenshot|sketch|illustration)\b
    |an?\ .{0,30}(?:file|undated|courtroom)\ (?:photo|image|sketch)
    |(?:photo(?:graph)?s?|images?|picture|pictures|illustration|art|graphic|video|screenshot|caption|photographer|credit
        |photo\ illustration|cover\ image|featured\ image|lead\ image|main\ image|image\ source|image\ credit|photo\ credit
        |video\ still)\s?(?::|by\b|credit|courtesy|copyright|caption|source|via|—|–|/\s?[A-Z])
    |enlarge(?:\ this\ image)?\b|toggle\ caption|hide\ caption|image\ (?:copyright|caption)|media\ caption|pictured\b
    |credit(?:\.\.\.|…|\s)\s?[A-Z].{2,80}$
    |(?:courtesy|photo\ courtesy)\ (?:of|photo)\b.{2,80}$
    |close\s+\S
    |(?:above|below|left|right|top|bottom|from\ left|at\ left|at\ right|center)\s?[:,]\ .{0,100}(?:photo|image|shown|pictured|seen|walk|stand|speak)
    |facebook\ twitter\ pinterest\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
CREDIT = re.compile(
    r"""(?:\b(?:AP|Reuters|REUTERS|AFP|EPA|UPI|File|file|Staff|Pool|pool|Courtesy|Booking|Handout|handout)\s(?:[Pp]hotos?|PHOTO|[Ii]mages?|[Vv]ideo)\b
    |\bGetty\ Images\b|\b(?:Reuters|REUTERS|AP|AFP|EPA|UPI|Getty)/\s?[A-Z][^/.]{1,40}\)?\.?$|AP\ Photo/
    |\([^()]{0,40}\b(?:[Pp]hoto|PHOTO|[Ii]mage|IMAGE|FILE|[Cc]ourtesy|COURTESY|[Ii]llustration|[Gg]raphic|[Ss]creenshot)\b[^()]{0,60}\)$
    |(?:/|\bvia\s|\bfor\s|©\s?|—\s?|–\s|\|\s?|,\s)""" + AGENCY + r"""(?:/[A-Z]\w+(?:\s\w+)?)?\s?[\])]?\.?$
    |[(\[](?:Photos?|Images?|Picture|Illustration|Video|Credit|Photograph|Screenshot|Screengrab|Source|Courtesy|Staff|Graphic|Pool|AP|Reuters|REUTERS)\b[^()]{0,120}[)\]]\.?$
    |\b(?:[Pp]hoto|[Ii]mage|[Pp]hotograph|[Ii]llustration)(?:\s[Cc]redit)?(?::|\s[Bb]y\s|\s[Cc]ourtesy)\s?[^.]{2,80}\.?$
    |\bPhotograph(?:er)?:\s|\bCredit(?::|\.\.\.|…)\s|\bCourtesy\sof\s[A-Z][^.]{2,60}\)?\.?$
    |\((?:[A-Z][\w.’'-]+\s){1,3}[A-Z][\w.’'-]+\s?/\s?[A-Z][^()]{1,60}\)\.?$
    |\((?:[A-Z][\w.’'-]+\s){1,3}[A-Z][\w.’'-]+\s?[,|–—-]\s?(?:AP|Staff|File|The\s[A-Z]\w+|[A-Z]\w+\s(?:News|Times|Post|Globe))[^()]{0,40}\)\.?$
    |\(file\)\.?$)""",
    re.VERBOSE,
)
PICTURE_WORDS = re.compile(
    r"\b(?:is (?:seen|shown|pictured)|are (?:seen|shown|pictured)|(?:seen|shown|pictured) (?:here|in|at|on|speaking)"
    r"|poses? for|looks on|file photo)\b",
    re.IGNORECASE,
)
# Present tense and a full date show a picture's line: "Demonstrators march in Austin on May 1, 2017."
PRESENT = re.compile(
    r"\b(?:speaks?|stands?|walks?|holds?|listens?|arrives?|leaves?|marche?s?|waves?|attends?|gathers?|gestures?|rall(?:y|ies)"
    r"|protests?|enters?|waits?|sits?|smiles?|answers?|addresse?s?|talks?|watch(?:es)?|delivers?|chants?|carr(?:y|ies)"
    r"|demonstrates?|prays?|hugs?|signs?|participates?|testif(?:y|ies)|escorts?|detains?|arrests?)\b"
)
FULL_DATE = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}, (?:19|20)\d\d\b"
)
HEAD, TAIL = 300, 160
LONGEST = 1200


def is_caption(line: str) -> bool:
    """Tell whether a line shows by its own words that it goes with a picture or a film."""
    if len(line) > LONGEST:
        return False
    if OPENING.match(line[:HEAD].lstrip("([")):
        return not line[:HEAD].lower().startswith(("this image of", "close to", "closed"))
    return bool(CREDIT.search(line[-TAIL:]))


def is_credit(line: str) -> bool:
    """Tell whether a line is only a credit, so that the line above it is the caption."""
    return len(line) <= 90 and is_caption(line)


def looks_like_picture_line(line: str) -> bool:
    """Tell whether a line above the lead reads like a caption: present tense with a full date, or "seen here"."""
    if len(line) > 500:
        return False
    dated = FULL_DATE.search(line) and PRESENT.search(line[:160])
    return bool(dated) or bool(PICTURE_WORDS.search(line[:HEAD]))
