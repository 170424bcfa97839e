"""When whoever acts by an authorization was born: known by the log-in, or asked; too young is told, never stopped."""

from dataclasses import replace

import pytest

from forms.blank import blank
from forms.blocks.own_birth import proxy_under_age, told_under_age
from forms.blocks.representative import RepresentativeForm
from forms.document import content
from forms.language import Language
from forms.municipality import municipality
from forms.situation import Person, Situation
from forms.walk import Walk
from tests.unit.forms.coordination.walking import COORDINATION, asked, facts, walked
from tests.unit.forms.invented import HERE, LETTER

GIRL = Person("Vaken Fjell", "08820999828")
"""Born on 8 February 1909 or 2009: the number does not tell."""
DNUMBER = Person("Mild Havgap", "52879049970")
"""A d-number of somebody who can only be born in 1990."""
UNCLE = {"submitter_role": "proxy", "subject_national_id": "02894149976"}


def by(person: Person) -> Situation:
    return replace(HERE, submitter=person)


def shown(walk: Walk) -> dict[str, str]:
    step = walk.step("representative")
    assert step
    return {row.question.name: row.text for row in walk.rows(step)}


def test_the_log_in_tells_it_where_the_number_leaves_no_doubt() -> None:
    assert shown(walked(HERE, **UNCLE))["rep_birth_known"] == "14. mars 1957"
    assert shown(walked(by(DNUMBER), **UNCLE))["rep_birth_known"] == "12. juli 1990"
    assert "rep_birth_date" not in asked(walked(HERE, **UNCLE))


def test_it_is_asked_where_the_century_is_in_doubt_and_where_there_is_no_number() -> None:
    for person, born in ((GIRL, "2009-02-08"), (Person("Kim Berg", ""), "1980-05-03")):
        walk = walked(by(person), **UNCLE, rep_birth_date=born)
        assert "rep_birth_known" not in asked(walk)
        assert "rep_birth_date" in asked(walk)


@pytest.mark.parametrize("role", ["verge", "nearest_relative", "parent", "self"])
def test_only_whoever_acts_by_an_authorization_is_asked(role: str) -> None:
    walk = walked(HERE, submitter_role=role, subject_national_id="17882099989")
    assert not {"rep_birth_known", "rep_birth_date"} & asked(walk)


def test_a_relative_with_an_authorization_is_asked_too() -> None:
    walk = walked(HERE, **UNCLE | {"submitter_role": "nearest_relative"}, rep_authority="power_of_attorney")
    assert "rep_birth_known" in asked(walk)


def test_who_is_too_young_is_told_and_marked_and_goes_on() -> None:
    walk = walked(by(GIRL), **UNCLE, rep_birth_date="2009-02-08")
    assert walk.unsound() == ()
    assert "proxy_under_age" in walk.marks
    assert facts(content(walk, "V-1"))["Fullmektig under 18 år"] == "En fullmektig må være 18 år."
    assert "må være 18 år" in " ".join(told_under_age(walk.now))
    step = walk.step("representative")
    assert step
    assert "Du kan sende %(form)s likevel." in walk.form(step)["rep_birth_date"].caution


def test_who_is_of_age_is_told_nothing() -> None:
    for person, born in ((HERE.submitter, ""), (GIRL, "1909-02-08")):
        walk = walked(by(person), **UNCLE, rep_birth_date=born)
        assert not proxy_under_age(walk.now)
        assert "proxy_under_age" not in walk.marks


def test_a_date_that_is_not_the_numbers_is_told() -> None:
    walk = walked(by(GIRL), **UNCLE, rep_birth_date="2009-02-08")
    saved = {**walk.answers["representative"], "rep_birth_date": "2009-02-09"}
    form = RepresentativeForm(replace(walk.now, files={"rep_document": (LETTER,)}), None, saved)
    assert not form.validate()
    assert [fault.anchor for fault in form.faults()] == ["rep_birth_date-day"]
    assert "stemmer ikke med nummeret" in str(form["rep_birth_date"].errors)


def test_with_a_protected_address_neither_is_asked() -> None:
    walk = walked(by(GIRL), **UNCLE, address_protected="yes", safe_contact="letter")
    assert not {"rep_birth_known", "rep_birth_date", "rep_address", "rep_phone"} & asked(walk)
    assert not proxy_under_age(walk.now)


def test_on_paper_there_are_lines_for_both() -> None:
    printed = blank(COORDINATION, municipality("larvik"), Language()).blank
    section = next(one for one in printed.sections if one.title == "Om deg som fyller ut")
    asked_for = {one.question: one for one in section.questions}
    assert (
        asked_for["Adressen din"].hint == "Ikke fyll ut hvis du, eller den det gjelder, har sperret adresse."
    )
    born = asked_for["Fødselsdatoen din"]
    assert "må være 18 år" in born.hint
    assert "Jeg har fullmakt" in born.condition
