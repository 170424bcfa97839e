"""What a citizen reads after sending: the municipality's own steps, and its promised time where it has one."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from forms.language import Language
from forms.municipality import Localised, municipality
from wizard.calling import calls

TEMPLATES = Path(__file__).parents[2] / "templates"
PROMISE = Localised(nb="Vi tar kontakt innen 14 dager.", nn="Vi tek kontakt.", en="We contact you.")


@pytest.mark.parametrize("promised", [None, PROMISE])
def test_a_promised_time_is_shown_where_the_municipality_has_one(promised: Localised | None) -> None:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
    )
    environment.filters["calls"] = calls
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]  # the extension's
    place = municipality("larvik").model_copy(update={"promised_time": promised})
    template = environment.from_string(
        '{% from "components/next.html" import next_list with context %}{{ next_list(["Vi leser."]) }}'
    )
    page = template.render(municipality=place, language=Language())
    assert "Vi leser." in page
    assert (PROMISE.nb in page) is (promised is not None)
