"""A journey printed to be filled in by hand: every step and question of it, and nothing of anybody."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from docgen.contract import Blank, BlankQuestion, BlankRequest, Lines
from forms.blank import NO_DAY, NOBODY, blank, name
from forms.fields.declaration import Declaration
from forms.fields.files import Files
from forms.fields.longtext import LongText
from forms.fields.rows import RowForm, Rows
from forms.fields.text import Text
from forms.fields.yesno import NO, YES, YesNo
from forms.journey import Journey, Step
from forms.journeys.registry import journey, journeys
from forms.language import Language
from forms.municipality import Municipality, municipalities, municipality
from forms.office_sheet import goes_apart
from forms.question import When
from forms.situation import Situation
from forms.stepform import StepForm
from forms.unsaid import always
from tests.unit.forms.invented import HERE
from wizard.gallery import CODES, offered, reading

OFFERED = [(slug, place, code) for place, slug in offered() for code in CODES]
EACH = pytest.mark.parametrize(
    ("slug", "place", "code"), OFFERED, ids=lambda value: getattr(value, "id", value)
)
ON_SCREEN = re.compile(
    r"logget inn|innlogging|på digitalt|Trenger du hjelp\?|neste side|på nettsiden\b.* eller|trykk|klikk|last opp",
    re.IGNORECASE,
)
"""What a form on paper cannot mean; a step's ``arrange_on_paper`` says it otherwise."""
PLACES = re.compile(r"%\(\w+\)s")


def printed(slug: str, place: Municipality, code: str = "nb") -> Blank:
    return asked_for(slug, place.id, code).blank


@cache
def asked_for(slug: str, place: str, code: str) -> BlankRequest:
    return made_anew(slug, place, code)


def made_anew(slug: str, place: str, code: str) -> BlankRequest:
    return blank(journey(slug), municipality(place), reading(next(one for one in CODES if one == code)))


def questions(made: Blank) -> Iterator[BlankQuestion]:
    everywhere = (*made.sections, *(made.apart.sections if made.apart else ()))
    return (question for section in everywhere for question in section.questions)


def on_paper(slug: str, place: Municipality, language: Language | None = None) -> Situation:
    language = language or Language()
    naming = journey(slug).naming
    return Situation(place, NOBODY, NO_DAY, language, naming=naming, on_paper=True)


@EACH
def test_each_step_is_printed_with_its_title_its_condition_and_each_question(
    slug: str, place: Municipality, code: str
) -> None:
    language = reading(next(one for one in CODES if one == code))
    made = printed(slug, place, code)
    sections, apart = iter(made.sections), iter(made.apart.sections[1:] if made.apart else ())
    first = journey(slug).first_on_paper
    for step in sorted(journey(slug).steps, key=lambda one: one.slug not in first):
        asked = [one for one in step.form(on_paper(slug, place, language)) if printable(one)]
        to_office = [one for one in asked if goes_apart(journey(slug), step, one)]
        for sheet, here in ((sections, len(asked) - len(to_office)), (apart, len(to_office))):
            if not here:
                continue
            section = next(sheet)
            assert section.title == language.text(step.title, form=language.text(journey(slug).naming))
            assert bool(section.condition) == bool(step.only_if)
            assert len(section.questions) == here
    assert len(list(sections)) == 1  # room to write more
    assert list(apart) == []


def printable(question: object) -> bool:
    """Can be asked of somebody: it hangs on nothing, or on what can be answered."""
    when = getattr(question, "when", None)
    return when is None or bool(when.in_words(question.form))  # type: ignore[attr-defined]  # every question has one


@pytest.mark.parametrize("slug", journeys())
def test_a_step_that_is_not_for_everybody_says_so_on_paper(slug: str) -> None:
    assert [
        step.slug
        for step in journey(slug).steps
        if step.when is not always and not (step.only_if or step.settled_on_paper)
    ] == []


