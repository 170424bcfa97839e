"""Revocation and withdrawal: which, how much, from when, and never why."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from forms.document import content
from forms.fields.identity_number import written
from forms.journey import Journey
from forms.journeys.registry import samples
from forms.marks import mark_told
from forms.ties import PARTLY_WITHDRAWN, PARTLY_WITHDRAWN_FROM, WITHDRAWN, WITHDRAWN_FROM, Tie
from forms.walk import Walk
from tests.unit.forms.declarations.walking import (
    FIFTEEN,
    REVOCATION,
    SENDER,
    SENT,
    WITHDRAWAL,
    asked,
    facts,
    offered,
    slugs,
    walked,
)
from tests.unit.forms.invented import HERE
from tests.unit.forms.test_texts import texts_of

TOMORROW = date(2026, 12, 2)
AT = datetime(2026, 12, 1, 11, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("journey", "step", "question", "own"),
    [
        (REVOCATION, "revocation", "poa_reference", {"V-2222-2222"}),
        (WITHDRAWAL, "withdrawal", "consent_reference", {"V-3333-3333", "V-4444-4444"}),
    ],
)
def test_ones_own_are_offered_and_others_are_told_of(
    journey: Journey, step: str, question: str, own: set[str]
) -> None:
    assert offered(walked(journey, SENDER), step, question) == own | {"unlisted"}
    assert offered(walked(journey, HERE), step, question) == {"unlisted"}


@pytest.mark.parametrize("journey", [REVOCATION, WITHDRAWAL], ids=lambda one: one.slug)
def test_nobody_is_asked_why(journey: Journey) -> None:
    for step in journey.steps:
        for question in step.form(SENDER):
            assert not any(text.startswith("Hvorfor") for text in texts_of(question))


def test_a_revocation_says_when_it_came_in_unless_it_is_for_later() -> None:
    now, later = walked(REVOCATION, SENDER), walked(REVOCATION, SENDER, revoke_from="later")
    assert now.received(AT)[0] == ("Fullmakten er trukket fra", "1. desember 2026 kl. 12.03", "")
    assert later.received(AT)[0].value == "2. desember 2026"
    assert facts(content(later, "V-1"))["Trukket fra"] == "2. desember 2026"


def test_a_revocation_is_seen_in_the_offices_list() -> None:
    walk = walked(REVOCATION, SENDER, tell_proxy="no")
    assert walk.marks == ("revoked",)
    told = facts(content(walk, "V-1"))
    assert told["Fullmakt trukket"] == "V-2222-2222"
    assert told["Si fra til fullmektigen"] == "Nei"
    assert "Kommunen gjør det ikke." in " ".join(REVOCATION.afterwards(walk.now))


def test_what_was_done_before_stands_in_the_document_too() -> None:
    made = content(walked(REVOCATION, SENDER), "V-1").model_dump_json()
    assert "Det som er sendt, gjelder også" in made
    shared = content(walked(WITHDRAWAL, SENDER), "V-1").model_dump_json()
    assert "kan vi ikke gjøre om" in shared


@pytest.mark.parametrize(
    ("journey", "wanted", "tie"),
    [
        (REVOCATION, {}, Tie(("V-2222-2222",), when_sent=(WITHDRAWN,))),
        (
            REVOCATION,
            {"revoke_from": "later"},
            Tie(("V-2222-2222",), when_sent=(WITHDRAWN_FROM,), day=TOMORROW),
        ),
        (REVOCATION, {"poa_reference": "unlisted"}, None),
        (WITHDRAWAL, {}, Tie(("V-3333-3333",), when_sent=(WITHDRAWN,))),
        (WITHDRAWAL, {"withdraw_extent": "part"}, Tie(("V-3333-3333",), when_sent=(PARTLY_WITHDRAWN,))),
        (
            WITHDRAWAL,
            {"from_when": "later"},
            Tie(("V-3333-3333",), when_sent=(WITHDRAWN_FROM,), day=TOMORROW),
        ),
        (
            WITHDRAWAL,
            {"from_when": "later", "withdraw_extent": "part"},
            Tie(("V-3333-3333",), when_sent=(PARTLY_WITHDRAWN_FROM,), day=TOMORROW),
        ),
        (
            WITHDRAWAL,
            {"consent_reference": "V-3333-3333 V-4444-4444 unlisted"},
            Tie(("V-3333-3333", "V-4444-4444"), when_sent=(WITHDRAWN,)),
        ),
        (WITHDRAWAL, {"consent_reference": "unlisted"}, None),
    ],
)
def test_the_earlier_case_hears_of_it(journey: Journey, wanted: dict[str, str], tie: Tie | None) -> None:
    walk = walked(journey, SENDER, **wanted)
    assert journey.tie(walk.now) == tie


@pytest.mark.parametrize("journey", [REVOCATION, WITHDRAWAL], ids=lambda one: one.slug)
def test_what_was_taken_back_cannot_be_taken_back_once_more(journey: Journey) -> None:
    walk = walked(journey, SENDER)
    before = replace(walk.situation, sent=tuple(replace(case, withdrawn=True) for case in SENT))
    again = Walk(journey, before)
    assert [step.slug for step in again.unsound()] == [journey.steps[0].slug]


def test_a_withdrawal_tells_which_and_how_much() -> None:
    wanted = {"consent_reference": "V-4444-4444 unlisted", "withdraw_extent": "part"}
    told = facts(content(walked(WITHDRAWAL, SENDER, **wanted), "V-1"))
    assert told["En del er trukket"] == "V-4444-4444; Svar på consent_description"
    assert told["Hvor mye"] == "En del, se hvilken under."
    assert told["Ikke knyttet til noe: finn ut hva som er trukket"] == "Svar på consent_description"
    marks = walked(WITHDRAWAL, SENDER, **wanted).marks
    assert marks == ("consent_partly_withdrawn", "not_tied", "part_in_words")
    assert walked(WITHDRAWAL, SENDER).marks == ("consent_withdrawn",)


def test_staff_who_write_down_what_was_said_tell_how_and_to_whom() -> None:
    staff: dict[str, Any] = {"submitter_role": "staff_assisting", "staff_assistance": "yes"}
    assert {"oral_or_written", "receiver"} <= asked(walked(WITHDRAWAL, SENDER, **staff))
    assert not {"oral_or_written", "receiver"} & asked(walked(WITHDRAWAL, SENDER))


def test_a_parent_takes_back_a_childs_consent() -> None:
    walk = walked(WITHDRAWAL, SENDER, submitter_role="parent", subject_national_id=FIFTEEN)
    assert slugs(walk) == ["withdrawal", "role", "subject"]
    mother = samples("consent_withdrawal")[1]
    child = Walk(WITHDRAWAL, replace(HERE, submitter=mother.submitter, answers=mother.answers))
    assert facts(content(child, "V-1"))["Gjelder"] == "Rask Elveblest"
    assert WITHDRAWAL.about(child.now) == "For Rask"
    assert WITHDRAWAL.about(walked(WITHDRAWAL, SENDER).now) == "For deg"


def test_which_of_several_was_taken_back_before_is_told_at_the_choice() -> None:
    walk = walked(WITHDRAWAL, SENDER, consent_reference="V-3333-3333 V-4444-4444")
    gone = tuple(replace(case, withdrawn=case.reference == "V-4444-4444") for case in SENT)
    again = Walk(WITHDRAWAL, replace(walk.situation, sent=gone))
    step = again.path[0]
    form = again.form(step)
    assert not form.validate()
    assert form["consent_reference"].errors == [
        "V-4444-4444 er trukket før, og kontoret vet det. Ta bort krysset der."
    ]
    assert list(step.told(again.now)) == form["consent_reference"].errors


@pytest.mark.parametrize("journey", [REVOCATION, WITHDRAWAL], ids=lambda one: one.slug)
def test_the_file_of_ones_own_says_by_name_and_number_who_takes_back(journey: Journey) -> None:
    made = content(walked(journey, SENDER), "V-1")
    about = next(section for section in made.sections if section.title == "Om deg")
    assert written(SENDER.submitter.national_id) in [one.answer for one in about.answers]


def after(walk: Walk) -> str:
    return " ".join(walk.journey.afterwards(walk.now))


def test_who_takes_back_a_part_reads_that_the_rest_holds() -> None:
    part, all_ = (after(walked(WITHDRAWAL, SENDER, withdraw_extent=extent)) for extent in ("part", "all"))
    assert "Du har trukket en del av samtykket." in part
    assert "Resten gjelder fortsatt." in part
    assert "gjelder ikke lenger" not in part
    assert "Samtykket gjelder ikke lenger." in all_
    later = after(walked(WITHDRAWAL, SENDER, withdraw_extent="part", from_when="later"))
    assert "En del av samtykket er trukket fra" in later


def test_a_childs_need_is_not_called_the_parents() -> None:
    mother = samples("consent_withdrawal")[1]
    child = Walk(WITHDRAWAL, replace(HERE, submitter=mother.submitter, answers=mother.answers))
    assert "hva Rask trenger" in after(child)
    assert "hva du trenger" in after(walked(WITHDRAWAL, SENDER))


@pytest.mark.parametrize(("tell", "said"), [("yes", "Kommunen sier fra til"), ("no", "Husk å si fra til")])
def test_who_tells_the_proxy_is_said(tell: str, said: str) -> None:
    assert said in after(walked(REVOCATION, SENDER, tell_proxy=tell))


@pytest.mark.parametrize(
    ("journey", "question", "told"),
    [
        (REVOCATION, "revoke_from", "Fullmakt trukket"),
        (WITHDRAWAL, "from_when", "Samtykke trukket"),
    ],
)
def test_the_mark_of_what_holds_from_a_later_day_says_so(journey: Journey, question: str, told: str) -> None:
    marks = [walked(journey, SENDER, **{question: when}).marks for when in ("at_once", "later")]
    assert [mark_told(one, HERE.language) for (one,) in marks] == [told, f"{told} fra 2. desember 2026"]
    assert mark_told("no_such_mark", HERE.language) == ""
