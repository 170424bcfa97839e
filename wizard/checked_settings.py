"""All that is wrong with the settings at once, as ``veiviser check-settings`` tells it; start-up ends at the first."""

import base64
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from wizard.clamd import Clamd, NoClamdError, clamd
from wizard.malformed_settings import SECRETS, MalformedSettingsError, unknown
from wizard.places import NoMunicipalitiesError, places
from wizard.settings import KEY_BYTES, Settings, load, secrets_folder
from wizard.sound_settings import complaints
from wizard.unfilled import unfilled
from wizard.ways_in import NoProviderError, ways_in

FILES = ("oidc_key_file", "staff_key_file", "staff_file")
"""A provider without one would be said to be named by halves."""


@dataclass(frozen=True)
class Checked:
    """``wrong`` stops the start, or is not what was meant; ``now`` tells what is not there yet."""

    wrong: list[str]
    now: list[str]
    demo: bool


def check() -> Checked:
    """What is set in the environment and in files; nothing is written."""
    wrong, stand_ins = [], dict[str, Any]()
    try:
        settings = load()
    except MalformedSettingsError as error:
        wrong = list(error.wrong.values())
        if "secrets" in error.wrong:  # most of them may lie there: whatever else were said would mislead
            return Checked(wrong, [], demo=False)
        stand_ins = {name: _stand_in(name) for name in error.wrong}
        settings = load(**stand_ins)
    wrong += _misspelt()
    wrong += [said for said in _found(settings) if not any(_names(said, name) for name in stand_ins)]
    return Checked(list(dict.fromkeys(wrong)), list(_now(settings)), settings.demo)


def _stand_in(name: str) -> Any:
    """What lets the others be looked at too, in place of one that cannot be."""
    drawn = base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()
    field = Settings.model_fields[name]
    made = {"keys": f"first:{drawn}", "mail_server": "localhost:25"} | dict.fromkeys(FILES, os.devnull)
    return made.get(name, drawn if field.is_required() else field.get_default())


def _names(said: str, name: str) -> bool:
    """Whether it is of the stand-in that was said."""
    return said.startswith((f"VEIVISER_{name.upper()} ", f"VEIVISER_{name.upper()}:"))


def _misspelt() -> list[str]:
    folder = secrets_folder()
    lying = [file.name for file in folder.iterdir()] if folder else []
    return unknown([name for name in (*os.environ, *lying) if name.upper() != SECRETS], Settings.model_fields)


def _found(settings: Settings) -> Iterator[str]:
    holds: tuple[Callable[[Settings], object], ...] = (places, ways_in, clamd)
    for hold in holds:
        try:
            hold(settings)
        except (NoMunicipalitiesError, NoProviderError, NoClamdError) as error:
            yield from str(error).splitlines()
    yield from complaints(settings)


def _now(settings: Settings) -> Iterator[str]:
    if settings.clamd and not Clamd(settings.clamd).answers():
        yield (
            "VEIVISER_CLAMD: nobody answers there now. The site starts all the same, and files wait unscreened until"
            " somebody does"
        )
    with suppress(NoMunicipalitiesError):
        yield from () if settings.demo else unfilled(places(settings).values())