@EACH
def test_nothing_is_left_to_fill_in_and_nobody_is_named(slug: str, place: Municipality, code: str) -> None:
    request = asked_for(slug, place.id, code)
    said = request.canonical().decode()
    assert not PLACES.search(said)
    assert HERE.submitter.name not in said
    assert request == made_anew(slug, place.id, code)
    assert request.blank.reference == f"{place.id}-{journey(slug).path}-{code}"
    assert request.blank.guidance[0] == text_of(journey(slug).lead, code)
    assert request.blank.hand_in.lines[: len(place.paper_address)] == list(place.paper_address)


def test_a_complaint_may_also_go_to_the_department_that_answered_where_it_is_wanted_there() -> None:
    assert (
        printed("appeal", municipality("namsos")).hand_in.lines[-1] == "eller til avdelingen som svarte deg"
    )
    for slug, place in (("appeal", "larvik"), ("service_complaint", "namsos")):
        assert printed(slug, municipality(place)).hand_in.lines == municipality(place).paper_address


@pytest.mark.parametrize(
    ("slug", "place"),
    [(slug, place) for place, slug in offered()],
    ids=lambda value: getattr(value, "id", value),
)
def test_the_paper_speaks_of_nothing_that_is_only_on_the_screen(slug: str, place: Municipality) -> None:
    made = printed(slug, place)
    texts = [*made.guidance, *(text for section in made.sections for text in said(section.model_dump()))]
    assert [text for text in texts if ON_SCREEN.search(text)] == []


def said(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | list):
        for one in part.values() if isinstance(part, dict) else part:
            yield from said(one)


@EACH
def test_each_paper_can_be_signed_by_hand(slug: str, place: Municipality, code: str) -> None:
    signing = printed(slug, place, code).signing
    assert len(signing.declarations) >= 2
    assert len(signing.lines) == 5


def test_the_language_is_the_readers() -> None:
    made = [printed("coordination", HERE.municipality, code) for code in CODES]
    assert len({one.guidance[1] for one in made}) == len({one.signing.lead[0] for one in made}) == len(CODES)


def text_of(source: str, code: str) -> str:
    return reading(next(one for one in CODES if one == code)).text(source)


class EveryKind(StepForm):
    helped = YesNo("Får du hjelp?")
    who = Text("Hvem hjelper?", hint="For eksempel en nabo.", when=When("helped", (YES,)))
    never = Text("Aldri spurt", when=When("gone", (YES,)))
    sure = Declaration("Jeg er sikker")
    why = LongText("Hvorfor?", when=When("sure", ("True",)))
    papers = Files("Papirer")


def one_step(form: type[StepForm], **more: object) -> Blank:
    made = Journey("one", "Ett steg", (Step("step", "Steget", form),), path="ett-steg")
    return blank(replace(made, **more), HERE.municipality, Language()).blank  # type: ignore[arg-type]  # any of its own


def test_a_condition_stands_in_words_and_what_can_never_be_asked_is_not_printed() -> None:
    first, second, third, fourth, _ = one_step(EveryKind).sections[0].questions
    assert (first.condition, first.question) == ("", "Får du hjelp?")
    assert (second.condition, second.hint) == ("Hvis ja:", "For eksempel en nabo.")
    assert third.question == third.hint == ""  # it stands at its box
    assert fourth.condition == "Hvis du krysset av for «Jeg er sikker»:"


class Apart(StepForm):
    helped = YesNo("Får du hjelp?")
    who = Text("Hvem hjelper?", when=When("helped", (YES,)))
    often = YesNo("Ofte?", when=When("helped", (YES,)))
    need = Text("Hva trenger du?", when=When("helped", (YES,)))
    lacking = Text("Hva mangler?", when=When("helped", (NO,)))
    glad = YesNo("Er du glad?")
    sad = Text("Hvorfor ikke?", when=When("helped", (NO,)))


def test_a_condition_names_its_question_only_where_another_stands_between() -> None:
    conditions = [one.condition for one in one_step(Apart).sections[0].questions]
    assert conditions[1:4] == ["Hvis ja:"] * 3
    assert conditions[4:] == ["Hvis du svarte «Nei»:", "", "Hvis du svarte «Nei» på «Får du hjelp?»:"]


