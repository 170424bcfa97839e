"""README's table of settings names every setting, and no other."""

import re
from pathlib import Path

from docgen.settings import Settings as DocgenSettings
from wizard.settings import Settings

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_every_setting_is_in_the_table_and_none_that_is_gone() -> None:
    rows = [
        line.split("|")[1] for line in README.splitlines() if line.startswith(("| `VEIVISER_", "| `DOCGEN_"))
    ]
    told = set(re.findall(r"`(\w+)`", "".join(rows))) - {"VEIVISER_SECRETS", "DOCGEN_SECRETS"}
    wizard = {f"VEIVISER_{name.upper()}" for name in Settings.model_fields}
    docgen = {f"DOCGEN_{name.upper()}" for name in DocgenSettings.model_fields}
    assert told == wizard | docgen
