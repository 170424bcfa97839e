"""Hospitals' notifications, copies, and what each municipality takes."""

from dataclasses import replace

import pytest

from forms.blank import blank
from forms.document import content
from forms.fields.choice import Choice
from forms.guide.local import goes_to
from forms.language import Language
from forms.municipality import municipalities, municipality
from forms.next_steps import next_steps
from forms.situation import Situation
from tests.unit.forms.invented import TODAY
from tests.unit.forms.notification.walking import NOTIFICATION, at, names, offered, walked
from tests.unit.forms.whole import facts, told

UNNAMED = {"subject_consents": "not_asked", "legal_basis_without_consent": "none"}


def test_hospital_staff_are_told_where_theirs_goes_and_are_not_stopped() -> None:
    walk = walked("namsos", notifier_type="specialist_health")
    page = " ".join(told(walk, "notifier"))
    assert "koordinerende enhet i helseforetaket" in page
    assert "Du kan likevel sende denne meldingen." in page
    assert walk.unsound() == ()
    assert "Fra sykehus" in facts(content(walk, "V-1"))
    assert "Fra sykehus" not in facts(content(walked("namsos"), "V-1"))


def test_every_notifier_is_told_that_the_person_sees_who_notified() -> None:
    for kind in ("municipal_health", "school", "relative"):
        assert any(
            "får vite at det er du" in text for text in told(walked("namsos", notifier_type=kind), "notifier")
        )


def test_a_relative_is_asked_for_no_job_but_what_they_are_for_the_person() -> None:
    walk = walked("namsos", notifier_type="relative")
    assert not {"notifier_title", "notifier_workplace"} & names(walk)
    assert "notifier_relation" in names(walk)
    assert "notifier_relation" not in names(walked("namsos"))


def test_each_municipality_takes_its_own_types() -> None:
    for place, data in municipalities().items():
        child = {"subject_age_group": "under_12", "subject_consents": "yes_parents"}
        walk = walked(place, **child)
        assert offered(walk, "about", "notification_about") == set(data.notification.types)
        assert "child_coordinator" not in offered(walked(place), "about", "notification_about")
    assert "follow_up_team" in municipalities()["senja"].notification.types
    assert "follow_up_team" not in municipalities()["larvik"].notification.types


def test_in_namsos_whose_office_coordinates_it_habilitation_can_be_notified_of_alone() -> None:
    taking = [one.id for one in municipalities().values() if "rehabilitation" in one.notification.types]
    assert taking == ["namsos"]
    walk = walked("namsos", notification_about="rehabilitation")
    assert walk.unsound() == ()
    said = content(walk, "V-1").model_dump_json()
    assert "Habilitering eller rehabilitering" in said


def copying_to(unit: str) -> Situation:
    namsos = at("namsos")
    copied = namsos.municipality.notification.model_copy(update={"copy_to": unit})
    return replace(namsos, municipality=namsos.municipality.model_copy(update={"notification": copied}))


@pytest.mark.parametrize(
    ("unit", "how"),
    [
        ("Rehabiliteringen", "Rehabiliteringen får alltid kopi av meldingen."),
        ("Brukerkontoret", "Meldingen går rett til Brukerkontoret, så de har kopien de skal ha."),
    ],
)
def test_a_unit_gets_its_copy_without_asking_and_it_is_told_on_page_document_and_receipt(
    unit: str, how: str
) -> None:
    walk = walked(copying_to(unit))
    step = walk.step("reply")
    assert step
    copied = walk.form(step)["copy_to_unit"]
    assert isinstance(copied, Choice)
    assert (copied.settled, copied.say(copied.description)) == (True, how)
    assert (walk.rows(step)[0].label, walk.rows(step)[0].text) == (f"Kopi til {unit}", "Ja")
    assert f"Kopi til {unit}" in content(walk, "V-1").model_dump_json()
    assert how in list(NOTIFICATION.afterwards(walk.now))


def test_where_no_unit_gets_a_copy_nothing_is_said_of_one() -> None:
    for place, data in municipalities().items():
        if "notification" in data.journeys:
            walk = walked(place)
            copies = data.notification.copy_to is not None
            assert ("copy_to_unit" in names(walk)) is copies
            assert any("kopi" in said for said in NOTIFICATION.afterwards(walk.now)) is copies
    nameless = " ".join(NOTIFICATION.afterwards(walked("namsos", **UNNAMED).now))
    assert "kopi" not in nameless


def test_what_may_be_heard_of_it_is_told_only_where_the_person_was_named() -> None:
    named, unnamed = (
        " ".join(NOTIFICATION.afterwards(walked("namsos", **wanted).now)) for wanted in ({}, UNNAMED)
    )
    assert "Om du får vite mer" in named
    assert "Om du får vite mer" not in unnamed
    assert "Kommunen ringer deg" in unnamed
    follows = [step.nb for place in municipalities().values() for step in place.next_steps.notification]
    assert not [text for text in follows if "Om du får vite mer" in text]


def test_only_small_children_may_be_in_a_kindergarten() -> None:
    for group in ("under_12", "from_12", "from_16", "grown_up"):
        wanted = {"subject_age_group": group, "subject_consents": "not_asked"}
        walk = walked("namsos", **wanted, legal_basis_without_consent="danger")
        assert ("kindergarten" in offered(walk, "need", "services_involved")) is (group == "under_12")


def test_a_coordinator_is_proposed_only_where_one_may_be_needed() -> None:
    senja = at("senja")
    types = senja.municipality.notification.model_copy(update={"types": ["rehabilitation", "follow_up_team"]})
    here = replace(senja, municipality=senja.municipality.model_copy(update={"notification": types}))
    for chosen in ("rehabilitation", "follow_up_team"):
        walk = walked(here, notification_about=chosen)
        assert ("proposed_coordinator" in names(walk)) is (chosen == "follow_up_team")


def test_in_senja_page_document_paper_and_receipt_name_the_coordinating_unit_as_its_own_page_does() -> None:
    senja, language = municipality("senja"), Language()
    for head in (
        content(walked("senja"), "V-1").letterhead,
        blank(NOTIFICATION, senja, language).blank.letterhead,
    ):
        assert (head.office, head.lines[0]) == ("Koordinerende enhet", "Levert gjennom Tildelingsenheten")
        assert "Helsesenterveien 26, 9306 Finnsnes" in head.lines
    assert "Koordinerende enhet" in senja.notification.sentences[0].nb
    recipient_told = "Koordinerende enhet, levert gjennom Tildelingsenheten"
    assert goes_to(NOTIFICATION, senja, language) == f"Det du sender, går til {recipient_told}."
    first = next_steps(senja, "notification", TODAY, language)[0]
    assert first.startswith("Koordinerende enhet får meldingen gjennom Tildelingsenheten")


def test_elsewhere_a_notification_goes_to_the_office() -> None:
    for place in ("larvik", "namsos"):
        office = municipality(place).office.name
        assert content(walked(place), "V-1").letterhead.office == office
        said = goes_to(NOTIFICATION, municipality(place), Language())
        assert said == f"Det du sender, går til {office}."
