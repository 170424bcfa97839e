"""A file that is chosen, and the main button pressed: it is taken, and the way goes on. Every question for files."""

from collections.abc import Iterator

import pytest
from wtforms.fields.core import UnboundField

from forms.fields.files import Files
from forms.journey import Step
from forms.journeys.registry import journeys
from tests.along import writer
from tests.draft import Draft, begin
from tests.filled import Pairs, pairs
from tests.running_site import Site
from tests.sendable import pdf
from tests.unit.forms.filling import fill, first

PDF = pdf()
NAME = "uttalelse.pdf"
KINDS = {
    "supplement_signed": "signed",
    "supplement_papers": "papers",
    "supplement_authorization": "authorization",
}
FOR_ANOTHER = {"submitter_role": "proxy", "rep_authority": "power_of_attorney", "rep_document_when": "now"}


def questions() -> Iterator[tuple[str, str, str]]:
    """Journey, step and question: all that take files."""
    for slug, one in journeys().items():
        for step in one.steps:
            yield from ((slug, step.slug, name) for name in _files(step))


def _files(step: Step) -> list[str]:
    declared = ((name, getattr(step.form, name)) for name in dir(step.form))
    return [
        name for name, one in declared if isinstance(one, UnboundField) and issubclass(one.field_class, Files)
    ]


def arrive(draft: Draft, slug: str, wanted: dict[str, str]) -> Pairs:
    """In front of that step, with all before it answered as wanted; gives what is filled in there."""
    walk, pick = draft.walk({}), first(wanted)
    while (step := walk.first_unanswered()) is not None:
        form = fill(walk, step, pick)
        if step.slug == slug:
            return pairs(form)
        answer = draft.answer(step.slug, pairs(form))
        assert answer.status_code == 303, f"{step.slug}: {answer.text}"
        walk = draft.walk({**walk.answers, step.slug: form.stored()})
    raise AssertionError(slug)


@pytest.mark.parametrize(("journey", "slug", "question"), list(questions()))
def test_a_chosen_file_is_attached_by_the_main_button_and_the_way_goes_on(
    site: Site, journey: str, slug: str, question: str
) -> None:
    draft = begin(writer(site, journey), journey)
    wanted = FOR_ANOTHER if question == "rep_document" else {}
    filled = arrive(draft, slug, {**wanted, "supplement_kinds": KINDS.get(question, "")})
    fields: dict[str, list[str]] = {}
    for name, value in draft.guest.told(draft.step(slug)).along(filled):
        fields.setdefault(name, []).append(value)
    answer = draft.guest.http.post(
        draft.step(slug), data=fields, files={question: (NAME, PDF, "application/pdf")}
    )
    assert answer.status_code == 303, answer.text
    assert answer.headers["location"].partition("#")[0] != draft.step(slug)
    assert NAME in draft.see(slug)


def test_where_something_else_is_lacking_the_step_lists_the_file_that_came(site: Site) -> None:
    draft = begin(writer(site, "supplement"), "supplement")
    arrive(draft, "enclosed", {})
    fields = draft.guest.told(draft.step("enclosed")).controls | {"supplement_kinds": ["papers", "news"]}
    answer = draft.guest.http.post(
        draft.step("enclosed"), data=fields, files={"supplement_papers": (NAME, PDF, "application/pdf")}
    )
    assert answer.status_code == 422
    assert f"{NAME} er lagt ved." in answer.text
    assert "Legg ved minst én fil" not in answer.text
    assert "Skriv hva som er nytt" in answer.text
