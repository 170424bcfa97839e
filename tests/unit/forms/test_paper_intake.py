"""What a form on paper is, without any database: its steps, whose it becomes, and what the law makes of its days."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from forms.journeys.registry import journeys
from forms.language import OSLO
from forms.municipality import municipality
from forms.paper_intake.journey import paper_journey
from forms.paper_intake.person import PersonForm
from forms.paper_intake.sender import OTHERS, SenderForm, owned_by
from forms.paper_intake.which import WhichForm, by_form_id, offered
from forms.situation import Person, SentCase, Situation
from forms.unsaid import follows_none
from forms.walk import Walk

STAFF = Person("Lun Fjelltone", "14835749828")
TODAY = date(2026, 12, 4)
AT = datetime(2026, 12, 4, 9, tzinfo=OSLO)
HERE = Situation(municipality("larvik"), STAFF, TODAY, synthetic=True)
SUBJECT = {
    "subject_no_id": "has_number",
    "subject_national_id": "01814849852",
    "subject_given_name": "Jevnlig",
    "subject_family_name": "Åkerlyng",
    "answer_by": "unsaid",
}


def walk(slug: str = "appeal", /, **answers: dict[str, Any]) -> Walk:
    told: dict[str, dict[str, Any]] = {
        "address-protection": {"address_protected": "no"},
        "subject": SUBJECT,
        "sender": {"sent_by": "self"},
    }
    return Walk(paper_journey(slug), replace(HERE, answers=told | answers))


def appeal(
    arrived: str, *, postmark: str = "", by: str = "post", received: str = "2026-11-03", decided: str = ""
) -> dict[str, str]:
    """The notes of an appeal by label; marks under the label "marks"."""
    dates = {
        "received_known": "yes" if received else "no",
        "received_date": received,
        "decision_date": decided,
    }
    days = {"came_by": by, "postmark": postmark, "arrived": arrived}
    found = walk(days=days, answer={"decision_maker": "office"}, dates=dates).received(AT)
    marks = " ".join(note.mark for note in found if note.mark)
    return {note.label: note.value for note in found if note.label} | {"marks": marks}


def test_posted_on_the_last_day_is_in_time_whenever_it_came() -> None:
    told = appeal("2026-12-04", postmark="2026-12-01")
    assert told["Kom i tide"].startswith("Ja. Poststempelet er fra 1. desember 2026")
    assert told["marks"] == ""


def test_posted_the_day_after_is_late_by_that_day_and_not_by_its_coming() -> None:
    told = appeal("2026-12-04", postmark="2026-12-02")
    assert told["Kom fram"] == "Sendt eller levert 2. desember 2026, dagen etter siste dag."
    assert told["marks"].split()[0] == "late"


def test_without_a_postmark_what_came_in_time_is_in_time_and_else_nobody_knows() -> None:
    assert "Kom i tide" in appeal("2026-12-01")
    told = appeal("2026-12-02")
    assert "Ingen vet når den ble sendt" in told["Kom fram"]
    assert told["marks"].split()[0] == "maybe_late"


def test_what_is_handed_in_counts_from_that_day() -> None:
    assert appeal("2026-12-01", by="by_hand")["Kom i tide"] == "Ja. Klagen ble levert 1. desember 2026."
    assert appeal("2026-12-03", by="by_hand")["Kom fram"].endswith("2 dager etter siste dag.")


def test_where_only_the_answers_own_day_is_known_late_is_no_more_than_maybe() -> None:
    told = appeal("2026-12-04", postmark="2026-12-03", received="", decided="2026-11-03")
    assert told["marks"].split()[0] == "maybe_late"
    assert "kan ha vært lengre" in told["Kom fram"]


def test_a_year_after_the_answer_is_told_to_the_office_alone() -> None:
    told = appeal("2026-12-04", postmark="2026-12-03", received="2025-11-20", decided="2025-11-18")
    assert "over_a_year 2026-11-18" in told["marks"]


def test_christmas_eve_is_no_holiday_for_the_postmark_either() -> None:
    assert "Kom i tide" in appeal("2026-12-29", postmark="2026-12-24", received="2026-11-26")
    assert "Kom fram" in appeal("2026-12-29", postmark="2026-12-25", received="2026-11-26")


@pytest.mark.parametrize("slug", sorted(journeys()))
def test_every_form_keeps_its_title_and_only_an_appeal_asks_for_the_answer_s_days(slug: str) -> None:
    found, real = paper_journey(slug), journeys()[slug]
    steps = [step.slug for step in found.steps]
    assert (found.title, found.naming, found.sort, found.path) == (
        real.title,
        real.naming,
        real.sort,
        real.path,
    )
    assert steps.index("address-protection") < steps.index("subject"), "asked before any address"
    assert ("dates" in steps) is (slug == "appeal")
    assert ("earlier" in steps) is (real.follows is not follows_none), "only what follows a case asks for one"


OWNERS = {"self": "subject", "verge": "subject", "proxy": "subject", "future_proxy": "subject"}


@pytest.mark.parametrize("by", ["self", *OTHERS])
def test_whose_case_it_becomes(by: str) -> None:
    """What a parent, a relative or a notifier writes is theirs: a log-in lays nothing of it open to the person."""
    assert owned_by(walk(sender={"sent_by": by}).now) == OWNERS.get(by, "sender")


def test_staff_who_are_the_person_are_stopped_by_number_and_asked_by_name() -> None:
    own = MultiDict(SUBJECT | {"subject_national_id": STAFF.national_id})
    form = PersonForm(HERE, own)
    assert not form.validate()
    assert "forvaltningsloven § 6" in form.subject_national_id.errors[0]
    namesake = SUBJECT | {"subject_given_name": "LUN", "subject_family_name": "Fjelltone"}
    assert not PersonForm(HERE, MultiDict(namesake)).validate()
    assert PersonForm(HERE, MultiDict(namesake | {"other_of_name": "yes"})).validate()
    assert "other_of_name" not in PersonForm(HERE, MultiDict(SUBJECT))


def test_staff_who_sent_it_themselves_are_stopped_and_nobody_sends_for_themselves() -> None:
    sender = {"sent_by": "parent", "sender_name": "Lun", "sender_known": "has_number"}
    now = walk().now
    for number, said in (
        (STAFF.national_id, "deg selv"),
        (SUBJECT["subject_national_id"], "den det gjelder"),
    ):
        form = SenderForm(now, MultiDict(sender | {"sender_national_id": number}))
        assert not form.validate()
        assert said in form.sender_national_id.errors[0]


@pytest.mark.parametrize(
    ("number", "by", "marked"),
    [("10861550023", "self", True), ("08820999828", "self", False), ("10861550023", "parent", False)],
)
def test_a_child_that_wrote_alone_is_marked(number: str, by: str, *, marked: bool) -> None:
    found = walk(
        subject=SUBJECT | {"subject_national_id": number},
        sender={"sent_by": by, "sender_name": "Myk Havgløtt"},
        days={"came_by": "post", "arrived": "2026-12-04"},
    )
    assert ("child_writes" in found.marks) is ("parents_not_told" in found.marks) is marked
    assert ("young" in [step.slug for step in found.path]) is marked
    if marked:
        may_know = {**found.situation.answers, "young": {"parents_may_know": "yes"}}
        assert (
            "parents_not_told" not in replace(found, situation=found.situation.with_answers(may_know)).marks
        )


@pytest.mark.parametrize(
    ("number", "protected", "asked"),
    [
        ("10861550023", "no", True),
        ("08820999828", "no", True),
        ("10861550023", "yes", False),
        ("01819095090", "no", False),
    ],
)
def test_of_somebody_under_18_it_is_written_down_whether_letters_may_come_home(
    number: str, protected: str, *, asked: bool
) -> None:
    found = walk(
        **{
            "address-protection": {"address_protected": protected, "safe_contact": "letter"},
            "subject": SUBJECT | {"subject_national_id": number},
            "sender": {"sent_by": "self"},
            "safe-place": {"letters_home": "no"},
        }
    )
    assert ("safe-place" in [step.slug for step in found.path]) is asked
    assert ("no_letter_home" in found.marks) is asked


def test_where_places_are_hidden_none_is_asked_and_what_was_told_counts_no_more() -> None:
    hidden = {"address_protected": "yes", "safe_contact": "letter"}
    found = walk(**{"address-protection": hidden})
    form = found.form(next(step for step in found.path if step.slug == "subject"))
    assert not {"subject_address", "subject_phone", "subject_email"} & {one.short_name for one in form}
    assert found.journey.restricted(found.now)


def test_whoever_has_a_hidden_case_here_gets_no_open_one() -> None:
    now = replace(walk().now, sent=(SentCase("V-2345-6789", "coordination", TODAY, restricted=True),))
    assert paper_journey("coordination").restricted(now)
    assert not paper_journey("coordination").restricted(walk().now)


@pytest.mark.parametrize("place", ["larvik", "senja", "kristiansand", "porsgrunn", "namsos"])
def test_every_form_that_is_printed_is_known_by_its_id(place: str) -> None:
    here = municipality(place)
    for one in offered(here):
        for code in ("nb", "nn", "en"):
            assert by_form_id(f" {place}-{one.path}-{code} ".upper(), here) == (one.slug, code)
    assert by_form_id("larvik-klage", here) is None


def test_the_id_counts_and_not_what_is_hidden_beside_it() -> None:
    typed = {
        "has_form_id": "yes",
        "form_id": "larvik-klage-nn",
        "form_kind": "coordination",
        "written_in": "nb",
    }
    form = WhichForm(HERE, MultiDict(typed))
    assert form.validate()
    assert form.chosen == ("appeal", "nn")
