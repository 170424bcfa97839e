from forms.document import content
from forms.journey import Walk
from forms.journeys.registry import journey, samples
from forms.municipality import municipality
from forms.situation import Situation


def test_a_filled_coordination_form_becomes_content_for_the_service_office() -> None:
    one = samples("coordination")[0]
    situation = Situation(
        municipality("larvik"), one.submitter, one.today, answers=one.answers, synthetic=True
    )
    walk = Walk(journey("coordination"), situation)
    assert walk.unsound() == ()
    made = content(walk, "SØK-2026-0001")
    assert made.letterhead.office == "Tjenestekontoret"
    assert made.sha256() == content(walk, "SØK-2026-0001").sha256()
