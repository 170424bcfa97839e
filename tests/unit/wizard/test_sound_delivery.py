"""What a municipality's file wants to leave, and the settings do not give or allow, is told before a start."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from forms.delivery import Delivery
from forms.municipality import FOLDER
from tests.unit.wizard.test_sound_settings import drawn, settings
from wizard.sound_delivery import complaints

HOOK = 'webhook = "https://arkiv.example.no/inn"'


def told(folder: Path, lines: str, **changed: Any) -> list[str]:
    """Of a Larvik whose file has these lines."""
    places = folder / "places"
    shutil.copytree(FOLDER, places)
    own = places / "larvik.toml"
    own.write_text(own.read_text() + f"\n[delivery]\nsince = 2026-12-01\n{lines}\n")
    return list(complaints(settings(municipalities=places, **changed)))


@pytest.mark.parametrize(
    ("lines", "changed", "wanted"),
    [
        ("folder = true", {}, ["VEIVISER_DELIVERY_FOLDER"]),
        ('mail = "post@larvik.example"', {}, ["VEIVISER_MAIL_SERVER"]),
        (HOOK, {}, ["VEIVISER_DELIVERY_HOSTS", "VEIVISER_DELIVERY_KEYS"]),
        (HOOK, {"delivery_hosts": "other.example.no"}, ["VEIVISER_DELIVERY_HOSTS", "VEIVISER_DELIVERY_KEYS"]),
        (
            HOOK.replace("https", "http"),
            {"delivery_hosts": "arkiv.example.no"},
            ["https", "VEIVISER_DELIVERY_KEYS"],
        ),
        (HOOK, {"delivery_hosts": "a.no,arkiv.example.no", "delivery_keys": f"larvik:{drawn()}"}, []),
        ("folder = true", {"delivery_folder": "/srv/drop"}, []),
    ],
    ids=["no folder", "no mail", "nothing", "another host", "plain", "sound hook", "sound folder"],
)
def test_what_a_municipality_takes_and_the_settings_lack_stops_the_start(
    tmp_path: Path, lines: str, changed: dict[str, Any], wanted: list[str]
) -> None:
    found = told(tmp_path, lines, **changed)
    assert len(found) == len(wanted)
    assert all(word in one for word, one in zip(wanted, found, strict=True))


@pytest.mark.parametrize("keys", ["larvik:AAAA", "larvik", f":{drawn()}"], ids=["short", "none", "nameless"])
def test_a_key_that_is_none_is_no_setting(keys: str) -> None:
    with pytest.raises(ValidationError):
        settings(delivery_keys=keys)


@pytest.mark.parametrize(
    "said",
    [{"folder": True}, {"since": "2026-12-01", "answers": True}, {"since": "2026-12-01", "mail": "a b@c.no"}],
    ids=["since when", "answers without folder", "no mailbox"],
)
def test_half_a_way_is_none(said: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Delivery.model_validate(said)
