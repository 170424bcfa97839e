"""With a protected address no form asks for a school, a kindergarten or what else tells where somebody is."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from forms.blocks.enclosed import NO_TRACES
from forms.fields.files import Files
from forms.journey import Journey
from forms.journeys.registry import journeys
from forms.municipality import municipality
from forms.walk import Walk
from tests.unit.forms.filling import first, walk_through
from tests.unit.forms.invented import HERE

TELLS = re.compile(r"skole|barnehage|PPT|frivillige", re.IGNORECASE)
OF_WHO_WRITES = {"submitter_role", "notifier_type", "rep_relation"}
"""They tell of whoever fills in, and of nobody's whereabouts."""
SHARING = {"share_from", "share_to"}
"""What services may tell each other can be said by naming them alone: nothing is asked of which one it is."""
APPLYING = [one for one in journeys().values() if one.kind != "declaration"]


def telling(walk: Walk) -> Iterator[str]:
    for step in walk.path:
        for question in walk.form(step).questions():
            if question.short_name in OF_WHO_WRITES | SHARING:
                continue
            options = [one.label for one in getattr(question, "choices", ())]
            if any(TELLS.search(text) for text in (question.label.text, *options)):
                yield question.short_name


@pytest.mark.parametrize("answer", ["yes", "not_digital"])
@pytest.mark.parametrize("journey", APPLYING, ids=lambda one: one.slug)
def test_nothing_asked_tells_where_somebody_is(journey: Journey, answer: str) -> None:
    for place in ("larvik", "porsgrunn"):
        here = replace(HERE, municipality=municipality(place))
        for role in ("self", "parent", "health_worker"):
            wanted = {"submitter_role": role, "address_protected": answer, "safe_contact": "letter"}
            walk = walk_through(journey, here, first(wanted | {"subject_national_id": "17882099989"}))
            assert list(telling(walk)) == []


def test_the_list_would_be_seen_where_no_address_is_protected() -> None:
    walk = walk_through(journeys()["coordination"], HERE, first({"address_protected": "no"}))
    assert "current_services" in set(telling(walk))


@pytest.mark.parametrize("role", ["self", "parent", "proxy", "nearest_relative", "health_worker"])
@pytest.mark.parametrize("journey", list(journeys().values()), ids=lambda one: one.slug)
def test_every_paper_that_is_asked_for_may_show_an_address_and_that_is_said(
    journey: Journey, role: str
) -> None:
    wanted = {"submitter_role": role, "address_protected": "yes", "safe_contact": "letter"}
    wanted |= {"subject_national_id": "30873649816", "supplement_kinds": "papers authorization"}
    walk = walk_through(journey, HERE, first(wanted))
    asked = [question for step in walk.path for question in walk.form(step).questions()]
    assert {one.description for one in asked if isinstance(one, Files)} <= {NO_TRACES}


def test_the_papers_are_asked_for_indeed() -> None:
    wanted = {"submitter_role": "proxy", "address_protected": "no", "subject_national_id": "30873649816"}
    walk = walk_through(journeys()["coordination"], HERE, first(wanted))
    asked = [question for step in walk.path for question in walk.form(step).questions()]
    files = {one.short_name: one.description for one in asked if isinstance(one, Files)}
    assert {"rep_document", "attachments"} == files.keys()
    assert NO_TRACES not in files.values()
