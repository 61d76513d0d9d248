"""What is found in sentences written for the purpose; each row shows one construction."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.analysis.analyser import Analysis

Analyse = Callable[[str], Analysis]

# text, type, source, cue, content
ROWS = [
    ("“We will not hold anyone past release,” Sheriff Ana Ruiz said.", "direct", "Sheriff Ana Ruiz", "said", "“We will not hold anyone past release,”"),
    ('"We will not hold anyone past release," said Ana Ruiz, a former jailer.', "direct", "Ana Ruiz, a former jailer", "said", '"We will not hold anyone past release,"'),
    ("Ana Ruiz said that the county would appeal the ruling.", "indirect", "Ana Ruiz", "said", "that the county would appeal the ruling"),
    ("The mayor said the rule “puts families first” and should stay.", "mixed", "The mayor", "said", "the rule “puts families first” and should stay"),
    ("According to the county clerk, the jail received nine requests.", "indirect", "the county clerk", "According to", "the jail received nine requests"),
    ("The jail received nine requests, according to the county clerk.", "indirect", "the county clerk", "according to", "The jail received nine requests"),
    ("Ana Ruiz vowed to fight the order in court.", "indirect", "Ana Ruiz", "vowed", "to fight the order in court"),
    ("Ana Ruiz denied the allegations.", "indirect", "Ana Ruiz", "denied", "the allegations"),
    ("Ana Ruiz called the order a mistake.", "indirect", "Ana Ruiz", "called", "the order a mistake"),
    ("Ana Ruiz called for an audit of the jail.", "indirect", "Ana Ruiz", "called for", "an audit of the jail"),
    ("The governor urged lawmakers to reject the bill.", "indirect", "The governor", "urged", "lawmakers to reject the bill"),
    ("Nobody shared his claim that the policy is unlawful.", "indirect", "his", "claim", "that the policy is unlawful"),
    ("Residents are worried that the county will lose money.", "indirect", "Residents", "are worried", "that the county will lose money"),
    ("``We were never asked,'' the chief told reporters.", "direct", "the chief", "told", "``We were never asked,''"),
    ("«We were never asked,» the chief told reporters.", "direct", "the chief", "told", "«We were never asked,»"),
    ("“We will win this,” Tulsa police Chief Chuck Jordan said Monday.", "direct", "police Chief Chuck Jordan", "said", "“We will win this,”"),
    ("“I would have called right away,” said a woman who gave her name as Clara.", "direct", "a woman who gave her name as Clara", "said", "“I would have called right away,”"),
    ("Said Ellis: “I do not see it.”", "direct", "Ellis", "Said", "“I do not see it.”"),
    ("“We are full.” — Ana Ruiz", "direct", "Ana Ruiz", "—", "“We are full.”"),
    ("The jail is full and the beds are old, the warden, Ana Ruiz, told a panel on Friday.", "indirect", "the warden, Ana Ruiz", "told", "The jail is full and the beds are old"),
    ("Lt. Dana Orr told a committee on a regular basis that the jail was full.", "indirect", "Lt. Dana Orr", "told", "that the jail was full"),
    ("The council made the case that the bill is a bad idea.", "indirect", "The council", "made the case", "that the bill is a bad idea"),
    ("The sheriff pointed out that the jail was full.", "indirect", "The sheriff", "pointed out", "that the jail was full"),
    ("The sheriff lashed out at the governor.", "indirect", "The sheriff", "lashed out at", "the governor"),
    ("Orr attacked other candidates on Friday for accepting donations.", "indirect", "Orr", "attacked", "other candidates on Friday for accepting donations"),
    ("Orr denounced what he called a “brazen breach” of the rules.", "mixed", "Orr", "denounced", "what he called a “brazen breach” of the rules"),
    ("Orr branded Dunn an “outlaw of the valley.”", "mixed", "Orr", "branded", "Dunn an “outlaw of the valley.”"),
    ("In her view, the rule does no harm.", "indirect", "her", "view", "the rule does no harm"),
    ("To Orr, this meant local control.", "indirect", "Orr", "To", "this meant local control"),
    ("As Ruiz put it, the rule is dead.", "indirect", "Ruiz", "put", "the rule is dead"),
    ("Mayor: city won't yield", "indirect", "Mayor", ":", "city won't yield"),
    ("Burman (a view shared by many) said the jail was full.", "indirect", "Burman", "said", "the jail was full"),
    ("Orr, speaking to veterans in May, said the jail was full.", "indirect", "Orr", "said", "the jail was full"),
    ("Lawyers for the county filed papers opposing the release.", "indirect", "Lawyers for the county", "opposing", "the release"),
    ("Officials are willing to talk.", "indirect", "Officials", "are willing", "to talk"),
    ("Republicans were incensed that the deals cover five people.", "indirect", "Republicans", "were incensed", "that the deals cover five people"),
    ("Dana Orr can be heard yelling that her husband was unarmed.", "indirect", "Dana Orr", "yelling", "that her husband was unarmed"),
    ("The bill was supported by the union.", "indirect", "the union", "supported", "The bill"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "source", "cue", "content"), ROWS)
def test_construction_is_found(analyse: Analyse, text: str, kind: str, source: str, cue: str, content: str) -> None:
    found = analyse(text).quotes
    assert len(found) == 1
    (quote,) = found
    assert quote.type == kind
    assert quote.source is not None
    assert text[slice(*quote.source)] == source
    assert quote.cue is not None
    assert text[slice(*quote.cue)] == cue
    assert [text[a:b] for a, b in quote.content] == [content]


def test_split_quotation_is_one_attribution(analyse: Analyse) -> None:
    text = "“Nobody asked us,” Ana Ruiz said. “Nobody ever does.”"
    (quote,) = analyse(text).quotes
    assert [text[a:b] for a, b in quote.content] == ["“Nobody asked us,”", "“Nobody ever does.”"]


@pytest.mark.parametrize(
    ("text", "source", "contents"),
    [
        ("The clinic, Mr. Orr said, treated three of its founders.", "Mr. Orr", ["The clinic", "treated three of its founders"]),
        ("Though that move was quiet, she said, replacing the chief would be harder.", "she", ["Though that move was quiet", "replacing the chief would be harder"]),
        ("The bill is considered a threat to the jail.", None, ["The bill", "a threat to the jail"]),
        ("Guards have been accused of hurting people.", None, ["Guards", "hurting people"]),
    ],
)  # fmt: skip
def test_content_around_its_cue(analyse: Analyse, text: str, source: str | None, contents: list[str]) -> None:
    (quote,) = analyse(text).quotes
    assert [text[a:b] for a, b in quote.content] == contents
    assert (text[slice(*quote.source)] if quote.source else None) == source


def test_transcript_turns_run_to_the_next_label(analyse: Analyse) -> None:
    text = "RUIZ: We are full.\n\nWe have been full for years.\n\nORR: That is your doing.\n\nRUIZ: It is the county's."
    found = analyse(text)
    assert [[text[a:b] for a, b in q.content] for q in found.quotes] == [
        ["We are full", "We have been full for years"],
        ["That is your doing"],
        ["It is the county's"],
    ]
    assert len({q.speaker for q in found.quotes}) == 2


def test_clause_of_the_articles_own_is_no_content(analyse: Analyse) -> None:
    text = "Orr said the jail was full, although state records show empty beds."
    quote = analyse(text).quotes[0]
    assert [text[a:b] for a, b in quote.content] == ["the jail was full"]


@pytest.mark.parametrize(
    ("text", "asserted"),
    [
        ("Orr said he would appeal.", True),
        ("Orr declined to comment.", False),
        ("If Orr refuses to sign, the bill dies.", False),
        ("The jail serves towns that refuse to build one.", False),
    ],
)
def test_speech_that_is_only_mentioned_has_no_speaker(analyse: Analyse, text: str, asserted: bool) -> None:
    quotes = analyse(text).quotes
    assert [q.asserted for q in quotes] == [asserted] * len(quotes)
    assert len(quotes) == 1
    assert (quotes[0].speaker is not None) == asserted


def test_quotation_goes_on_in_the_next_paragraph_when_its_mark_did_not_close(analyse: Analyse) -> None:
    text = "Ana Ruiz said: “The jail is full.\n\n“It has been full for years.”"
    quotes = analyse(text).quotes
    assert {q.speaker for q in quotes} == {"a:p0"}
    assert sum(len(q.content) for q in quotes) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “welcoming” rule took effect in May.",
        "The town is known for its “Harvest Days” parade.",
        "The council meets on Tuesdays in the old mill.",
    ],
)
def test_scare_quotes_and_plain_prose_are_no_speech(analyse: Analyse, text: str) -> None:
    assert analyse(text).quotes == []


def test_apostrophes_are_no_marks(analyse: Analyse) -> None:
    text = "Orr said the cities’ lawyers’ fees rose, and the ’90s rule stays."
    assert [q.type for q in analyse(text).quotes] == ["indirect"]


PIECES = st.sampled_from(
    ["“", "”", '"', "‘", "’", "''", "``", "«", "»", " said ", "Ana Ruiz", "he", " that ", "the rule works", ", ", ". ", "\n", "\n\n",
     " according to ", " called ", " the view of ", " is ", "NAME: ", "(", ")", " — ", "U.S.", "é", "😀", " \u200b"]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(PIECES, min_size=1, max_size=30))
def test_spans_lie_inside_the_text_and_contents_never_overlap(analyse: Analyse, parts: list[str]) -> None:
    text = "".join(parts)
    taken: set[int] = set()
    for quote in analyse(text).quotes:
        mine = {i for a, b in quote.content for i in range(a, b)}
        assert all(0 <= a < b <= len(text) for a, b in quote.content)
        assert not mine & taken
        taken |= mine
        for outside in (quote.cue, quote.source):
            if outside:
                assert 0 <= outside[0] < outside[1] <= len(text)
                assert not mine & set(range(*outside))


SAID = st.sampled_from(
    ["“We are full,” Ana Ruiz said.", "Orr said the rule “puts families first.”", "“Why?” she asked. “Why now?”",
     "He called it “a gift” and “a trap.”", "The town has its “Harvest Days.”", "Ruiz said: “He told me ‘never’ twice.”",
     "“No,” said Dana Orr, the clerk, “not yet.”", "The order stands."]
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(paragraphs=st.lists(st.lists(SAID, min_size=1, max_size=3), min_size=1, max_size=4))
def test_marks_are_balanced_in_direct_contents_where_the_paragraphs_are(
    analyse: Analyse, paragraphs: list[list[str]]
) -> None:
    text = "\n\n".join(" ".join(p) for p in paragraphs)
    for quote in analyse(text).quotes:
        for a, b in quote.content:
            piece = text[a:b]
            assert "\n" not in piece
            if quote.type == "direct":
                assert piece.count("“") == piece.count("”") == 1
                assert piece.count("‘") == piece.count("’")
