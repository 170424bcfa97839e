"""What a citizen reads after sending: the municipality's own steps, and its promised time where it has one."""

from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from forms.journeys.registry import journeys
from forms.language import Language
from forms.localised import Localised
from forms.municipality import municipality
from forms.naming import APPLICATION
from forms.next_steps import next_steps, promised
from forms.sort import APPLICATIONS, Sort
from wizard.calling import calls

TEMPLATES = Path(__file__).parents[2] / "templates"
PROMISE = Localised(nb="Vi tar kontakt innen 14 dager.", nn="Vi tek kontakt.", en="We contact you.")
SORTS: tuple[Sort, ...] = get_args(Sort)
LARVIK = municipality("larvik").model_copy(update={"promised_time": PROMISE})
DAY = date(2026, 12, 1)
NB = Language()


def page(sort: Sort) -> str:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
    )
    environment.filters["calls"] = calls
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]  # the extension's
    template = environment.from_string(
        '{% from "components/next.html" import next_list with context %}{{ next_list(sort, steps, promised) }}'
    )
    steps = next_steps(LARVIK, sort, DAY, NB)
    return template.render(
        municipality=LARVIK, language=NB, sort=sort, steps=steps, promised=promised(LARVIK, sort, NB)
    )


@pytest.mark.parametrize("sort", SORTS)
def test_a_promised_time_is_shown_of_applications_alone(sort: Sort) -> None:
    assert (PROMISE.nb in page(sort)) is (sort in APPLICATIONS)
    assert promised(LARVIK.model_copy(update={"promised_time": None}), sort, NB) == []


@pytest.mark.parametrize("sort", SORTS)
def test_every_sort_has_steps_of_its_own(sort: Sort) -> None:
    text = page(sort)
    others = {step.nb for other in SORTS for step in LARVIK.next_steps.after(other)}
    own = {step.nb for step in LARVIK.next_steps.after(sort)}
    assert own
    assert {step for step in others if step in text} == own


@pytest.mark.parametrize("sort", SORTS)
def test_the_governor_is_named_where_a_case_may_come_to_them(sort: Sort) -> None:
    assert (LARVIK.county_governor in page(sort)) is (sort in {*APPLICATIONS, "appeal", "service_complaint"})


@pytest.mark.parametrize("sort", SORTS)
def test_the_laws_month_is_promised_of_services_alone(sort: Sort) -> None:
    assert ("foreløpig svar" in page(sort)) is (sort == "services")


def test_every_journey_that_is_no_application_says_what_it_is() -> None:
    wrong = [
        one.slug for one in journeys().values() if (one.naming == APPLICATION) != (one.sort in APPLICATIONS)
    ]
    assert wrong == []


def test_where_the_answer_came_from_decides_who_looks_at_an_appeal() -> None:
    first = next_steps(municipality("namsos"), "appeal", DAY, NB)[0]
    assert first.startswith("Avdelingen som sendte deg svaret")
    assert next_steps(LARVIK, "appeal", DAY, NB)[0].startswith("De som svarte deg")
