"""The state that a person's role or affiliation names."""

import re

from pipeline.entities.states import SHORT_STATES, state_name

WHOLE = ("Alaska", "Hawaii", "Idaho", "Iowa", "Maine", "Ohio", "Utah")  # without a short form
STATES = {name: name for name in WHOLE}
STATES |= {short: name for short in SHORT_STATES if (name := state_name(short))}
STATES |= {name: name for name in STATES.values() if name != "Washington"}  # which mostly is the capital
STATE = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(s) for s in sorted(STATES, reverse=True))})(?!\w)")


def home_state(*texts: str | None) -> str | None:
    """Give the one state that is named; None where there are none or several."""
    found = {STATES[m.group()] for text in texts if text for m in STATE.finditer(text)}
    return found.pop() if len(found) == 1 else None
