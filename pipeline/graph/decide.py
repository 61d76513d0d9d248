"""Decide what each statement of an article serves, so that all together are a tree rooted in the issue."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.graph.cues import REBUTTAL
from pipeline.graph.features import Scene
from pipeline.graph.linker import Linker, reasons
from pipeline.graph.restate import restatements
from pipeline.graph.statements import Statement
from pipeline.params import MapsParams

LEAST = 0.02  # a claim's probability as a prior: nothing is ruled out
ANSWER = 3  # sentences between a rebuttal and the claim that it answers


@dataclass(frozen=True, slots=True)
class Decision:
    """Where a statement goes; `target` is a number in the article's list, None for the issue."""

    is_claim: bool
    target: int | None
    confidence: float  # of the relation, given the sides
    why: str
    restates: bool = False
    answers: bool = False


def decide(statements: Sequence[Statement], linker: Linker, params: MapsParams) -> list[Decision]:
    """Tell claims from premises and find what each serves: an earlier saying, a rival, an ally's claim, or the issue."""
    scene = Scene(statements)
    owns = [scene.own(n) for n in range(len(statements))]
    claims = [linker.claim_probability(own) for own in owns]
    repeated = restatements(statements, params)
    out: list[Decision] = []
    for n in range(len(statements)):
        if n in repeated:
            target, share = repeated[n]
            out.append(Decision(True, target, share, "restates", restates=True))
        elif (rival := _rival(scene, n)) is not None:
            out.append(Decision(True, rival, claims[n], "answers a rival", answers=True))
        else:
            out.append(_served(scene, n, claims, linker, params) or _alone(owns[n], claims[n], linker, params))
    return _without_cycles(_at_claims(out, scene), claims)


def _alone(own: dict[str, float], claim: float, linker: Linker, params: MapsParams) -> Decision:
    """Put a statement under the issue."""
    is_claim = 1 - claim < params.premise_from
    return Decision(is_claim, None, 1.0, "; ".join(["position", *reasons(linker.claim, own)]))


def _served(scene: Scene, n: int, claims: Sequence[float], linker: Linker, params: MapsParams) -> Decision | None:
    """Find the statement that a premise, or a claim that leans on another, serves; None where it stands alone."""
    premise = 1 - claims[n]
    is_claim = premise < params.premise_from
    # A claim leans on what the same voice has claimed, never on another's.
    near = [m for m in scene.near(n) if not is_claim or scene.statements[n].same_voice(scene.statements[m])]
    if premise < params.link_from or not near:
        return None
    pairs = [scene.pair(n, m) for m in near]
    shares = linker.shares(pairs, [max(claims[m], LEAST) for m in near])
    best = max(range(len(near)), key=lambda k: (shares[k], -k))
    why = "; ".join(["leans on" if is_claim else "reason for", *reasons(linker.target, pairs[best])])
    return Decision(is_claim, near[best], premise * shares[best], why)


def _rival(scene: Scene, n: int) -> int | None:
    """Find the statement just before, by another and of the other side, that this one answers in so many words."""
    before = scene.neighbours[n].before
    if before is None:
        return None
    statement, other = scene.statements[n], scene.statements[before]
    answers = "contrast" in statement.markers or REBUTTAL.search(statement.sentence.text)
    apart = statement.speaker != other.speaker and statement.side != other.side
    return before if answers and apart and statement.index - other.index <= ANSWER else None


def _at_claims(decisions: Sequence[Decision], scene: Scene) -> list[Decision]:
    """Aim an answer at the rival's claim, where what stands just before gives a reason for it in the same voice."""
    out: list[Decision] = []
    for decision in decisions:
        rival = decisions[decision.target] if decision.answers and decision.target is not None else None
        if rival and decision.target is not None and not rival.is_claim and rival.target is not None:
            before, claim = scene.statements[decision.target], scene.statements[rival.target]
            out.append(replace(decision, target=rival.target) if before.same_voice(claim) else decision)
        else:
            out.append(decision)
    return out


def _without_cycles(decisions: list[Decision], claims: Sequence[float]) -> list[Decision]:
    """Put the likeliest claim of each cycle under the issue."""
    done: set[int | None] = {None}
    for start in range(len(decisions)):
        path: list[int] = []
        on_path: set[int] = set()
        at: int | None = start
        while at is not None and at not in done and at not in on_path:
            path.append(at)
            on_path.add(at)
            at = decisions[at].target
        if at is not None and at in on_path:
            cycle = path[path.index(at) :]
            head = max(cycle, key=lambda n: (claims[n], -n))
            decisions[head] = Decision(True, None, 1.0, "position; others lean on it")
        done |= on_path
    return decisions
