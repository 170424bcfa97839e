"""How long a municipality may say that it keeps what lies here."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from forms.journeys.registry import journeys
from forms.municipality import DEFAULT, FOLDER, municipality
from forms.retention import JOURNEYS, Retention

USUAL = municipality("larvik").retention.model_dump()


@pytest.mark.parametrize(
    "own",
    [
        {"draft_days": 29},
        {"draft_days": 60, "notice_days": 60},
        {"sent_days": 3651},
        {"sent_days": 400},
        {"waiting_days": 29},
        {"stub_years": 0},
        {"stub_years": 11},
        {"log_years": 5},
        {"journeys": {"appeal": {"log_years": 5}}},
        {"journeys": {"appeal": {"draft_days": 29}}},
        {"journeys": {"_default": {"draft_days": 60}}},
    ],
    ids=str,
)
def test_what_is_out_of_bounds_or_out_of_order_is_refused(own: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Retention.model_validate(USUAL | own)


def test_what_is_within_bounds_is_taken() -> None:
    longest = {
        "draft_days": 730,
        "notice_days": 90,
        "sent_days": 3650,
        "waiting_days": 3650,
        "stub_years": 10,
    }
    assert Retention.model_validate(longest).of("appeal").model_dump() == longest


def test_a_form_has_its_own_figures_and_for_the_rest_those_for_all() -> None:
    own = {"journeys": {"consent": {"sent_days": 365}, "appeal": {"draft_days": 90, "stub_years": 10}}}
    kept = Retention.model_validate(USUAL | own)
    usual = kept.of("supplement")
    assert usual.model_dump() == {name: told for name, told in USUAL.items() if name != "journeys"}
    appeal, consent = kept.of("appeal"), kept.of("consent")
    assert appeal == usual.model_copy(update={"draft_days": 90, "stub_years": 10})
    assert consent == usual.model_copy(update={"sent_days": 365})
    assert kept.others(["appeal", "supplement", "consent"]) == {"appeal": appeal, "consent": consent}
    assert {one.stub_years for one in kept.each()} == {usual.stub_years, 10}


def test_there_are_the_forms_that_there_are() -> None:
    assert set(journeys()) == JOURNEYS


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ("[retention.journeys.pizza]\nsent_days = 90", "journeys.pizza: no such form; there are appeal, "),
        (
            "[retention.journeys.appeal]\nsent_days = 400",
            "journeys.appeal, with the figures for all below it: Value error, what waits for somebody",
        ),
        ("[retention.journeys.appeal]\ndays = 400", "retention.journeys.appeal.days"),
    ],
    ids=["no such form", "out of order", "no such figure"],
)
def test_what_is_wrong_with_a_form_is_told_with_its_table_and_file(
    tmp_path: Path, own: str, told: str
) -> None:
    shutil.copy(FOLDER / f"{DEFAULT}.toml", tmp_path)
    larvik = (FOLDER / "larvik.toml").read_text(encoding="utf-8")
    (tmp_path / "larvik.toml").write_text(f"{larvik}\n{own}\n", encoding="utf-8")
    with pytest.raises(ValidationError) as found:
        municipality("larvik", tmp_path)
    assert told in str(found.value)
    assert found.value.__notes__ == [f"in {tmp_path / 'larvik.toml'}, over _default.toml beside it"]
