"""Who may say yes to what, for whom, and what must be known."""

import re
from dataclasses import replace
from datetime import date

import pytest

from forms.document import content
from forms.journeys.consent.consenter import ConsenterForm
from forms.journeys.consent.sharing import DurationForm, ServicesForm, in_a_year
from forms.journeys.registry import samples
from forms.situation import Person, Situation
from forms.stepform import StepForm
from forms.walk import Walk
from tests.unit.forms.declarations.walking import (
    ADULT,
    CHILD,
    CONSENT,
    FIFTEEN,
    SEVENTEEN,
    asked,
    facts,
    offered,
    question,
    slugs,
    walked,
)
from tests.unit.forms.invented import HERE
from tests.unit.forms.test_texts import texts

HELP = {"plan", "coordinator"}


def faults(form: StepForm) -> list[str]:
    form.validate()
    return [fault.anchor for fault in form.faults()]


@pytest.mark.parametrize(
    ("role", "number", "kinds"),
    [
        ("self", ADULT, {*HELP, "sharing"}),
        ("parent", CHILD, {*HELP, "child_coordinator", "sharing"}),
        ("child_welfare", CHILD, {*HELP, "child_coordinator", "sharing"}),
        ("verge", ADULT, {*HELP, "sharing"}),
        ("future_proxy", ADULT, {*HELP, "sharing"}),
        ("proxy", ADULT, {"sharing"}),
        ("nearest_relative", ADULT, {"sharing"}),
    ],
)
def test_each_may_say_yes_to_what_the_law_lets_them(role: str, number: str, kinds: set[str]) -> None:
    walk = walked(CONSENT, HERE, submitter_role=role, subject_national_id=number, consent_kind="sharing")
    assert offered(walk, "kinds", "consent_kind") == kinds
    assert "consenter_role" not in asked(walk)


def test_where_relatives_may_say_yes_for_somebody_who_cannot_they_are_asked() -> None:
    policy = HERE.municipality.proxy_policy.model_copy(update={"accept_relative_when_unable": True})
    here = replace(HERE, municipality=HERE.municipality.model_copy(update={"proxy_policy": policy}))
    walk = walked(CONSENT, here, submitter_role="nearest_relative", subject_national_id=ADULT)
    assert offered(walk, "kinds", "consent_kind") >= HELP


def test_seventeen_years_old_one_says_yes_alone() -> None:
    young = replace(HERE, submitter=Person("Frisk Skogsti", SEVENTEEN))
    walk = walked(CONSENT, young, consent_kind="child_coordinator sharing", persons_excluded="")
    assert "subject_age" not in asked(walk)
    assert walk.marks == ()
    assert walk.path[-1].slug == "voluntary"


def test_a_younger_one_is_told_who_says_yes_and_that_they_may_be_heard_alone() -> None:
    child = replace(HERE, submitter=Person("Rask Elveblest", FIFTEEN))
    names = {"subject_given_name": "Rask", "subject_family_name": "Elveblest"}
    form = ConsenterForm(child, None, {**names, "subject_age": "younger"})
    assert faults(form) == ["subject_age"]
    assert "fra du er 12 år" in form.faults()[0].message


def told(walk: Walk, step: str) -> str:
    found = walk.step(step)
    assert found
    return " ".join(found.told(walk.now))


@pytest.mark.parametrize(
    ("role", "number", "mark", "says"),
    [
        ("parent", CHILD, False, ""),
        ("parent", FIFTEEN, False, ""),
        ("parent", SEVENTEEN, True, "Fra 16 år sier man ja selv."),
        ("child_welfare", SEVENTEEN, True, "Fra 16 år sier man ja selv."),
        ("nearest_relative", CHILD, True, "Foreldre sier ja for barn under 16 år."),
        ("nearest_relative", ADULT, False, "Det er helsepersonell som vurderer det."),
        ("verge", ADULT, False, "Det må stå i papiret ditt"),
        ("proxy", ADULT, False, "Det må stå i fullmakten"),
    ],
)
def test_who_cannot_say_yes_alone_may_send_and_the_office_sees_it(
    role: str, number: str, says: str, *, mark: bool
) -> None:
    walk = walked(CONSENT, HERE, submitter_role=role, subject_national_id=number, consent_kind="sharing")
    assert ("own_consent" in walk.marks) is mark
    assert says in told(walk, "kinds")
    assert walk.unsound() == ()


