"""Patterns of names that the model misses in this domain: laws, bodies, titled persons, places by their form."""

import re
from collections.abc import Iterator

from pipeline.naming.mention import Mention
from pipeline.naming.places import STATE_SHORT

CAP = r"[A-Z][\w’'&.-]*"
NAME = r"(?:[A-Z][\w’'-]+|[A-Z]\.)"
LINK = r"(?: (?:of|for|on|and) (?:the )?)"
STATES = "|".join(re.escape(s) for s in sorted(STATE_SHORT))

LAW = re.compile(
    r"\b(?:\d+ U\.S\.C\.(?: §)? ?\d+(?:\([a-z0-9]\))*|(?:Section|Sec\.|§) ?\d+(?:\([a-z0-9]\))*|"
    r"(?:Senate|House|Assembly) (?:Bill|File) \d+|[SHA]\.?[BRF]\.? ?\d{1,4}\b|AB \d+|H\.R\. ?\d+|287\(g\)|"
    r"(?:Executive Order|Proposition|Prop\.|Question|Measure|Initiative|Title) (?:No\. )?[\dIVX]+\b|"
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Eighth|Tenth|Fourteenth|10th|14th|Supremacy) (?:Amendment|Clause)s?|"
    rf"(?:Stop |Keep |{CAP} )(?:(?:{CAP}|and|of|for|the|to) ){{0,7}}?(?:Act|Ordinance|Statute|Amendment)\b|"
    r"[A-Z][a-z]+[’']s Law\b)"
)
HEADS = (
    r"Department|Office|Council|Association|Coalition|Center|Centre|Court|University|College|Committee|Commission|Bureau|Agency|"
    r"Foundation|Institute|Board|Authority|League|Society|Federation|Times|Tribune|Herald|Gazette|Journal|Chronicle|Ledger|Courier|Post|"
    r"Alliance|Administration|Service|Congress|Senate|House|Caucus|Party|Union|Project|Network|Assembly|Legislature|Conference|"
    r"Enforcement|Patrol|Press|News|Initiative|Defense Fund|Church|Diocese|Chamber of Commerce|Defenders|Coalition|Clinic|Tribune"
)
BODY = re.compile(
    rf"\b(?:{CAP} (?:and )?){{1,6}}?(?:{HEADS})\b(?:{LINK}{CAP}(?: {CAP}){{0,3}})?|"
    rf"\b(?:Department|Office|Bureau|University|Board|House|Court|Federation|Association|City Council|Center|Conference|Coalition)"
    rf" (?:of|for) (?:the )?{CAP}(?:(?: and| for| on)? {CAP}){{0,5}}"
)
KNOWN_BODIES = re.compile(
    r"(?:U\.?S\.? )?Immigration (?:and|&) Customs Enforcement|(?:U\.?S\.? )?Customs and Border (?:Protection|Patrol)|"
    r"(?:U\.?S\.? )?Citizenship and Immigration Services|(?:U\.?S\.? )?Department of (?:Homeland Security|Justice)|"
    r"(?:Justice|State|Homeland Security|Agriculture|Labor|Education|Treasury|Defense) Department|(?:U\.?S\.? )?Supreme Court|White House|"
    r"\b(?:ICE|DHS|DOJ|ACLU|FBI|CBP|USCIS|NILC|MALDEF|ILRC|OMB|GAO|NPR|CNN|NBC|ABC|CBS|AP|AFL-CIO|SEIU|LULAC|NAACP|GOP|NYPD|LAPD|BBC|"
    r"Congress|Senate|Reuters|Twitter|Facebook|Fox News|Associated Press|Washington Post|New York Times|Wall Street Journal|"
    r"Pew Research Center|Border Patrol|Homeland Security|Heritage Foundation|Cato Institute|American Civil Liberties Union|"
    r"Federation for American Immigration Reform|Center for Immigration Studies|National Immigration Law Center)\b"
)
TITLES = (
    r"(?:U\.S\. |US |[Ss]tate |former |then-|Acting |acting |Deputy |Lt\. |Vice |vice )*(?:Gov|Sen|Rep|Supt|Lt|Sgt|Capt|Dr|Mr|Mrs|Ms|Rev|Prof|Atty|Pres)\.|"
    r"(?:President|Governor|Mayor|Sheriff|Senator|Representative|Judge|Justice|Attorney General|Police Chief|Chief|Councilman|Councilwoman|"
    r"Councilmember|Councilor|Councillor|Commissioner|Supervisor|Secretary|Director|Speaker|Congressman|Congresswoman|Attorney|Deputy|Officer|"
    r"Sergeant|Lieutenant|Captain|Detective|Pastor|Father|Bishop|Archbishop|Cardinal|Rabbi|Professor|Selectman|Alderman|Alderwoman|"
    r"Delegate|Assemblyman|Assemblywoman|District Attorney|Superintendent)"
)
TITLED = re.compile(rf"\b(?:{TITLES}) ({NAME}(?: {NAME}){{0,3}})")
COUNTY = re.compile(rf"\b(?:{CAP} ){{1,3}}(?:County|Parish|Township|Counties)\b(?! [A-Z])")
BEFORE_STATE = re.compile(rf"\b({CAP}(?: {CAP}){{0,2}}), (?=(?:{STATES})(?:\W|$))")
SPEAKER_LINE = re.compile(r"(?m)^([A-Z][A-Z’'-]+(?: [A-Z][A-Z’'-]+){0,2}):(?= )")
FIRST_WORDS = frozenset(
    "The A An In On At For From By But And Or If As When While After Before Under According Since Though Although That This These Those "
    "His Her Their Its Our Some Many Most Both Former New Old No Not So To With Without Last Next Then Local Federal State City County "
    "Only Even Now Yet Still Also Meanwhile Like Said What Who Why How Where Because Until Unlike Despite Among Between Related".split()
)


