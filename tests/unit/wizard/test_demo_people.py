from forms.municipality import municipalities
from tests.unit.house.files import HOUSE
from wizard.providers import invented


def test_every_office_has_somebody_and_somebody_who_may_see_protected_cases() -> None:
    staff = {(one.staff_of, one.sees_restricted) for one in invented() if one.staff_of}
    assert staff == {(place, seen) for place in municipalities() for seen in (False, True)}


def test_everybody_has_a_key_and_a_number_of_their_own() -> None:
    """Whoever works at an office may be a citizen too, and then logs in as either."""
    people = invented()
    assert len({one.key for one in people}) == len(people)
    assert len({(one.national_id, bool(one.staff_of)) for one in people}) == len(people)


def test_readme_tells_of_all_of_them() -> None:
    readme = (HOUSE / "README.md").read_text("utf-8")
    assert [one.name for one in invented() if f"| {one.name} |" not in readme] == []
