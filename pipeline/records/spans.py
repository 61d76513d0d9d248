"""The words of an attribution's spans."""

from pipeline.records.quote import Quote, Span


def words_at(text: str, span: Span) -> str:
    """Give a span's words; white space is one space."""
    return " ".join(text[slice(*span)].split())


def content_of(text: str, quote: Quote) -> str:
    """Give the words of a quote's content; an ellipsis stands where it is interrupted."""
    return " … ".join(words_at(text, span) for span in quote.content)
