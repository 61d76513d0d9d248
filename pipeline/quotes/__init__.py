"""Attributions: who (source) said (cue) what (content), by syntax, marks and a cue lexicon."""
