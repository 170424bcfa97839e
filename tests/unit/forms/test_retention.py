"""How long a municipality may say that it keeps what lies here."""

from typing import Any

import pytest
from pydantic import ValidationError

from forms.municipality import municipality
from forms.retention import Retention

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
    assert Retention.model_validate(longest).model_dump() == longest
