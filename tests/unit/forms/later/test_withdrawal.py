from dataclasses import replace
from datetime import date

import pytest

from forms.journeys.registry import journey
from forms.journeys.withdrawal.case import may_be_withdrawn
from forms.law.deadline import Known, appeal_deadline
from forms.situation import SentCase
from forms.ties import PARTLY_WITHDRAWN, WITHDRAWN, Tie
from forms.walk import Walk
from tests.unit.forms.branches import assert_whole, branches, declared
from tests.unit.forms.later.earlier import (
    APPEALED,
    APPLIED,
    COMPLAINED,
    EVERYTHING,
    GONE,
    HIDDEN,
    LOOKING_BACK,
    MAY_BE_TAKEN_BACK,
    notes,
    slugs,
    told,
    walked,
)

WITHDRAWAL = journey("withdrawal")
STEERING = {
    "earlier_case": ("unlisted", *(case.reference for case in MAY_BE_TAKEN_BACK)),
    "withdrawal_kind": ("application", "appeal", "service_complaint"),
    "withdrawal_answered": ("no", "yes", "unsure"),
    "submitter_role": ("self", "parent", "proxy", "staff_assisting"),
    "staff_assistance": ("yes",),
    "address_protected": ("no", "yes"),
    "withdrawal_extent": ("all", "part"),
}
KINDS = [APPLIED, APPEALED, COMPLAINED]


def withdrawal(about: SentCase | None = None, **wanted: str) -> Walk:
    return walked("withdrawal", about, **{"withdrawal_answered": "no"} | wanted)


def said(walk: Walk) -> str:
    return " ".join(told(walk, "extent"))


def test_every_branch_is_whole() -> None:
    whole(few=True)


def whole(*, few: bool) -> None:
    for walk in branches(WITHDRAWAL, LOOKING_BACK, STEERING, few=few):
        assert_whole(walk)


def test_the_catalogues_fields_are_asked_by_their_names_and_no_reason_is() -> None:
    names = [question.name for question in declared(WITHDRAWAL)]
    assert {"earlier_case", "withdrawal_extent", "withdrawal_part", "withdrawal_remains"} <= set(names)
    assert not [name for name in names if "reason" in name or "why" in name]


def test_applications_and_complaints_alone_are_taken_back() -> None:
    assert {case for case in EVERYTHING if may_be_withdrawn(case)} == {*MAY_BE_TAKEN_BACK, GONE}


@pytest.mark.parametrize("case", KINDS)
@pytest.mark.parametrize(("extent", "kind"), [("all", WITHDRAWN), ("part", PARTLY_WITHDRAWN)])
def test_the_earlier_case_is_told_when_it_is_signed(case: SentCase, extent: str, kind: str) -> None:
    walk = withdrawal(case, withdrawal_extent=extent)
    assert WITHDRAWAL.tie(walk.now) == Tie((case.reference,), when_signed=(kind,))


def test_what_words_point_at_is_tied_to_nothing() -> None:
    assert WITHDRAWAL.tie(withdrawal().now) is None


def test_what_is_withdrawn_already_is_refused_in_clear_words_and_kept() -> None:
    step = WITHDRAWAL.steps[0]
    form = step.form(LOOKING_BACK, None, {"earlier_case": GONE.reference})
    assert not form.validate()
    assert [fault.message for fault in form.faults()] == [
        "Du har trukket denne før, og kontoret vet det. Du trenger ikke gjøre noe mer."
    ]
    assert form.stored()["earlier_case"] == GONE.reference
    here = LOOKING_BACK.with_answers({"earlier-case": {"earlier_case": GONE.reference}})
    assert list(step.told(here)) == [fault.message for fault in form.faults()]


def test_what_it_means_for_an_application() -> None:
    unanswered = said(withdrawal(APPLIED))
    assert "slutter kommunen å behandle den" in unanswered
    assert "søke på nytt" in unanswered
    assert "Har du fått svar" not in unanswered
    answered = said(withdrawal(APPLIED, withdrawal_answered="yes"))
    assert "slutter kommunen" not in answered
    assert "skal du klage på det" in answered
    unsure = said(withdrawal(APPLIED, withdrawal_answered="unsure"))
    assert "slutter kommunen" in unsure
    assert "skal du klage på det" in unsure


