"""The municipalities' folder that the settings name, and what is said where it holds none."""

import tomllib
from collections.abc import Mapping

from pydantic import ValidationError

from forms.municipality import Municipality, municipalities
from wizard.settings import Settings


class NoMunicipalitiesError(Exception):
    """Nobody could apply anywhere: start-up ends, and this says why."""


def places(settings: Settings) -> Mapping[str, Municipality]:
    """All municipalities, by id. ``NoMunicipalitiesError`` where the folder or a file in it is none."""
    folder = settings.municipalities
    try:
        found = municipalities(folder)
    except OSError as error:
        raise _none(f"{error.filename or folder} cannot be read: {error.strerror}") from error
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        raise _none(" ".join([wrong, *error.__notes__])) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _none(f"a file in {folder} is no TOML: {error}") from error
    if not found:
        raise _none(f"{folder} has no municipality's file")
    return found


def _none(why: str) -> NoMunicipalitiesError:
    return NoMunicipalitiesError(
        f"VEIVISER_MUNICIPALITIES: it is the folder of the municipalities' files; {why}"
    )
