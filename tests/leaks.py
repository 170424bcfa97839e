"""What may stand in no log of a site: who somebody is, what they wrote, and what opens a door."""

import re
from typing import Protocol

from tests.guest import Guest, personal, shown_codes

ELEVEN_DIGITS = r"(?<![0-9a-f-])\d{11}(?![0-9a-f])"
SECRET_SETTINGS = ("VEIVISER_SECRET_KEY", "VEIVISER_LOOKUP_KEY", "VEIVISER_DOCGEN_TOKEN")


class Logging(Protocol):
    """A site, as far as it is looked through."""

    guests: list[Guest]
    environment: dict[str, str]

    def logs(self) -> str: ...


def leaks(site: Logging) -> list[str]:
    """The kinds of things in the site's logs that must not be there: of wizard, worker and docgen alike."""
    kept = [guest.cookie for guest in site.guests if guest.cookie]
    keys = site.environment["VEIVISER_KEYS"].split(":")[1:]
    settings = [site.environment[name] for name in SECRET_SETTINGS]
    return leaked([*kept, *keys, *settings, *shown_codes()], site.logs())


def leaked(secrets: list[str], logs: str) -> list[str]:
    """As ``leaks``, of any text; ``secrets`` are what must not be there beside what is personal."""
    words = {"something personal": personal(), "a secret": secrets}
    found = [kind for kind, those in words.items() if any(one in logs for one in those)]
    return found + ["a number of eleven digits" for _ in re.findall(ELEVEN_DIGITS, logs)]
