"""docgen says for how long it can seal yet, and warns while there is time to get another certificate."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from docgen.keyring import Keyring
from docgen.readiness import WARNED_DAYS, readiness
from docgen.sealing_key import LIFE
from docgen.settings import Settings


@pytest.mark.parametrize(
    ("left", "told"), [(WARNED_DAYS, "warning"), (WARNED_DAYS + 1, "ok"), (0, "warning")], ids=str
)
def test_it_warns_before_its_certificate_ends(ours: Settings, left: int, told: str) -> None:
    keys = Keyring(ours)
    ends = keys.current().certificate.not_valid_after
    assert readiness(keys, ends - timedelta(days=left, hours=1)) == {"status": told, "certificate_days": left}


def test_whoever_asks_is_told_the_days(docgen: FlaskClient) -> None:
    told = docgen.get("/readyz").get_json()
    assert told == {"status": "ok", "certificate_days": LIFE.days - 1}