def test_staff_tell_whose_yes_it_is_and_relatives_still_cannot_say_it_to_help() -> None:
    staff = {"submitter_role": "staff_assisting", "staff_assistance": "yes", "subject_national_id": ADULT}
    walk = walked(CONSENT, HERE, **staff, consenter_role="verge", consent_kind="plan")
    assert {"consenter_name", "explained_by", "explained_language", "explained_interpreter"} <= asked(walk)
    assert facts(content(walk, "V-1"))["Den som sier ja"] == "Svar på consenter_name, verge"
    relative = walked(CONSENT, HERE, **staff, consenter_role="nearest_relative")
    assert offered(relative, "kinds", "consent_kind") == {"sharing"}
    assert "Det er helsepersonell som vurderer det." in told(relative, "kinds")


def test_help_and_sharing_are_pages_of_their_own_and_neither_brings_the_other() -> None:
    titles = {step.slug: step.title for step in CONSENT.steps}
    assert titles["help"] == "Ja til plan og koordinator"
    assert titles["sharing"] == "Ja til å dele opplysninger"
    only_help, only_sharing = (walked(CONSENT, HERE, consent_kind=kind) for kind in ("plan", "sharing"))
    assert not {"sharing", "topics", "duration"} & set(slugs(only_help))
    assert "help" not in slugs(only_sharing)
    assert "Deling gjelder til og med" not in facts(content(only_help, "V-1"))


def test_sharing_is_between_services_and_one_of_many_departments_is_named() -> None:
    assert faults(ServicesForm(HERE, None, {})) == ["share_from", "share_to"]
    assert faults(ServicesForm(HERE, None, {"share_from": ["school"], "share_to": ["ppt"]})) == []
    hospital = {"share_from": ["hospital"], "share_to": ["others"]}
    assert faults(ServicesForm(HERE, None, hospital)) == ["share_from_text", "share_to_text"]


@pytest.mark.parametrize(
    ("until", "sound"),
    [("2026-12-01", False), ("2026-12-02", True), ("2027-12-01", True), ("2027-12-02", False)],
)
def test_it_lasts_a_year_at_most(until: str, *, sound: bool) -> None:
    assert DurationForm(HERE, None, {"valid_to": until}).validate() is sound


def test_a_year_is_filled_in_and_a_leap_day_has_none_next_year() -> None:
    assert DurationForm(HERE)["valid_to"].data == date(2027, 12, 1)
    assert in_a_year(date(2028, 2, 29)) == date(2029, 2, 28)


def test_the_purpose_is_proposed_and_may_be_changed() -> None:
    asking = walked(CONSENT, HERE, consent_kind="sharing")
    step = asking.step("topics")
    assert step
    assert step.form(asking.now)["purpose"].data == "Tjenestene skal planlegge og samordne hjelpen."
    assert question(asking, "topics", "purpose").data == "Svar på purpose"


def test_somebody_who_must_not_know_makes_the_case_restricted() -> None:
    walk = walked(CONSENT, HERE, consent_kind="sharing")
    assert CONSENT.restricted(walk.now)
    assert "not_to_know" in walk.marks
    open_walk = walked(CONSENT, HERE, consent_kind="sharing", persons_excluded="")
    assert not CONSENT.restricted(open_walk.now)
    assert open_walk.marks == ()
    assert CONSENT.restricted(walked(CONSENT, HERE, consent_kind="plan", address_protected="yes").now)


def test_what_a_no_means_is_shown_and_stands_in_the_document() -> None:
    made = content(walked(CONSENT, HERE, consent_kind="plan sharing"), "V-1").model_dump_json()
    assert made.count("Dette skjer hvis du sier nei") == 2
    assert "det kan ta lengre tid" in made
    other = walked(CONSENT, HERE, consent_kind="sharing", submitter_role="verge", subject_national_id=ADULT)
    assert "Du får fortsatt vurdert" not in content(other, "V-1").model_dump_json()


