"""A sentence as drawn: what it holds is text, and what is put together are all its parts."""

from dataclasses import replace

from pipeline.records import Scores, Stance
from pipeline.report.pieces import Piece
from pipeline.report.sentence import draw_sentence
from pipeline.report.sentences import SentenceView

STANCE = Stance(
    sentence="a:s0", article="a", label="neutral", scores=Scores(pro=0.1, anti=0.25, neutral=0.65), uncertain=True,
    speaker=None, voice="author", why=(),
)  # fmt: skip
VIEW = SentenceView(
    id="x", pieces=[Piece("A & B", "", "")], stance=STANCE, why=[], speakers=[], kind="body", tells=False, gap="",
    node=None, place="",
)  # fmt: skip


def test_a_silent_sentence_is_text_alone() -> None:
    assert draw_sentence(VIEW) == '<span class="s body neutral" id="x">A &amp; B</span>'


def test_a_sentence_on_a_side_has_a_sign_and_one_in_the_map_leads_there() -> None:
    sided = replace(VIEW, stance=replace(STANCE, label="pro"))
    sign = '<span class="sign" role="img" aria-label="For">+</span>'
    assert draw_sentence(sided) == f'<span class="s body pro unsure" id="x">{sign}A &amp; B</span>'
    assert '<a class="sign" href="#n" aria-label="For; to its place in the map">+</a>' in draw_sentence(
        replace(sided, node="n")
    )


def test_marks_reasons_and_places_are_escaped() -> None:
    hostile = replace(VIEW, pieces=[Piece("<i>", "ent", '"<i>')], tells=True, why=["<i>", "b"], place="<i>")
    drawn = draw_sentence(hostile)
    assert '<span class="ent" title="&#34;&lt;i&gt;">&lt;i&gt;</span>' in drawn
    assert "<br>in the map: &lt;i&gt;<br>weighed most: &lt;i&gt;; b</span></span>" in drawn
    assert "<b>On neither side (not sure)</b> · for 0.10 · against 0.25 · neither 0.65 · voice: author" in drawn
    assert "<i>" not in drawn
