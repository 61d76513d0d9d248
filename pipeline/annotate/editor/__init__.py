"""A page on this machine alone to annotate one article: sentences, labels, targets, spans of quotes."""
