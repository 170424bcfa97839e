"""The limits of a request agree with what the forms promise."""

from typing import Any

from wtforms.fields.core import UnboundField

from forms.fields.files import LARGEST, Files
from forms.journeys.registry import journeys
from tests.unit.forms.invented import asked
from wizard.settings import Settings


def test_a_request_may_hold_all_the_files_that_any_question_takes() -> None:
    steps = [step for journey in journeys().values() for step in journey.steps]
    declared = [getattr(step.form, name) for step in steps for name in dir(step.form)]
    found: list[Any] = [
        asked(one) for one in declared if isinstance(one, UnboundField) and issubclass(one.field_class, Files)
    ]
    assert found
    assert max(field.max_bytes for field in found) <= LARGEST
    limits = {name: Settings.model_fields[name].default for name in ("max_body_bytes", "max_step_bytes")}
    most = max(field.most * field.max_bytes for field in found)
    assert limits["max_body_bytes"] >= most + limits["max_step_bytes"]
