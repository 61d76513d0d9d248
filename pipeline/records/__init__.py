"""Typed records, one per line of an output file; light enough to import anywhere."""

from pipeline.records.article import Article, Block, BlockKind
from pipeline.records.corpus import Actor, Appearance, ClaimGroup, Coverage, Flip, Outlet, Reach
from pipeline.records.entity import Entity
from pipeline.records.failure import Failure
from pipeline.records.map import ArgumentMap, Edge, Node, Provenance, Relation, Summary
from pipeline.records.quote import Quote, QuoteType, Span
from pipeline.records.sentence import Sentence
from pipeline.records.speaker import LedgerEntry, Position, Speaker, SpeakerKind, StanceCounts, position_of
from pipeline.records.stance import SILENT, STANCES, Label, Scores, Stance, Voice, voice_of

__all__ = [
    "SILENT",
    "STANCES",
    "Actor",
    "Appearance",
    "ArgumentMap",
    "Article",
    "Block",
    "BlockKind",
    "ClaimGroup",
    "Coverage",
    "Edge",
    "Entity",
    "Failure",
    "Flip",
    "Label",
    "LedgerEntry",
    "Node",
    "Outlet",
    "Position",
    "Provenance",
    "Quote",
    "QuoteType",
    "Reach",
    "Relation",
    "Scores",
    "Sentence",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "StanceCounts",
    "Summary",
    "Voice",
    "position_of",
    "voice_of",
]
