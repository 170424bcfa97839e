"""The codes of an archive: every municipality has one for all that comes. The law that is told with them is dated."""

from datetime import date
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from forms.archive_codes import ArchiveCodes, Party
from forms.journeys.registry import journeys
from forms.law.shielding import basis
from forms.municipality import Municipality, municipalities
from forms.sort import Sort

ALL = municipalities().values()


@pytest.mark.parametrize("place", ALL, ids=lambda place: place.id)
def test_there_is_a_code_for_every_form_and_none_of_them_tells_of_a_protected_address(
    place: Municipality,
) -> None:
    codes = place.archive_codes
    assert {one.sort for one in journeys().values()} <= codes.document_types.keys()
    assert codes.access != codes.access_restricted
    assert "adresse" not in codes.access_restricted.description.casefold()


@pytest.mark.parametrize(
    ("group", "keys"),
    [("document_types", get_args(Sort)), ("parties", get_args(Party))],
    ids=["sorts", "parties"],
)
def test_a_file_that_has_no_code_for_something_is_refused(group: str, keys: tuple[str, ...]) -> None:
    told: dict[str, Any] = next(iter(ALL)).archive_codes.model_dump()
    for key in keys:
        less = told | {group: {name: code for name, code in told[group].items() if name != key}}
        with pytest.raises(ValidationError, match=f"no code: {group}.{key}"):
            ArchiveCodes.model_validate(less)
    with pytest.raises(ValidationError, match="unheard"):
        ArchiveCodes.model_validate(told | {group: told[group] | {"unheard": told["access"]}})


def test_the_law_is_that_of_the_day() -> None:
    day = date(2026, 12, 1)
    assert basis(day, with_number=False) == "Offl § 13 jf fvl § 13 første ledd nr 1, hol § 12-1"
    assert basis(day, with_number=True).endswith(", offl § 26 femte ledd")
    assert basis(date(2020, 1, 1), with_number=True) == basis(day, with_number=True)
