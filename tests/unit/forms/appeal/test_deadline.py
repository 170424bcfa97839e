"""The deadline as the answers give it, and what is known of it at the moment the complaint comes."""

from datetime import UTC, date, datetime, timedelta

import pytest
from werkzeug.datastructures import MultiDict

from forms.law.timeliness import end_of
from forms.marks import mark_told
from forms.walk import Walk
from tests.unit.forms.appeal.appealing import appealed, deadline, last_day, marks, on, slugs, told, told_at

LAST = date(2026, 12, 28)
IN_TIME = end_of(LAST) - timedelta(seconds=30)


def test_it_is_counted_from_the_day_the_answer_came() -> None:
    assert last_day(appealed()) == LAST
    assert deadline(appealed()).basis == "received"


def test_who_understood_later_has_until_four_weeks_after_that() -> None:
    walk = appealed(on(date(2027, 1, 20)), knew_later="yes", knew_enough_date="2027-01-05")
    assert last_day(walk) == date(2027, 2, 2)
    assert "late" not in slugs(walk)


def test_a_later_understanding_that_was_taken_back_does_not_count() -> None:
    walk = appealed(knew_later="yes", knew_enough_date="2026-12-01")
    answers = walk.situation.answers
    dates = {**answers["dates"], "knew_later": "no"}
    changed = type(walk)(walk.journey, walk.situation.with_answers({**answers, "dates": dates}))
    assert last_day(changed) == LAST


def test_an_unknown_day_is_counted_from_the_answer_s_own() -> None:
    walk = appealed(received_known="no")
    assert deadline(walk).earliest
    assert last_day(walk) == date(2026, 12, 22)


ASKED = {"reasons_given": "no", "reasons_asked": "yes"}
GOT = {"reasons_received": "yes", "reasons_received_date": "2026-12-15"}


def test_asking_for_reasons_may_stop_it_until_they_come() -> None:
    asked = ASKED | {"reasons_asked_date": "2026-12-01"}
    waiting = deadline(appealed(**asked, reasons_received="no"))
    assert waiting.doubts == ("stopped",)
    came = deadline(appealed(on(date(2026, 12, 20)), **asked, **GOT))
    assert came.doubts == ("new_weeks",)
    assert came.later
    assert (came.count, came.later.last_day) == (waiting.count, date(2027, 1, 12))


def test_the_office_reads_when_reasons_were_asked_for_and_that_more_time_was_not_promised() -> None:
    asked = ASKED | {"reasons_asked_date": "2026-12-01"}
    said = told_at(appealed(**asked, reasons_received="no"), IN_TIME)["Spurte om begrunnelse"]
    assert said.startswith("1. desember 2026. Har fått vite at fristen kan ha stoppet")
    assert "forvaltningsloven §§ 24 og 29" in said
    assert "ikke er sikkert for svar om koordinator eller plan" in said
    came = told_at(appealed(on(date(2026, 12, 20)), **asked, **GOT), IN_TIME)["Spurte om begrunnelse"]
    assert "Fikk den 15. desember 2026." in came
    assert "Siste dag kan være tirsdag 12. januar 2027." in came
    forgotten = told_at(appealed(**ASKED, reasons_asked_date="", reasons_received="no"), IN_TIME)
    assert forgotten["Spurte om begrunnelse"].startswith("Husker ikke dagen.")
    assert "Spurte om begrunnelse" not in told_at(appealed(), IN_TIME)


def test_who_forgot_when_they_asked_for_reasons_is_not_called_late() -> None:
    got = {"reasons_received": "yes", "reasons_received_date": "2026-12-30"}
    walk = appealed(on(date(2027, 1, 3)), **ASKED, **got, reasons_asked_date="")
    assert deadline(walk).earliest
    assert last_day(walk) == LAST
    sent = marks(walk, end_of(LAST) + timedelta(days=3))
    assert "maybe_late" in sent
    assert "late" not in sent


def test_where_nobody_knows_when_the_answer_came_nobody_asked_too_late() -> None:
    asked = ASKED | {"received_known": "no", "reasons_asked_date": "2026-12-29"}
    walk = appealed(on(date(2026, 12, 30)), **asked, reasons_received="no")
    assert deadline(walk).doubts == ("came_later", "stopped")


