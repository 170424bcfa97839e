"""The same questions on a form that is printed before anything is known of anybody."""

from dataclasses import replace

import pytest

from forms.blank import blank
from forms.fields.identity_number import ELEVEN
from forms.journey import Journey
from forms.question import Question
from forms.signing import SignForm, declarations
from tests.unit.forms.declarations.walking import ALL, CONSENT, POWER, REVOCATION, WITHDRAWAL
from tests.unit.forms.invented import HERE


def on_paper(journey: Journey) -> dict[str, Question]:
    situation = replace(HERE, on_paper=True, naming=journey.naming, declares=journey.declares)
    forms = [step.form(situation) for step in journey.steps] + [SignForm(situation)]
    return {question.name: question for form in forms for question in form}


@pytest.mark.parametrize("journey", ALL, ids=lambda one: one.slug)
def test_every_text_can_be_read_where_nobody_is_known(journey: Journey) -> None:
    for question in on_paper(journey).values():
        assert "%(" not in question.say(question.label.text)
        assert "%(" not in question.say(question.description or "")


@pytest.mark.parametrize("journey", ALL, ids=lambda one: one.slug)
def test_what_is_declared_is_the_journeys_own(journey: Journey) -> None:
    situation = replace(HERE, on_paper=True, declares=journey.declares)
    assert declarations(situation)[1] == journey.declares.sentence


def test_what_was_sent_before_is_told_in_words() -> None:
    for journey, choice, text in (
        (POWER, "case_reference", "case_description"),
        (WITHDRAWAL, "consent_reference", "consent_description"),
    ):
        paper = on_paper(journey)
        assert choice not in paper
        assert text in paper


def test_all_that_may_be_said_yes_to_is_there_and_no_copy_of_an_answer() -> None:
    paper = on_paper(CONSENT)
    kinds = [option.value for option in paper["consent_kind"].choices]  # type: ignore[attr-defined]
    assert kinds == ["plan", "coordinator", "child_coordinator", "sharing"]
    assert not {"copy_to", "rep_address"} & set(paper)
    assert {"explained_by", "consenter_name", "child_heard"} <= set(paper)


@pytest.mark.parametrize("journey", [REVOCATION, WITHDRAWAL], ids=lambda one: one.slug)
def test_who_takes_back_on_paper_tells_who_they_are(journey: Journey) -> None:
    sections = {
        section.title: section for section in blank(journey, HERE.municipality, HERE.language).blank.sections
    }
    asked = {question.question: question.room for question in sections["Om deg"].questions}
    assert {"Fornavn og mellomnavn", "Etternavn", "Fødselsnummer eller d-nummer"} <= set(asked)
    assert asked["Fødselsnummer eller d-nummer"] == ELEVEN
