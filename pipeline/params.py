"""Typed sections of params.yaml; every number lives there and an unknown key is an error."""

import hashlib
import json
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.errors import ParamsError


class Section(BaseModel):
    """Base of all sections: frozen, no unknown keys, no defaults in code."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CleanParams(Section):
    """Reading articles and finding their blocks."""

    max_chars: int = Field(gt=0)  # a longer text is a failure
    duplicate_jaccard: float = Field(gt=0, le=1)  # shingle overlap from which two articles are one
    shingle_words: int = Field(gt=0)
    permutations: int = Field(gt=0)  # of MinHash; error of the estimate is 1/sqrt of it


class SentencesParams(Section):
    """Splitting blocks into sentences."""

    max_sentence_chars: int = Field(gt=0)  # a longer run is cut at white space, so that parsing stays linear


class EntitiesParams(Section):
    """Parsing and named entities."""

    parser: str
    batch_size: int = Field(gt=0)


class QuotesParams(Section):
    """Attributions and speakers."""

    strict: bool  # True: clauses only, no noun-phrase contents
    min_reliability: float = Field(ge=0, le=1)  # candidates below it are dropped
    unsourced: float = Field(ge=0, le=1)  # factor of the confidence where there is no source


class TrainParams(Section):
    """The stance classifier."""

    c: float = Field(gt=0)  # inverse strength of the L2 penalty
    max_iter: int = Field(gt=0)
    tol: float = Field(gt=0)
    folds: int = Field(gt=1)
    min_df: int = Field(gt=0)
    fact_weight: float = Field(gt=0)  # of what is known of a voice, against 1 of words and characters
    phrase_weight: float = Field(gt=0)  # of a sentence of the phrase book, against 1 of one in an article
    real_weight: float = Field(gt=0)  # of a sentence of a real article, which a user annotated, against an authored one
    linker_penalty: float = Field(gt=0)  # strength of the linker's L2 penalty
    seed: int


class EvaluateParams(Section):
    """Scoring against annotations."""

    bootstrap: int = Field(ge=0)
    bins: int = Field(gt=1)
    stated_accuracy: float = Field(gt=0, le=1)  # that labels which are not uncertain are to reach
    seed: int


class StanceParams(Section):
    """Labelling sentences."""

    uncertain_below: float = Field(ge=0, le=1)
    temperature: float = Field(gt=0)  # above 1 flattens the scores
    neutral_offset: float  # added to the neutral logit
    far_from_policy: float  # added to it for speech with no policy word near
    prior: float = Field(ge=0)  # how far a speaker's known position shifts the side
    share: float = Field(ge=0)  # how much of its mean side a speaker's sentences share
    reasons: int = Field(ge=0)


class MapsParams(Section):
    """Building argument maps."""

    issue: str
    min_side: float = Field(gt=0, le=1)  # probability of taking a side from which a sentence is a node
    min_side_beside: float = Field(gt=0, le=1)  # the same beside such a sentence of the same speaker
    premise_from: float = Field(ge=0, le=1)  # probability of a premise from which a node is one
    link_from: float = Field(ge=0, le=1)  # and from which a node serves another node, not the issue
    restate_overlap: float = Field(gt=0, le=1)  # share of a statement's words that are found in a fuller one
    headline_overlap: float = Field(gt=0, le=1)  # the same of a headline


class CorpusParams(Section):
    """Grouping claims across articles."""

    group_jaccard: float = Field(gt=0, le=1)  # overlap of stems from which two nodes say the same
    permutations: int = Field(gt=0)  # of MinHash
    band_rows: int = Field(gt=0)  # minima that two nodes must share in one band to be compared
    min_stems: int = Field(gt=0)  # a shorter sentence is like too many others
    min_alike: int = Field(gt=0)  # nodes that a group by wording needs, near-copies of articles apart


class ReportParams(Section):
    """The HTML report."""

    max_articles_on_one_page: int = Field(gt=0)


class Params(Section):
    """All of params.yaml."""

    clean: CleanParams
    sentences: SentencesParams
    entities: EntitiesParams
    quotes: QuotesParams
    train: TrainParams
    evaluate: EvaluateParams
    stance: StanceParams
    maps: MapsParams
    corpus: CorpusParams
    report: ReportParams

    def sha256(self) -> str:
        """Hash the values, not the file: comments and key order do not matter."""
        values = json.dumps(self.model_dump(mode="json"), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(values.encode()).hexdigest()


def load_params(path: Path) -> Params:
    """Read params.yaml.

    Raises:
        ParamsError: the file is missing, is not YAML, or a key is missing, unknown or out of range.
    """
    try:
        raw: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ParamsError("params file cannot be read", str(path), "give a file with --params") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        where = getattr(error, "problem_mark", None)
        line = f":{where.line + 1}:{where.column + 1}" if where else ""
        raise ParamsError("not valid YAML", f"{path}{line}", "mend the line that is named") from error
    try:
        return Params.model_validate(raw)
    except ValidationError as error:
        # An unknown key first: it is the wrong spelling of the one that is then missing.
        first = min(error.errors(), key=lambda e: e["type"] != "extra_forbidden")
        key = ".".join(map(str, first["loc"])) or "top level"
        fixes = {
            "extra_forbidden": "correct the name of the key, or remove it",
            "missing": "add the key; a params file holds all keys of the shipped params.yaml",
        }
        fix = fixes.get(first["type"], f"correct the value {first.get('input')!r}")
        raise ParamsError(first["msg"], f"{path}: {key}", fix) from error