def test_who_understood_later_and_forgot_when_is_never_called_late() -> None:
    """Pbrl § 7-5 counts from when one knew enough; nobody knows when that was."""
    walk = appealed(on(date(2027, 3, 1)), knew_later="yes", knew_enough_date="")
    assert deadline(walk).doubts == ("understood_later",)
    at = end_of(LAST) + timedelta(days=58)
    assert "maybe_late" in marks(walk, at)
    assert "late" not in marks(walk, at)
    assert not any("dager etter" in value for value in told_at(walk, at).values())


DOUBTS = {
    "the day it came": {"received_known": "no"},
    "when it was understood": {"knew_later": "yes", "knew_enough_date": ""},
    "whether it stopped": {**ASKED, "reasons_asked_date": "2026-12-01", "reasons_received": "no"},
}


@pytest.mark.parametrize("wanted", DOUBTS.values(), ids=list(DOUBTS))
def test_an_end_that_is_only_the_earliest_is_nowhere_told_as_over(wanted: dict[str, str]) -> None:
    walk = appealed(on(date(2027, 1, 20)), **wanted)
    sent = told_at(walk, datetime(2027, 1, 20, 12, tzinfo=UTC))
    assert sent["Kom fram"] == "Etter den tidligste siste dagen. Fristen kan ha vært lengre."
    assert "Siste dag for å klage, tidligst" in sent
    assert "late" in slugs(walk), "why it comes late may be told all the same"
    assert "ask_extension" in names(walk, "more"), "the deadline may still run"


def test_reasons_that_were_asked_for_no_longer_count_where_they_stood_in_the_answer() -> None:
    walk = appealed(**ASKED, reasons_asked_date="2026-12-01", reasons_received="no")
    answers = walk.situation.answers
    reasons = {**answers["reasons"], "reasons_given": "yes"}
    changed = type(walk)(walk.journey, walk.situation.with_answers({**answers, "reasons": reasons}))
    assert last_day(changed) == LAST


def test_a_hospital_has_the_municipality_s_own_deadline() -> None:
    """Pbrl § 7-5 holds for the specialist health service too."""
    walk = appealed(decision_maker="hospital")
    assert last_day(walk) == LAST
    assert told_at(walk, IN_TIME)["Kom til kommunen"] == "Før midnatt siste dag."
    assert "Kom i tide" not in told_at(walk, IN_TIME), (
        "whether it reached the hospital in time is not ours to say"
    )
    assert "late" in marks(walk, end_of(LAST))
    assert "fire uker" in told(walk, "dates")


@pytest.mark.parametrize("maker", ["nav", "child_welfare"])
def test_of_what_others_decide_no_deadline_is_counted(maker: str) -> None:
    walk = appealed(on(date(2027, 12, 1)), decision_maker=maker)
    assert walk.journey.deadline(walk.now) is None
    assert "late" not in slugs(walk)
    assert not marks(walk, end_of(LAST) + timedelta(days=400)) & {"late", "maybe_late", "over_a_year"}
    assert not told_at(walk, end_of(LAST))
    assert "Fristen står i brevet." in told(walk, "dates")


def test_nav_has_three_weeks_for_its_own_plan_alone() -> None:
    assert "Gjelder svaret en individuell plan fra NAV, er den tre uker." in told(
        appealed(decision_maker="nav"), "dates"
    )


def test_where_no_answer_came_none_runs() -> None:
    walk = appealed(appeal_kind="no_answer")
    assert walk.journey.deadline(walk.now) is None
    assert "dates" not in slugs(walk)
    assert "waiting" in slugs(walk)


@pytest.mark.parametrize(
    ("at", "label", "mark"),
    [
        (IN_TIME, "Kom i tide", None),
        (end_of(LAST), "Kom fram", "late"),
        (end_of(LAST) + timedelta(seconds=1), "Kom fram", "late"),
    ],
)
def test_the_last_day_counts_to_its_end(at: datetime, label: str, mark: str | None) -> None:
    walk = appealed()
    assert label in told_at(walk, at)
    assert ("late" in marks(walk, at)) is (mark == "late")


