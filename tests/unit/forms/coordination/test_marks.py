"""What the office's list must show of an application, whatever language it was written in."""

from dataclasses import replace
from gettext import translation

import pytest

from forms.document import content
from forms.language import Code, Language
from forms.marks import MARKS
from forms.municipality import municipality
from tests.unit.forms.coordination.walking import facts, walked
from tests.unit.forms.invented import HERE


def spoken(code: Code) -> Language:
    return Language(code, translation("messages", "wizard/translations", [code], fallback=code == "nb"))


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_what_lacks_and_what_cannot_wait_is_marked_in_any_language(code: Code) -> None:
    strict = replace(HERE, municipality=municipality("kristiansand"), language=spoken(code))
    uncle = {"submitter_role": "nearest_relative", "subject_national_id": "02894149976"}
    walk = walked(strict, **uncle, rep_authority="none", urgent="yes")
    assert walk.marks == ("urgent", "no_authorization")
    assert {strict.language.text(MARKS[mark]) for mark in walk.marks} < set(facts(content(walk, "V-1")))


def test_a_parent_who_must_not_be_asked_is_marked() -> None:
    child = {"submitter_role": "parent", "subject_national_id": "17882099989"}
    assert walked(
        HERE, **child, urgent="no", rep_authority="parental_responsibility", other_parent="no_contact"
    ).marks == ("other_parent",)


def test_what_is_plain_has_no_mark_and_a_protected_address_gives_none() -> None:
    assert walked(urgent="no").marks == ()
    assert walked(urgent="no", address_protected="yes", safe_contact="attendance").marks == ()