def test_how_many_boxes_may_be_ticked_is_said_once() -> None:
    several = [one.hint for one in questions(printed("service_complaint", HERE.municipality))]
    assert "Du kan velge flere." in several
    assert not [hint for hint in several if "velge flere" in hint and "flere kryss" in hint]


def test_the_heading_over_the_address_says_what_can_be_done_there() -> None:
    ways = {place.id: printed("appeal", place).hand_in.title for place in municipalities().values()}
    assert ways["kristiansand"] == ways["namsos"] == "Send skjemaet hit"
    assert ways["porsgrunn"] == "Lever skjemaet her"
    assert ways["larvik"] == "Send eller lever skjemaet her"


@pytest.mark.parametrize("slug", journeys())
def test_paper_speaks_of_what_stands_lower_down_not_of_a_question_to_come(slug: str) -> None:
    said_in = printed(slug, HERE.municipality).model_dump_json()
    assert "Da spør vi om" not in said_in
    assert "Bruk to konvolutter" not in said_in


def test_how_the_answers_are_used_is_said_where_one_ticks_for_having_read_it() -> None:
    for place in municipalities().values():
        told = " ".join(printed("coordination", place).privacy.lines)
        for text in (
            place.office.name,
            place.county_governor,
            "Datatilsynet",
            "taushetsplikt",
            "feil blir rettet",
        ):
            assert text in told


def test_several_answers_of_a_condition_are_all_named() -> None:
    form = EveryKind(on_paper("coordination", HERE.municipality))
    assert (
        When("helped", ("yes", "no")).in_words(form) == "Hvis du svarte «Ja» eller «Nei» på «Får du hjelp?»:"
    )
    assert When("helped", ("other",)).in_words(form) == ""


def test_what_the_log_in_knows_is_written_by_hand_and_what_the_form_knows_is_printed() -> None:
    found = {one.question: one for one in questions(printed("coordination", HERE.municipality))}
    assert found["Kommunen det gjelder"].room.model_dump() == {
        "kind": "said",
        "text": "Larvik kommune",
    }
    assert found["Navnet ditt"].room == Lines(labels=[""])
    assert found["Navnet ditt"].hint == ""  # which speaks of the log-in
    number = found["Fødselsnummer eller d-nummer"].room.model_dump()
    assert [group["digits"] for group in number["groups"]] == [6, 5]


class Helper(RowForm):
    name = Text("navn")
    daily = YesNo("Hver dag?", hint="Omtrent.")
    often = Text("Hvor ofte?", when=When("daily", ("no",)))


class Helpers(StepForm):
    helpers = Rows("Hjelpere", row=Helper, row_title="Hjelper %(number)s", most=2)


def test_rows_are_small_tables_one_for_each_that_there_is_room_for() -> None:
    (question,) = one_step(Helpers).sections[0].questions
    assert question.room.model_dump() == {
        "kind": "rows",
        "titles": ["Hjelper 1", "Hjelper 2"],
        "columns": [
            {"label": "navn", "hint": "", "options": []},
            {"label": "Hver dag?", "hint": "Omtrent.", "options": ["Ja", "Nei"]},
            {"label": "Hvor ofte?", "hint": "Hvis du svarte «Nei» på «Hver dag?»:", "options": []},
        ],
    }


def test_its_name_tells_municipality_form_and_language() -> None:
    assert name(journey("coordination"), HERE.municipality, Language("nn")) == "larvik-koordinator-og-plan-nn"


def test_every_municipality_says_where_the_paper_goes() -> None:
    assert all(one.paper_address for one in municipalities().values())


@pytest.mark.parametrize("place", municipalities().values(), ids=lambda place: place.id)
def test_a_post_box_is_no_place_to_bring_a_form_to(place: Municipality) -> None:
    title = blank(journey("appeal"), place, reading("nb")).blank.hand_in.title
    ways = {
        (False, True): "Lever skjemaet her",
        (False, False): "Lever skjemaet her",
        (True, False): "Send skjemaet hit",
        (True, True): "Send eller lever skjemaet her",
    }
    here = not place.counter and bool(place.office.visiting_address)
    assert title == ways[place.takes_post, here]
