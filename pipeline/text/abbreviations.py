"""Words that decide whether a mark ends a sentence; short forms are written without their last stop."""

from pipeline.text.lexicon import words

TITLES = words("stops", "titles")
NUMBERED = words("stops", "numbered")
INNER = words("stops", "inner")
PLACES = words("stops", "places")
STATES = words("stops", "states")
CLOCK = words("stops", "clock")
AFTER_CLOCK = words("stops", "after_clock")
LED_NOUNS = words("stops", "led_nouns")
LED_ONLY_IN_NAMES = words("stops", "led_only_in_names")
PERSON_TITLES = words("stops", "person_titles")
STARTERS = words("stops", "starters")
FINITE = words("stops", "finite")
SHOUTED_NAMES = words("stops", "shouted_names")
ASKING = words("stops", "asking")
