from dataclasses import replace

import pytest

from forms.journeys.registry import journey
from forms.journeys.supplement.case import takes_more
from forms.municipality import municipality
from forms.situation import FileInfo, SentCase
from forms.ties import AUTHORIZATION_SENT, SIGNED_PAPER_SENT, SUPPLEMENTED, Tie
from forms.unsaid import always
from forms.walk import Walk
from tests.unit.forms.branches import assert_whole, branches, declared
from tests.unit.forms.filling import first, walk_through
from tests.unit.forms.later.earlier import (
    ADDED,
    APPLIED,
    EVERYTHING,
    GONE,
    HIDDEN,
    LACKING,
    LOOKING_BACK,
    TOOK_BACK,
    UNSIGNED,
    notes,
    slugs,
    told,
    walked,
)

SUPPLEMENT = journey("supplement")
ONLY_ONES_OWN = ["earlier-case", "address-protection", "enclosed", "message"]
KINDS = ("papers", "authorization", "signed", "news", "papers authorization", "papers authorization news")
STEERING = {
    "earlier_case": ("unlisted", *(case.reference for case in EVERYTHING if takes_more(case))),
    "submitter_role": ("self", "parent", "proxy", "nearest_relative", "health_worker", "staff_assisting"),
    "staff_assistance": ("yes",),
    "address_protected": ("no", "yes"),
    "supplement_kinds": KINDS,
}


def supplement(about: SentCase | None = None, **wanted: str) -> Walk:
    return walked("supplement", about, **wanted)


def test_every_branch_is_whole() -> None:
    whole(few=True)


def whole(*, few: bool) -> None:
    for walk in branches(SUPPLEMENT, LOOKING_BACK, STEERING, few=few):
        assert_whole(walk)


def test_the_catalogues_fields_are_asked_by_their_names() -> None:
    names = {question.name for question in declared(SUPPLEMENT)}
    assert {"earlier_case", "earlier_case_text", "supplement_kinds", "supplement_message"} <= names


def test_of_ones_own_case_nothing_is_asked_that_is_known() -> None:
    assert slugs(supplement(APPLIED)) == ONLY_ONES_OWN
    assert slugs(supplement(HIDDEN)) == ["earlier-case", "enclosed", "message"]
    assert {"role", "address-protection", "you"} <= set(slugs(supplement()))


def test_only_what_stands_alone_is_added_to() -> None:
    form = supplement(APPLIED).form(SUPPLEMENT.steps[0])
    offered = {option.value for option in form["earlier_case"].choices}  # type: ignore[attr-defined]
    assert offered == {case.reference for case in EVERYTHING if case not in {ADDED, TOOK_BACK}} | {"unlisted"}


@pytest.mark.parametrize(
    ("kinds", "events"),
    [("news", (SUPPLEMENTED,)), ("authorization news", (SUPPLEMENTED, AUTHORIZATION_SENT))],
)
def test_the_earlier_case_is_told_what_came(kinds: str, events: tuple[str, ...]) -> None:
    walk = supplement(APPLIED, supplement_kinds=kinds)
    assert SUPPLEMENT.tie(walk.now) == Tie((APPLIED.reference,), when_sent=events)


def test_the_signed_page_is_asked_for_where_one_was_promised() -> None:
    form = supplement(UNSIGNED).form(SUPPLEMENT.steps[-2])
    assert form["supplement_kinds"].default == ["signed"]
    assert "supplement_signed" not in supplement(APPLIED).form(SUPPLEMENT.steps[-2])
    page = FileInfo("1", "ark.jpg", 1, "image/jpeg", "0" * 64)
    walk = supplement(UNSIGNED, supplement_kinds="signed")
    brought = replace(walk.now, files={"supplement_signed": (page,)})
    assert SUPPLEMENT.tie(brought) == Tie((UNSIGNED.reference,), (SUPPLEMENTED, SIGNED_PAPER_SENT))
    assert {note.mark for note in SUPPLEMENT.notes(brought)} == {"", "signed_paper_came"}


def test_what_words_point_at_is_tied_to_nothing() -> None:
    walk = supplement(earlier_case_text=f"Saken {APPLIED.reference}")
    assert SUPPLEMENT.tie(walk.now) is None
    assert notes(walk)["Hører til"] == f"Saken {APPLIED.reference}"


def test_the_paper_that_lacked_is_told_of_and_noted() -> None:
    lacking = supplement(LACKING, supplement_kinds="authorization")
    assert told(lacking, "earlier-case") == [
        "I denne saken mangler papiret som viser at du kan handle for en annen."
    ]
    assert lacking.marks == ("authorization_came",)
    assert notes(lacking)["Fullmakt er lagt ved"] == "Den manglet i saken. Kontroller den."
    other = supplement(APPLIED, supplement_kinds="authorization")
    assert told(other, "earlier-case") == []
    assert notes(other)["Fullmakt er lagt ved"] == "Kontroller den."
    assert supplement(LACKING, supplement_kinds="news").marks == ()


def test_a_paper_that_is_sent_here_does_not_lack() -> None:
    here = replace(LOOKING_BACK, municipality=municipality("kristiansand"))
    proxy = {"submitter_role": "proxy", "rep_document_when": "later", "earlier_case": "unlisted"}
    for kinds, marks in (("news", ("no_authorization",)), ("authorization", ("authorization_came",))):
        walk = walk_through(SUPPLEMENT, here, first(proxy | {"supplement_kinds": kinds}))
        assert walk.marks == marks


def test_a_withdrawn_case_takes_more_and_says_so() -> None:
    walk = supplement(GONE, supplement_kinds="news")
    assert told(walk, "earlier-case") == list(SUPPLEMENT.warns(walk.now))
    assert "Denne saken er trukket." in told(walk, "earlier-case")[0]
    assert walk.marks == ("to_withdrawn",)
    assert list(SUPPLEMENT.warns(supplement(APPLIED).now)) == []


def test_what_belongs_to_a_restricted_case_is_restricted() -> None:
    assert SUPPLEMENT.restricted(supplement(HIDDEN).now)
    assert notes(supplement(HIDDEN))["Skjermet"]
    assert not SUPPLEMENT.restricted(supplement(APPLIED).now)
    assert SUPPLEMENT.restricted(supplement(APPLIED, address_protected="yes").now)
    assert SUPPLEMENT.restricted(supplement(address_protected="yes").now)


def test_whose_address_is_protected_is_warned_of_papers_that_show_it() -> None:
    for walk in (supplement(HIDDEN), supplement(APPLIED, address_protected="yes")):
        step = walk.step("enclosed")
        assert step
        assert "ikke viser adresse" in walk.form(step)["supplement_papers"].description


def test_its_writer_sees_in_the_list_what_it_belongs_to() -> None:
    assert SUPPLEMENT.about(supplement(APPLIED).now) == "Hører til V-2222-2222"
    assert SUPPLEMENT.about(supplement().now) == "For deg"


@pytest.mark.parametrize("slug", ["supplement", "withdrawal"])
def test_on_paper_the_case_is_told_in_words_and_nobody_is_known(slug: str) -> None:
    blank = replace(LOOKING_BACK, on_paper=True)
    forms = [step.form(blank) for step in journey(slug).steps]
    names = [question.short_name for question in forms[0].questions()]
    assert "earlier_case" not in names
    assert "earlier_case_text" in names
    labels = [question.say(question.label.text) for form in forms for question in form.questions()]
    assert "Har du, eller den saken gjelder, sperret adresse?" in labels
    assert all(step.only_if for step in journey(slug).steps if step.when is not always)