CREDIT = re.compile(rf"\b(Reuters|AP|AFP|Getty Images|Associated Press)/({NAME} {NAME})|\(({NAME} {NAME})/")
# Surnames that mean one public figure in US news on immigration, wherever they stand alone.
PUBLIC = re.compile(
    r"\b(?:Trump|Obama|Biden|Clinton|Reagan|Pence|Sessions|Homan|Nielsen|Noem|Bondi|DeSantis|Newsom|Becerra|Pelosi|McConnell|Schumer|"
    r"Rubio|Sanders|Cuomo|Schwarzenegger|Emanuel|Giuliani|Bloomberg|Romney|Grassley|Toomey|Goodlatte|Pritzker|Orrick)\b"
)


def find_patterns(text: str) -> Iterator[Mention]:
    """Yield what the patterns find, the surer kinds first; mentions may overlap."""
    for m in LAW.finditer(text):
        yield from _without_first_words(text, m.start(), m.end(), "LAW", "law")
    for m in CREDIT.finditer(text):
        for group, label in ((1, "ORG"), (2, "PERSON"), (3, "PERSON")):
            if m[group]:
                yield Mention(m.start(group), m.end(group), label, "credit")
    for m in KNOWN_BODIES.finditer(text):
        yield Mention(m.start(), m.end(), "ORG", "known body")
    for m in TITLED.finditer(text):
        yield Mention(m.start(1), m.end(1), "PERSON", "title")
    for m in BODY.finditer(text):
        yield from _without_first_words(text, m.start(), m.end(), "ORG", "body")
    for m in COUNTY.finditer(text):
        yield from _without_first_words(text, m.start(), m.end(), "GPE", "county")
    for m in BEFORE_STATE.finditer(text):
        yield from _without_first_words(text, m.start(1), m.end(1), "GPE", "before state")


def _without_first_words(text: str, start: int, end: int, label: str, method: str) -> Iterator[Mention]:
    """Drop sentence openers and articles from the left edge; drop the mention when one word is left."""
    while True:
        word, _, rest = text[start:end].partition(" ")
        if word in FIRST_WORDS and rest:
            start += len(word) + 1
            continue
        break
    if " " in text[start:end] or label in ("LAW", "GPE"):
        yield Mention(start, end, label, method)
