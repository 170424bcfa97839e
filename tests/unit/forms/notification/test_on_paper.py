"""On paper no page comes after another, so the printed form itself says what they tell."""

import pytest

from docgen.contract import Said
from forms.blank import blank
from forms.language import Language
from forms.municipality import municipalities
from tests.unit.forms.notification.walking import NOTIFICATION, at


def printed(place: str) -> str:
    made = blank(NOTIFICATION, at(place).municipality, Language()).blank
    return "\n".join(
        question.model_dump_json() for section in made.sections for question in section.questions
    )


@pytest.mark.parametrize("place", sorted(municipalities()))
def test_it_says_what_whoever_notifies_must_know(place: str) -> None:
    form = printed(place)
    for said in (
        "får vite at det er du som har meldt",
        "koordinerende enhet i helseforetaket",
        "For barn under 16 år sier foreldrene ja.",
        "Du kan spørre uten å si hvem det gjelder.",
        "Svar bare hvis du er pårørende.",
        "Har den det gjelder sperret adresse?",
        "Svar bare hvis personen ikke har sagt ja selv.",
    ):
        assert said in form
    assert "logget inn" not in form


def test_each_municipality_prints_its_own_types_and_who_gets_a_copy() -> None:
    assert "Oppfølgingsteam" in printed("senja")
    assert "Oppfølgingsteam" not in printed("larvik")
    assert "Habilitering eller rehabilitering" in printed("namsos")
    assert "Habilitering" not in printed("senja")
    assert [place for place in municipalities() if "Kopi til" in printed(place)] == ["namsos"]
    assert "Meldingen går rett til Brukerkontoret" in printed("namsos")


def test_who_gets_a_copy_is_printed_and_not_to_be_ticked() -> None:
    (copied,) = (
        question
        for section in blank(NOTIFICATION, at("namsos").municipality, Language()).blank.sections
        for question in section.questions
        if question.question == "Kopi til Brukerkontoret"
    )
    assert copied.room == Said(text="Ja")
