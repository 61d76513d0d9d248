"""Draw a sentence of the text: its stance, the names and attributions in it, who speaks, its scores.

This is most of a page and drawn for every sentence, so it is plain Python and no template.
"""

from markupsafe import Markup, escape

from pipeline.report.anchors import anchor
from pipeline.report.pieces import Piece
from pipeline.report.sentences import SentenceView
from pipeline.report.wording import SIDES, SIGNS, shorten

LONGEST_NAME = 40


def draw_sentence(s: SentenceView) -> Markup:
    """Give the element; white space is text here, so that nothing stands between the tags."""
    stance = s.stance
    label, sided = stance.label, stance.label != "neutral"
    unsure = " unsure" if stance.uncertain and sided else ""
    tells = who = tip = sign = ""
    if s.tells:
        speakers = "".join(f"{anchor(speaker.id)} " for speaker in s.speakers)
        tells = (
            f' tabindex="0" aria-describedby="{s.id}-t" data-stance="{label}" '
            f'data-sure="{"no" if stance.uncertain else "yes"}" data-voice="{stance.voice}" data-who="{speakers}"'
        )
        tip = _tip(s)
    if s.node:
        sign = (
            f'<a class="sign" href="#{s.node}" aria-label="{SIDES[label]}; to its place in the map">{SIGNS[label]}</a>'
        )
    elif sided:
        sign = f'<span class="sign" role="img" aria-label="{SIDES[label]}">{SIGNS[label]}</span>'
    for speaker in s.speakers:
        name = escape(shorten(speaker.name, LONGEST_NAME))
        who += f'<a class="who" href="#{anchor(speaker.id)}" title="to this speaker">{name}</a>'
    return Markup(  # noqa: S704 (every text in it is escaped here)
        f'{s.gap}<span class="s {s.kind} {label}{unsure}" id="{s.id}"{tells}>{sign}'
        f"{''.join(map(_piece, s.pieces))}{who}{tip}</span>"
    )


def _piece(piece: Piece) -> str:
    if not piece.classes:
        return escape(piece.text)
    return f'<span class="{piece.classes}" title="{escape(piece.title)}">{escape(piece.text)}</span>'


def _tip(s: SentenceView) -> str:
    stance, scores = s.stance, s.stance.scores
    unsure = " (not sure)" if stance.uncertain else ""
    place = f"<br>in the map: {escape(s.place)}" if s.place else ""
    why = f"<br>weighed most: {escape('; '.join(s.why))}" if s.why else ""
    return (
        f'<span class="tip" role="tooltip" id="{s.id}-t"><b>{SIDES[stance.label]}{unsure}</b> · for {scores.pro:.2f} '
        f"· against {scores.anti:.2f} · neither {scores.neutral:.2f} · voice: {stance.voice}{place}{why}</span>"
    )
