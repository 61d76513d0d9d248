"""Dates of records: read where they are certain, refused with both readings where they are not."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import InputError
from pipeline.text.published import read_published

WHERE = "table.csv:7:published"
DATES = st.dates(date(1900, 1, 1), date(2099, 12, 31))
# Forms that say which number is what; strftime has the names of the months in English under the tests' locale.
FORMS = (
    "%B %d, %Y", "%b %d %Y", "%b. %d, %Y", "%d %B %Y", "%d %b, %Y", "%d-%b-%Y", "%dth of %B %Y", "%Y/%m/%d",
    "%Y.%m.%d", "%A, %B %d, %Y", "%a, %d %b %Y 10:05:00 GMT", "%Y/%m/%d 10:05", "%B %d, %Y at 10:05 a.m. EST",
    "%Y-%m-%d 10:05:00 UTC",
)  # fmt: skip


@pytest.mark.parametrize(
    "value", ["2017", "2017-05", "2017-05-02", "20170502", "2017-05-02T10:00:00Z", "2017-05-02 10:00:00+02:00"]
)
def test_iso_8601_stays_as_it_is(value: str) -> None:
    assert read_published(value, WHERE) == value


@given(DATES, st.sampled_from(FORMS))
def test_a_form_that_names_the_month_or_begins_with_the_year_is_read(day: date, form: str) -> None:
    assert read_published(day.strftime(form), WHERE) == day.isoformat()


@given(DATES, st.sampled_from("/.-"), st.sampled_from(["", " 0:00", " 10:05:09 PM"]))
def test_two_numbers_are_read_only_where_one_day_can_be_meant(day: date, sign: str, time: str) -> None:
    for first, second in ((day.month, day.day), (day.day, day.month)):
        value = f"{first}{sign}{second:02}{sign}{day.year}{time}"
        if day.day > 12 or day.day == day.month:
            assert read_published(value, WHERE) == day.isoformat()
        else:
            with pytest.raises(InputError, match="may be"):
                read_published(value, WHERE)


def test_a_date_that_may_be_two_names_the_line_the_value_and_both_ways_to_write_it() -> None:
    with pytest.raises(InputError) as caught:
        read_published("03/04/2025", WHERE)
    assert caught.value.where == WHERE
    assert caught.value.what == "published is '03/04/2025', which may be 2025-03-04 or 2025-04-03"
    assert caught.value.fix.startswith("write 2025-03-04 if the month comes first, 2025-04-03 if the day does")


@pytest.mark.parametrize("value", ["November 2025", "Nov. 2025", "NOV, 2025"])
def test_a_month_without_a_day_is_a_month(value: str) -> None:
    assert read_published(value, WHERE) == "2025-11"


@pytest.mark.parametrize(
    "value",
    [
        "last May", "May 2", "0000", "0000-05", "11/26/25", "26-Nov-25", "13/13/2025", "2025/26/11", "February 30, 2025", "2/30/2025", "11/26-2025",
        "ſep 3, 2019", "May 20٢٥", "2025-11-26T25:00", "Nov 26, 2025, Nov 27, 2025", "1764115200", "Nov 26, 2025" + " x" * 99,
    ],
)  # fmt: skip
def test_what_is_no_certain_date_is_refused_with_the_form_to_write(value: str) -> None:
    with pytest.raises(InputError, match="not an ISO 8601 date") as caught:
        read_published(value, WHERE)
    assert "like 2017-02-21" in caught.value.fix


PARTS = st.sampled_from(
    ["2025", "11", "26", "3", "/", "-", ".", " ", "Nov", "March", ", ", "T", "10:00", "Fri", "99", "0"]
)


@given(st.lists(PARTS, max_size=8).map("".join))
def test_what_is_read_is_a_year_a_month_or_a_day_of_the_calendar(value: str) -> None:
    try:
        found = read_published(value, WHERE)
    except InputError:
        return
    if len(found) not in (len("2025"), len("2025-11")):
        assert datetime.fromisoformat(found)
    else:
        assert date.fromisoformat(f"{found}-11-01"[:7] + "-01")