def test_how_late_it_came_is_told_in_days() -> None:
    walk = appealed()
    assert told_at(walk, end_of(LAST))["Kom fram"] == "Dagen etter siste dag."
    assert told_at(walk, end_of(LAST) + timedelta(days=8))["Kom fram"] == "9 dager etter siste dag."
    assert "Statsforvalteren, avgjør om" in told_at(walk, end_of(LAST))["Om fristen"]


def test_a_year_is_counted_from_the_answer_and_is_told_to_the_office_alone() -> None:
    walk, late = appealed(), end_of(LAST)
    assert not {one for one in marks(walk, IN_TIME) if "year" in one}
    assert "one_year 2027-11-24" in marks(walk, late)
    assert "one_year 2027-11-24" in marks(walk, datetime(2027, 11, 24, 22, 59, tzinfo=UTC))
    after = datetime(2027, 11, 24, 23, 0, tzinfo=UTC)
    assert "over_a_year 2027-11-24" in marks(walk, after)
    assert not any("år" in value.split() for value in told_at(walk, after).values())
    assert (
        mark_told("over_a_year 2027-11-24", walk.now.language)
        == "Over ett år siden svaret (24. november 2027)"
    )


def test_where_only_the_day_it_came_is_known_the_year_is_over_by_that_day_at_the_latest() -> None:
    walk = appealed(decision_date="")
    assert "one_year_at_latest 2027-11-27" in marks(walk, end_of(LAST))
    assert "over_a_year 2027-11-27" in marks(walk, datetime(2027, 11, 28, 12, tzinfo=UTC))


def test_the_day_alone_brings_the_late_page_about_and_nobody_is_stopped_by_it() -> None:
    walk = appealed()
    later = type(walk)(walk.journey, on(date(2026, 12, 29)).with_answers(walk.situation.answers))
    assert "late" in slugs(later)
    assert later.unsound() == ()
    first = later.first_unanswered()
    assert first
    assert first.slug == "late"
    assert "late" not in [step.slug for step in later.told]


def test_on_the_last_day_itself_nothing_is_late() -> None:
    assert "late" not in slugs(appealed(on(LAST)))


def test_more_time_is_asked_for_before_it_has_run_out() -> None:
    assert "ask_extension" in names(appealed(), "more")
    late = appealed(on(date(2026, 12, 29)))
    assert "late" in slugs(late)
    assert "ask_extension" not in names(late, "more")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-11", "Dagen må komme etter i dag."),
        ("2026-12-01", "Dagen må komme etter i dag."),
        ("2026-12-02", ""),
        ("2027-06-01", ""),
        ("2027-06-02", "Velg en dag som ikke er senere enn 1. juni 2027. Du kan be om mer tid igjen."),
        ("2099-12-31", "Velg en dag som ikke er senere enn 1. juni 2027. Du kan be om mer tid igjen."),
    ],
)
def test_more_time_is_asked_for_to_a_day_to_come_and_not_years_away(day: str, said: str) -> None:
    assert _errors(appealed(), day) == ([said] if said else [])


def test_a_day_that_was_saved_in_time_holds_when_it_is_over() -> None:
    walk = appealed(ask_extension="yes", ask_extension_until="2026-12-02")
    later = type(walk)(walk.journey, on(date(2026, 12, 20)).with_answers(walk.situation.answers))
    assert later.unsound() == ()


def _errors(walk: Walk, day: str) -> list[str]:
    step = walk.step("more")
    assert step
    year, month, number = day.split("-")
    boxes = {"day": str(int(number)), "month": str(int(month)), "year": year}
    typed = {f"ask_extension_until-{part}": text for part, text in boxes.items()}
    form = walk.form(step, MultiDict({"ask_extension": "yes"} | typed))
    form.validate()
    return [fault.message for fault in form.faults()]


def names(walk: object, slug: str) -> set[str]:
    step = walk.step(slug)  # type: ignore[attr-defined]  # a walk
    return {question.name for question in walk.form(step).questions()}  # type: ignore[attr-defined]  # a walk
