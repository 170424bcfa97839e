"""Every end makes sense in every municipality, in every language, also where little is offered."""

from datetime import date

import pytest

from forms.guide.instead import leading_to
from forms.guide.local import goes_to, special
from forms.guide.nodes import End
from forms.guide.tree import ends, node
from forms.guide.way import way
from forms.journeys.registry import journey
from forms.language import Code, Language
from forms.municipality import Municipality, municipalities, municipality
from wizard.gallery import CODES, reading

TODAY = date(2026, 12, 1)
PLACES = list(municipalities().values())
EVERYWHERE = pytest.mark.parametrize("place", PLACES, ids=lambda place: place.id)


def end(id_: str) -> End:
    found = node(id_)
    assert isinstance(found, End)
    return found


def bare(place: Municipality) -> Municipality:
    """The same, offering nothing on the web."""
    return place.model_copy(update={"journeys": ["none-of-ours"]})


@EVERYWHERE
@pytest.mark.parametrize("code", CODES)
def test_every_end_is_filled_in_and_leads_on(place: Municipality, code: Code) -> None:
    for one in ends():
        for here in (place, bare(place)):
            found = way(one, here, reading(code), TODAY)
            assert found.journeys or found.doors or found.office or one.own_cases, one.id
            assert not [text for text in (*found.says, found.title, found.deadline) if "%" in text]


@EVERYWHERE
def test_what_is_not_offered_becomes_the_office(place: Municipality) -> None:
    for one in ends():
        if one.journeys or one.anyway:
            found = way(one, bare(place), Language(), TODAY)
            assert (found.journeys, found.anyway, found.office) == ((), (), True)
            assert place.office.name in found.says[-1]
            assert not one.journeys or str(place.office.phone) in found.says[-1]


@EVERYWHERE
def test_no_title_promises_what_is_not_offered(place: Municipality) -> None:
    for one in ends():
        if one.journeys and not one.doors:
            assert way(one, bare(place), Language(), TODAY).title == f"Snakk med {place.office.name}"
            offers = bool(leading_to(place, one.journeys))
            assert (way(one, place, Language(), TODAY).title == one.title) is offers


@EVERYWHERE
def test_what_is_offered_is_led_to(place: Municipality) -> None:
    for one in ends():
        found = way(one, place, Language(), TODAY)
        assert found.journeys == leading_to(place, one.journeys)
        assert {each.journey.slug for each in found.journeys} <= set(place.journeys)


def test_a_serious_incident_goes_to_whom_the_law_says_that_day() -> None:
    def told(day: date) -> str:
        return " ".join(way(end("44"), PLACES[0], Language(), day).says)

    assert "Statens helsetilsyn" in told(date(2026, 6, 30))
    assert "Statens helsetilsyn" not in told(date(2026, 7, 1))
    assert "til Statsforvalteren og Statens undersøkelseskommisjon" in told(date(2026, 7, 1))


def test_the_deadline_stands_in_the_laws_words() -> None:
    assert way(end("40"), PLACES[0], Language(), TODAY).deadline.startswith("Du har fire uker")
    assert "er den tre uker" in " ".join(way(end("48"), PLACES[0], Language(), TODAY).says)


def test_a_relative_may_notify_and_no_one_recipient_is_named_where_the_forms_go_to_several() -> None:
    senja, larvik = (way(end("54"), municipality(place), Language(), TODAY) for place in ("senja", "larvik"))
    for found in (senja, larvik):
        about = {one.journey.slug: one.about for one in found.journeys}["notification"]
        assert any("pårørende" in text for text in about.for_whom)
    assert (senja.goes_to, larvik.goes_to) == ("", "Det du sender, går til Tjenestekontoret.")
    assert "Koordinerende enhet" in way(end("52"), municipality("senja"), Language(), TODAY).goes_to


@EVERYWHERE
def test_an_appeal_goes_where_this_municipality_wants_it(place: Municipality) -> None:
    found = way(end("40"), place, Language(), TODAY)
    if found.journeys:
        answering = place.appeal.send_to == "answering_department"
        who = "avdelingen som ga deg svaret" if answering else place.office.name
        assert found.goes_to == f"Det du sender, går til {who}."


@EVERYWHERE
def test_a_complaint_on_the_help_says_that_one_chooses_where_one_may(place: Municipality) -> None:
    choice = "coordinator" in place.service_complaint.send_to
    said = goes_to(journey("service_complaint"), place, Language())
    assert ("til koordinatoren din. Du velger." in said) is choice


@EVERYWHERE
def test_nothing_that_is_not_offered_is_said_to_be_found_here(place: Municipality) -> None:
    offers = "care_services" in place.journeys
    for id_, sentence in (("81", "kan du søke om det her"), ("84", "kan du søke her")):
        said = " ".join(way(end(id_), place, Language(), TODAY).says)
        assert (sentence in said) is offers
        assert (f"spørre {place.office.name} hvordan du søker" in said) is not offers
    other = "Søknad om andre tjenester finnes ikke her."
    assert (other in " ".join(way(end("26"), place, Language(), TODAY).says)) is (
        not offers and "coordination" in place.journeys
    )


@EVERYWHERE
@pytest.mark.parametrize("code", CODES)
def test_nobody_is_said_to_help_with_what_the_municipality_itself_does_not_say(
    place: Municipality, code: Code
) -> None:
    """What an office helps with stands in ``helpers``; an end may only tell whom to ask."""
    language = reading(code)
    claims = {"nb": "hjelper", "nn": "hjelper", "en": "help"}[code]
    for here in (place, bare(place)):
        for one in ends():
            found = way(one, here, language, TODAY)
            for sentence in (part for text in found.says for part in text.split(". ")):
                assert not (here.office.name in sentence and claims in sentence), (one.id, sentence)
            assert found.helpers == (here.helpers if found.office else [])


def test_in_kristiansand_it_is_innbyggertorg_that_helps_to_apply() -> None:
    for id_ in ("26", "85", "25"):
        (helper,) = way(end(id_), municipality("kristiansand"), Language(), TODAY).helpers
        assert (helper.name, "Hjelper deg å søke" in helper.helps_with.nb) == ("Innbyggertorg", True)


@pytest.mark.parametrize("id_", ["24", "27", "82", "83"])
def test_in_porsgrunn_the_one_form_takes_the_place_of_the_one_for_coordinator(id_: str) -> None:
    found = way(end(id_), municipality("porsgrunn"), Language(), TODAY)
    assert [one.journey.slug for one in found.journeys] == ["care_services"]
    assert "finnes ikke her" not in " ".join(found.says)
    assert "koordinator" in found.journeys[0].about.does
    assert found.title == end(id_).title


def test_the_one_form_says_whom_it_is_for_and_what_a_coordinator_is_there_and_names_no_service() -> None:
    porsgrunn, namsos = (
        leading_to(municipality(one), ["care_services"])[0] for one in ("porsgrunn", "namsos")
    )
    said = " ".join(porsgrunn.about.for_whom)
    assert "koordinator eller individuell plan" in said
    assert "barnekoordinator" in said
    assert not [word for word in ("avlastning", "støttekontakt", "BPA") if word in said]
    assert "BPA" in " ".join(namsos.about.for_whom)
    assert "koordinator" not in " ".join(namsos.about.for_whom)
    place = municipality("porsgrunn")
    told = special(porsgrunn.journey, place, Language())
    assert {one.nb for one in place.about_coordinator} <= set(told)
