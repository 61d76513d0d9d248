"""From a source's words to a speaker: names, pronouns, titles, groups, documents."""
