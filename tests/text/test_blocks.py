"""Kinds of blocks: one behaviour a test, examples of our own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.text.blocks import find_blocks

LEAD = "The council of Marlow voted late on Monday to keep its rule on holds, after four hours of talk in a full hall."
NEXT = "Nobody on the council asked for a second vote, and the sheriff, who had come with two deputies, left at ten."
LAST = "A vote on the jail's budget, the clerk said, will follow when the state has sent its figures for the year."
LINES = st.sampled_from(
    [
        "Town keeps rule",
        "By Ann Lee",
        "The Star",
        "May 2, 2017",
        LEAD,
        NEXT,
        "Read more",
        "Related: a",
        "- item",
        "Why now?",
        "Photo: A. Lee/AP",
        "caption words here",
        "news | sport",
        "WASHINGTON — It held.",
        "OPINION: No.",
        "CLOSE It is.",
        "“Yes.”",
        "1. One",
        "___",
        "lower start",
        "A. B. can be reached at a@b.c",
        "(Reporting by A; Editing by B)",
        "HOLT: No.",
        "\t ",
        "😀",
    ]
)
TEXTS = st.one_of(st.lists(LINES, max_size=20).map("\n".join), st.text(max_size=200))


def kinds(*lines: str) -> list[tuple[str, str]]:
    text = "\n\n".join(lines)
    return [(b.kind, text[b.start : b.end]) for b in find_blocks(text)]


def kind_of(
    line: str, *, above: tuple[str, ...] = ("Town keeps rule", LEAD), below: tuple[str, ...] = (NEXT, LAST)
) -> set[str]:
    """Give the kinds of the blocks of one line among others."""
    return {kind for kind, piece in kinds(*above, line, *below) if piece in line and piece not in above + below}


def test_article_with_title_and_prose() -> None:
    assert [k for k, _ in kinds("Town keeps rule on holds", LEAD, NEXT)] == ["headline", "body", "body"]


def test_article_without_headline_starts_with_body() -> None:
    assert [k for k, _ in kinds(LEAD, NEXT)] == ["body", "body"]


def test_short_lead_with_a_weekday_is_no_headline() -> None:
    assert kinds("The mayor said on Monday that she will stay.", LEAD)[0][0] == "body"


def test_headline_may_be_a_sentence() -> None:
    assert kinds("We like rules. So we keep them.", LEAD)[0][0] == "headline"


def test_long_headline_is_shown_by_the_byline_below() -> None:
    title = (
        "The state is suing the town over a rule on holds that, the state says, breaks a law of the year before last."
    )
    assert [k for k, _ in kinds(title, "Ann Lee", "The Marlow Star", LEAD)] == ["headline", "byline", "byline", "body"]


def test_sub_headline_is_headline() -> None:
    assert [k for k, _ in kinds("Town keeps rule", "Vote ends a year of quarrel", LEAD)][:2] == ["headline", "headline"]


@pytest.mark.parametrize("label", ["Poll: Most voters like the rule on holds", "Read the order, Mr. Mayor"])
def test_first_title_that_looks_like_a_link_is_headline(label: str) -> None:
    assert kinds(label, LEAD, NEXT)[0][0] == "headline"


def test_label_before_the_headline_is_a_block_of_its_own() -> None:
    assert kinds("OPINION: Rules Are Not the Problem Here", LEAD)[:2] == [
        ("boilerplate", "OPINION:"),
        ("headline", "Rules Are Not the Problem Here"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "By Dana Holt",
        "BY DANA HOLT AND LEE ORTIZ",
        "By Dana Holt, Marlow Star",
        "Globe Staff",
        "Staff Writer",
        "USA TODAY",
        "Associated Press",
        "May 2, 2017",
        "Published 10:32 a.m. ET May 2, 2017 | Updated 1:04 p.m. ET May 3, 2017",
        "2 May 2017",
        "Dana Holt",
        "Dana Holt | Special to the Star",
        "By The Editorial Board",
    ],
)
def test_byline_below_the_headline(line: str) -> None:
    assert kind_of(line, above=("Town keeps rule",), below=(LEAD, NEXT)) == {"byline"}


@pytest.mark.parametrize(
    "line", ["By Monday, the town had kept its rule for a year.", "By law, jails may not hold anyone."]
)
def test_prose_that_begins_with_by_is_body(line: str) -> None:
    assert kind_of(line) == {"body"}


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("MARLOW, Ore. (AP) — The town kept it.", "MARLOW, Ore. (AP) —"),
        ("MARLOW, Mass. (WXYZ) – The town kept it.", "MARLOW, Mass. (WXYZ) –"),
        ("WASHINGTON — The town kept it.", "WASHINGTON —"),
        ("SAN FRANCISCO—The town kept it.", "SAN FRANCISCO—"),
        ("(CNN) The town kept it.", "(CNN)"),
        ("Washington (CNN)The town kept it.", "Washington (CNN)"),
        ("AUSTIN, Texas, Sept 3 (Reuters) - The town kept it.", "AUSTIN, Texas, Sept 3 (Reuters) -"),
    ],
)
def test_dateline_is_a_byline_before_the_body(line: str, dateline: str) -> None:
    assert kinds("Town keeps rule", line, NEXT)[1:3] == [("byline", dateline), ("body", "The town kept it.")]


@pytest.mark.parametrize(
    "line", ["ICE — the agency — kept it.", "Rep. Al Roy (R-Tex.) kept it.", "Dana Holt (D) voted for it."]
)
def test_dashes_and_brackets_in_prose_are_no_dateline(line: str) -> None:
    assert kinds("Town keeps rule", line, NEXT)[1] == ("body", line)


@pytest.mark.parametrize(
    "line",
    [
        "Dana Holt can be reached at dana@star.example. Follow her on Twitter @danaholt.",
        "Dana Holt is a fellow at the Institute for Towns.",
        "Lee Ortiz and Ann Fry contributed to this report.",
        "(Reporting by Lee Ortiz; Editing by Ann Fry)",
        "Write to Dana Holt at dana@star.example",
        "H/T The Star",
    ],
)
def test_note_on_the_writer_at_the_end_is_byline(line: str) -> None:
    assert kind_of(line, below=()) == {"byline"}


def test_note_below_names_the_author_of_the_byline() -> None:
    found = kinds("Town keeps rule", "By Dana Holt", LEAD, NEXT, "Holt, a Democrat, sits in the House for Marlow.")
    assert found[-1][0] == "byline"


def test_person_of_the_story_at_the_end_stays_body() -> None:
    found = kinds("Town keeps rule", LEAD + " Dana Holt agreed.", NEXT, "Dana Holt is a lawyer in Marlow.")
    assert found[-1][0] == "body"


def test_credits_that_end_a_line_of_prose_are_a_block() -> None:
    assert kinds("Town keeps rule", LEAD, NEXT + " The Associated Press contributed to this report.")[-2:] == [
        ("body", NEXT),
        ("byline", "The Associated Press contributed to this report."),
    ]


def test_tweet_signature_is_byline() -> None:
    tweet = "We will keep our rule. — Dana Holt (@danaholt) May 2, 2017"
    assert kinds("Town keeps rule", LEAD, tweet, NEXT)[2:4] == [
        ("body", "We will keep our rule."),
        ("byline", "— Dana Holt (@danaholt) May 2, 2017"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "In this photo taken May 2, 2017, people of Marlow wait outside the hall. (Lee Ortiz/Marlow Star via AP)",
        "People wait outside the hall. Reuters/Lee Ortiz",
        "Photo: Lee Ortiz, Getty Images",
        "FILE - Dana Holt speaks in Marlow.",
        "Enlarge this image toggle caption Lee Ortiz/AP",
        "Dana Holt listens to the clerk. (Photo by Lee Ortiz)",
        "Image copyright Reuters Image caption The hall in Marlow",
    ],
)
def test_caption(line: str) -> None:
    assert kind_of(line, above=("Town keeps rule",), below=(LEAD, NEXT)) == {"caption"}
    assert kind_of(line) == {"caption"}


def test_line_above_a_bare_credit_is_caption() -> None:
    found = kinds("Town keeps rule", "People wait outside the hall.", "Lee Ortiz/Getty Images", LEAD)
    assert [k for k, _ in found] == ["headline", "caption", "caption", "body"]


def test_film_player_word_is_cut_off_the_caption() -> None:
    found = kinds("Town keeps rule", "CLOSE The mayor tells why she kept the rule.", LEAD)
    assert found[1:3] == [("caption", "CLOSE"), ("caption", "The mayor tells why she kept the rule.")]


@pytest.mark.parametrize(
    "line",
    [
        "What is a hold?",
        "Executive summary",
        "1. What the law asks of jails",
        "A long quarrel in a small town",
        "THE RULE",
    ],
)
def test_short_title_between_prose_is_heading(line: str) -> None:
    assert kind_of(line) == {"heading"}


@pytest.mark.parametrize(
    "line",
    [
        "“We will keep it,” the mayor said.",
        "“We will keep it.”",
        "HOLT: We will keep it.",
        "• A hold may last two days",
        "The Star reported:",
        "Not so fast.",
        "What would you have done in her place?",
    ],
)
def test_speech_and_items_among_prose_are_body(line: str) -> None:
    assert kind_of(line) == {"body"}


def test_items_below_a_colon_are_body() -> None:
    found = kinds("Town keeps rule", LEAD, "The clerk named three tasks:", "Count the holds", "Name the jails", NEXT)
    assert [k for k, _ in found[2:5]] == ["body", "body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Related: Town lost its last vote",
        "More:Town lost its last vote",
        "Read more",
        "Story Continued Below",
        "Advertisement",
        "Sign up for our newsletter and get the news in your inbox.",
        "© 2020 Marlow Media, Inc. Ask us before you print it again.",
        "Marlow Profile | TownFinder",
        "News | Sports | Weather | Jobs",
        "HOLT: TOWN MUST END ITS RULE ON HOLDS",
        "https://star.example/a/b",
        "Have feedback? Want to know more? Send us ideas.",
        "The opinions expressed by columnists are their own.",
        "Share this story",
    ],
)
def test_furniture_of_the_page_is_boilerplate(line: str) -> None:
    assert kind_of(line) == {"boilerplate"}


def test_titles_below_the_prose_are_links() -> None:
    assert [k for k, _ in kinds("Town keeps rule", LEAD, NEXT, "You may also like", "Ten towns to see")][-2:] == [
        "boilerplate"
    ] * 2


def test_slug_above_a_caption_and_print_button_are_boilerplate() -> None:
    assert kinds("marlow town hall rule", "People wait. Reuters/Lee Ortiz", LEAD)[0][0] == "boilerplate"
    assert kinds("Print", "Town keeps rule", LEAD)[0][0] == "boilerplate"


def test_site_date_beside_navigation_is_boilerplate() -> None:
    text = f"May 2, 2017\nNews | Polls | Jobs\n\nTown keeps rule\n\n{LEAD}"
    assert [b.kind for b in find_blocks(text)] == ["boilerplate", "boilerplate", "headline", "body"]


def test_broken_line_of_prose_is_no_heading() -> None:
    found = kinds("Town keeps rule", LEAD, "Two hundred towns have such ru", "les for their jails.", NEXT)
    assert {k for k, _ in found[1:]} == {"body"}


def test_appeal_that_ends_the_last_line_of_prose_is_cut_off() -> None:
    appeal = "Sign up for our weekly newsletter."
    assert kinds("Town keeps rule", LEAD, f"{NEXT} {appeal}")[-2:] == [("body", NEXT), ("boilerplate", appeal)]


def test_text_without_words_has_no_blocks() -> None:
    assert find_blocks(" \n\t\n") == ()


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_blocks_are_disjoint_ordered_and_cover_all(text: str) -> None:
    position = 0
    for block in find_blocks(text):
        assert position <= block.start < block.end
        assert not text[position : block.start].strip()
        piece = text[block.start : block.end]
        assert piece == piece.strip()
        assert "\n" not in piece
        position = block.end
    assert not text[position:].strip()