def child(number: str, **wanted: str) -> Walk:
    return walked(CONSENT, HERE, submitter_role="parent", subject_national_id=number, **wanted)


def test_a_child_is_heard_from_seven_and_from_twelve_it_counts_much() -> None:
    fifteen = child(FIFTEEN, child_heard="yes")
    assert {"child_heard", "child_heard_what", "other_parent"} <= asked(fifteen)
    assert "skal det barnet mener, telle mye" in told(fifteen, "child")
    assert question(fifteen, "child", "child_heard").missing
    six = child(CHILD, child_heard="no")
    assert told(six, "child") == ""
    assert not question(six, "child", "child_heard").missing
    assert "child_heard_why_not" in asked(six)


def test_a_grown_up_has_their_own_view_told_and_nobody_is_called_unable() -> None:
    walk = walked(
        CONSENT, HERE, submitter_role="nearest_relative", subject_national_id=ADULT, consent_kind="sharing"
    )
    assert {"subject_view", "capacity_note"} <= asked(walk)
    assert "child" not in slugs(walk)


def test_there_is_no_answer_to_have_a_copy_of() -> None:
    walk = walked(CONSENT, HERE, submitter_role="proxy", subject_national_id=ADULT, consent_kind="sharing")
    assert not {"copy_to", "rep_address"} & asked(walk)


def test_nobody_is_asked_whether_the_municipality_may_handle_the_case() -> None:
    wrong = re.compile(
        "samtykke.*behandle|behandle.*samtykke|ja til at (?:vi|kommunen) behandler", re.IGNORECASE
    )
    assert [text for text in texts() if wrong.search(text)] == []


def test_the_office_sees_who_what_and_until_when() -> None:
    mother = samples("consent")[1]
    walk = Walk(CONSENT, replace(HERE, submitter=mother.submitter, answers=mother.answers))
    assert facts(content(walk, "V-1")) == {
        "Gjelder": "Rask Elveblest",
        "Fylt ut av": "Myk Havgløtt, forelder",
        "Den som sier ja": "forelder",
        "Sier ja til": "Barnekoordinator; At tjenester deler opplysninger",
        "Kan gi opplysninger": "Skolen; PPT",
        "Kan få dem": "Skolen; PPT; Helsestasjonen eller skolehelsetjenesten",
        "Deling gjelder til og med": "1. november 2027",
        "Noen skal ikke få vite noe": "Ja, se hvem under.",
        "Skjermet": "Begrens hvem som får se saken.",
    }
    assert "til og med 1. november 2027" in " ".join(CONSENT.afterwards(walk.now))


def test_a_fullmakt_that_lacks_is_seen() -> None:
    policy = HERE.municipality.proxy_policy.model_copy(update={"require_written_authorization": True})
    strict: Situation = replace(
        HERE, municipality=HERE.municipality.model_copy(update={"proxy_policy": policy})
    )
    wanted = {"submitter_role": "proxy", "subject_national_id": ADULT, "rep_document_when": "later"}
    assert "no_authorization" in walked(CONSENT, strict, **wanted).marks


PHONES = {"self": "subject_phone", "parent": "rep_phone", "staff_assisting": "consenter_phone"}


@pytest.mark.parametrize("role", PHONES)
def test_the_office_can_ask_back_whoever_says_yes(role: str) -> None:
    wanted = {"submitter_role": role, "staff_assistance": "yes"}
    assert PHONES[role] in asked(walked(CONSENT, HERE, **wanted))
    hidden = asked(walked(CONSENT, HERE, **wanted, address_protected="yes"))
    assert not {"subject_phone", "consenter_phone"} & hidden


def test_nobody_must_give_a_phone_to_say_yes() -> None:
    walk = walked(CONSENT, HERE)
    answers = dict(walk.situation.answers)
    answers["you"] = {**answers["you"], "subject_phone": ""}
    assert Walk(CONSENT, walk.situation.with_answers(answers)).unsound() == ()