def test_what_it_means_for_a_complaint_on_the_help() -> None:
    meaning = said(withdrawal(COMPLAINED))
    assert "Når du trekker klagen, slutter kommunen å behandle den." in meaning
    assert "Siste dag" not in meaning
    assert "Har du fått svar på klagen" in said(withdrawal(COMPLAINED, withdrawal_answered="yes"))


def answer_received(day: date | None) -> Walk:
    """Of a complaint that was not sent here."""
    walk = withdrawal(withdrawal_kind="appeal")
    received = {"answer_received": day.isoformat() if day else None}
    answers = {**walk.answers, "complained-about": received}
    return Walk(WITHDRAWAL, walk.situation.with_answers(answers))


def test_who_takes_an_appeal_back_hears_that_the_answer_stands_and_until_when_to_appeal_again() -> None:
    meaning = said(answer_received(date(2026, 11, 9)))
    assert "blir svaret du klaget på, stående" in meaning
    assert "Så lenge fristen løper, kan du klage på nytt." in meaning
    assert "Siste dag for å klage er mandag 7. desember 2026" in meaning


@pytest.mark.parametrize(("received", "passed"), [(date(2026, 11, 2), True), (date(2026, 11, 3), False)])
def test_on_the_last_day_one_may_still_appeal_again_and_on_the_next_it_has_passed(
    received: date, *, passed: bool
) -> None:
    meaning = said(answer_received(received))
    assert ("Fristen for å klage er ute." in meaning) is passed
    assert ("Siste dag for å klage er tirsdag 1. desember 2026" in meaning) is not passed


def test_where_nobody_knows_when_the_answer_came_the_rule_is_told() -> None:
    assert "Du har fire uker på deg til å klage" in said(answer_received(None))


def sent_here(known: Known | None) -> str:
    """What is said of a complaint that was sent here, which told this of its days."""
    found = appeal_deadline(known, LOOKING_BACK.today) if known else None
    case = replace(APPEALED, deadline=found)
    walk = withdrawal(APPEALED)
    return said(replace(walk, situation=replace(walk.situation, sent=(case,))))


def test_a_complaint_that_was_sent_here_has_one_deadline_and_it_is_told_there() -> None:
    assert "Siste dag for å klage er mandag 7. desember 2026" in sent_here(Known(received=date(2026, 11, 9)))
    assert "Fristen for å klage er ute." in sent_here(Known(received=date(2026, 11, 2)))
    assert "fire uker" in sent_here(Known())
    none = sent_here(None)
    assert "Siste dag" not in none
    assert "kan du klage på nytt" in none


def test_of_what_was_sent_here_nothing_is_asked_again() -> None:
    for case in MAY_BE_TAKEN_BACK:
        assert slugs(withdrawal(case)) == ["earlier-case", "answered", "extent"]


def test_the_answer_is_asked_about_for_an_untold_appeal_alone() -> None:
    assert "complained-about" in slugs(withdrawal(withdrawal_kind="appeal"))
    for walk in (
        withdrawal(APPLIED),
        withdrawal(COMPLAINED),
        withdrawal(withdrawal_kind="service_complaint"),
    ):
        assert "complained-about" not in slugs(walk)


@pytest.mark.parametrize(
    ("case", "extent", "what"),
    [
        (APPLIED, "all", "En søknad: Alt sammen"),
        (APPEALED, "part", "En klage på et svar: Bare en del"),
        (COMPLAINED, "all", "En klage på hvordan hjelpen blir gitt: Alt sammen"),
    ],
)
def test_the_office_sees_at_once_what_is_taken_back(case: SentCase, extent: str, what: str) -> None:
    walk = withdrawal(case, withdrawal_extent=extent)
    assert notes(walk)["Trekkes"] == what
    assert case.reference in notes(walk)["Hører til"]


def test_what_happens_afterwards_is_told_for_each() -> None:
    def after(case: SentCase, extent: str = "all") -> str:
        return " ".join(WITHDRAWAL.afterwards(withdrawal(case, withdrawal_extent=extent).now))

    assert "ikke søknaden videre" in after(APPLIED)
    assert "Svaret du klaget på, blir stående." in after(APPEALED)
    assert "Svaret du klaget på" not in after(COMPLAINED)
    assert "behandler det som står igjen" in after(APPLIED, "part")
    assert WITHDRAWAL.sort == "message", "no answer comes that one may disagree with"


def test_what_belongs_to_a_restricted_case_is_restricted() -> None:
    assert WITHDRAWAL.restricted(withdrawal(HIDDEN).now)
    assert not WITHDRAWAL.restricted(withdrawal(APPLIED).now)
