"""The ways in that the settings name: log-in providers for real people, or the demo's people to pick from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from wizard.accounts import Visitor
from wizard.oidc.client import Client, Party
from wizard.oidc.directory import is_safe
from wizard.oidc.own_key import OwnKey, OwnKeyError
from wizard.oidc.staff_file import StaffFile, StaffFileError, read
from wizard.places import places
from wizard.providers import DEMO_LEVEL, DemoProvider
from wizard.settings import Settings

LEVELS = ("idporten-loa-low", "idporten-loa-substantial", "idporten-loa-high")
NOWHERE = (".test", ".localhost", ".example", ".invalid")
"""Endings of names that nobody on the internet can have (RFC 2606, RFC 6761)."""


class NoProviderError(Exception):
    """Nobody could log in, or anybody could: start-up ends, and this says why."""


@dataclass(frozen=True)
class StaffProvider:
    client: Client
    file: StaffFile


@dataclass(frozen=True)
class WaysIn:
    """``staff`` is None where the municipalities' own people cannot log in."""

    citizens: DemoProvider | Client
    staff: DemoProvider | StaffProvider | None

    @property
    def demo(self) -> bool:
        return isinstance(self.citizens, DemoProvider)

    def client(self, *, staff: bool) -> Client | None:
        """The provider that lets such people in; None in the demo, and where there is none."""
        found = self.staff if staff else self.citizens
        return (
            found.client if isinstance(found, StaffProvider) else found if isinstance(found, Client) else None
        )

    def clients(self) -> list[Client]:
        return [one for staff in (False, True) if (one := self.client(staff=staff))]

    def trusts(self, here: Visitor) -> bool:
        """Whether they are known as surely as is asked now; a log-in of the demo is worth nothing outside it."""
        client = self.client(staff=here.staff)
        return here.level in (client.party.levels if client else (DEMO_LEVEL,) if self.demo else ())


def ways_in(settings: Settings) -> WaysIn:
    """``NoProviderError`` where nobody could log in, or anybody could, or a provider is named by halves."""
    citizens = {
        "VEIVISER_OIDC_ISSUER": settings.oidc_issuer,
        "VEIVISER_OIDC_CLIENT_ID": settings.oidc_client_id,
        "VEIVISER_OIDC_KEY_FILE": settings.oidc_key_file,
    }
    staff = {
        "VEIVISER_STAFF_ISSUER": settings.staff_issuer,
        "VEIVISER_STAFF_CLIENT_ID": settings.staff_client_id,
        "VEIVISER_STAFF_KEY_FILE": settings.staff_key_file,
        "VEIVISER_STAFF_FILE": settings.staff_file,
    }
    if settings.demo:
        _refuse_real(settings, citizens | staff)
        return WaysIn(DemoProvider(), DemoProvider())
    if not any(citizens.values()):
        raise NoProviderError(
            f"VEIVISER_DEMO is off and no log-in provider is configured: {', '.join(citizens)}"
        )
    if halves := [said for parts in (citizens, staff) if (said := _by_halves(parts))]:
        raise NoProviderError("\n".join(halves))
    return _both(settings)


def _by_halves(parts: Mapping[str, object]) -> str:
    missing = [name for name, value in parts.items() if not value]
    if not missing or len(missing) == len(parts):
        return ""
    return f"the log-in provider is configured by halves: {', '.join(missing)} is missing"


def _both(settings: Settings) -> WaysIn:
    """What is wrong with the one does not hide what is wrong with the other."""
    wrong: list[str] = []
    citizens: Client | None = None
    staff: StaffProvider | None = None
    try:
        citizens = _citizens(settings)
    except NoProviderError as error:
        wrong.append(str(error))
    try:
        staff = _staff(settings)
    except NoProviderError as error:
        wrong.append(str(error))
    if wrong or citizens is None:
        raise NoProviderError("\n".join(dict.fromkeys("\n".join(wrong).splitlines())))
    return WaysIn(citizens, staff)


def _refuse_real(settings: Settings, providers: Mapping[str, object]) -> None:
    """The demo lets anybody in as anybody: only on this machine, and only for people whom there are none of."""
    if any(providers.values()):
        raise NoProviderError("VEIVISER_DEMO lets anybody in: it cannot be on beside a log-in provider")
    if far := [host for host in settings.trusted_hosts if not _is_near(host)]:
        raise NoProviderError(
            f"VEIVISER_DEMO lets anybody in, and VEIVISER_TRUSTED_HOSTS has {', '.join(far)}: the demo answers"
            " 127.0.0.1 and localhost alone. Turn it off, and name a log-in provider"
        )
    if not settings.allow_synthetic_numbers:
        raise NoProviderError(
            "VEIVISER_DEMO is for invented people, whose numbers VEIVISER_ALLOW_SYNTHETIC_NUMBERS=true lets in:"
            " set that too, or turn the demo off"
        )


def _is_near(host: str) -> bool:
    """Whether the name can only mean this machine."""
    if host == "localhost" or host.endswith(NOWHERE):
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _citizens(settings: Settings) -> Client:
    asked = settings.oidc_acr
    levels = LEVELS[LEVELS.index(asked) :]
    party = Party(settings.oidc_issuer, settings.oidc_client_id, levels, asked)
    return _client(settings, party, settings.oidc_key_file, "VEIVISER_OIDC")


def _staff(settings: Settings) -> StaffProvider | None:
    if settings.staff_file is None:
        return None
    if settings.staff_issuer == settings.oidc_issuer:
        raise NoProviderError("VEIVISER_STAFF_ISSUER is the citizens' provider: staff log in at their own")
    try:
        file = read(settings.staff_file, places(settings))
    except StaffFileError as error:
        raise NoProviderError(f"VEIVISER_STAFF_FILE: {error}") from error
    party = Party(
        settings.staff_issuer,
        settings.staff_client_id,
        file.level.good,
        " ".join(file.level.good),
        level_claim=file.level.claim,
        scope="openid profile offline_access" if file.again.seconds else "openid profile",
        strict=False,
    )
    return StaffProvider(_client(settings, party, settings.staff_key_file, "VEIVISER_STAFF"), file)


def _client(settings: Settings, party: Party, key_file: Path | None, named: str) -> Client:
    wrong = list(_faults(settings, party, named))
    key = None
    try:
        if key_file is None:
            wrong.append(f"{named}_KEY_FILE is missing")
        else:
            key = OwnKey(key_file)
    except OwnKeyError as error:
        wrong.append(f"{named}_KEY_FILE: {error}")
    if wrong or key is None:
        raise NoProviderError("\n".join(wrong))
    return Client(party, key)


def _faults(settings: Settings, party: Party, named: str) -> Iterator[str]:
    if not is_safe(party.issuer):
        yield f"{named}_ISSUER must begin with https://"
    if party.issuer.startswith("https:") and not settings.secure_cookies:
        yield "VEIVISER_SECURE_COOKIES is off: that is for the demo alone; leave it out"
