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
from wizard.places import NoMunicipalitiesError, places
from wizard.providers import DEMO_LEVEL, DemoProvider
from wizard.service_address import fault
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
    """``NoProviderError`` where nobody could log in, or anybody could, or a provider is named by halves.

    It tells of all that is wrong: neither provider hides the other, nor a setting that is missing those that are not.
    """
    named = {
        "VEIVISER_OIDC_ISSUER": settings.oidc_issuer,
        "VEIVISER_OIDC_CLIENT_ID": settings.oidc_client_id,
        "VEIVISER_OIDC_KEY_FILE": settings.oidc_key_file,
    }
    staff_named = {
        "VEIVISER_STAFF_ISSUER": settings.staff_issuer,
        "VEIVISER_STAFF_CLIENT_ID": settings.staff_client_id,
        "VEIVISER_STAFF_KEY_FILE": settings.staff_key_file,
        "VEIVISER_STAFF_FILE": settings.staff_file,
    }
    if settings.demo:
        _refuse_real(settings, named | staff_named)
        return WaysIn(DemoProvider(), DemoProvider())
    wrong = [*_none_or_halves(named), *(_none_or_halves(staff_named) if any(staff_named.values()) else ())]
    citizens, staff = _citizens(settings, wrong), _staff(settings, wrong)
    if wrong or citizens is None:
        raise NoProviderError("\n".join(dict.fromkeys(wrong)))
    return WaysIn(citizens, staff)


def _none_or_halves(named: Mapping[str, object]) -> Iterator[str]:
    missing = [name for name, value in named.items() if not value]
    if len(missing) == len(named):
        yield f"VEIVISER_DEMO is off and no log-in provider is configured: {', '.join(named)}"
    elif missing:
        yield f"the log-in provider is configured by halves: {', '.join(missing)} is missing"


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


def _citizens(settings: Settings, wrong: list[str]) -> Client | None:
    """As far as it is named; what is ``wrong`` is added there."""
    key = _key(settings.oidc_key_file, "VEIVISER_OIDC", wrong)
    wrong += _faults(settings, settings.oidc_issuer, "VEIVISER_OIDC")
    if key is None:
        return None
    asked = settings.oidc_acr
    levels = LEVELS[LEVELS.index(asked) :]
    return Client(Party(settings.oidc_issuer, settings.oidc_client_id, levels, asked), key)


def _staff(settings: Settings, wrong: list[str]) -> StaffProvider | None:
    key = _key(settings.staff_key_file, "VEIVISER_STAFF", wrong)
    wrong += _faults(settings, settings.staff_issuer, "VEIVISER_STAFF")
    if settings.staff_issuer and settings.staff_issuer == settings.oidc_issuer:
        wrong.append("VEIVISER_STAFF_ISSUER is the citizens' provider: staff log in at their own")
    file = _staff_file(settings, wrong)
    if key is None or file is None:
        return None
    party = Party(
        settings.staff_issuer,
        settings.staff_client_id,
        file.level.good,
        " ".join(file.level.good),
        level_claim=file.level.claim,
        scope="openid profile offline_access" if file.again.seconds else "openid profile",
        strict=False,
    )
    return StaffProvider(Client(party, key), file)


def _staff_file(settings: Settings, wrong: list[str]) -> StaffFile | None:
    if settings.staff_file is None:
        return None
    try:
        known = places(settings)
    except NoMunicipalitiesError:
        known = None  # the start ends at that by itself
    try:
        return read(settings.staff_file, known)
    except StaffFileError as error:
        wrong += f"VEIVISER_STAFF_FILE: {error}".splitlines()
        return None


def _key(file: Path | None, named: str, wrong: list[str]) -> OwnKey | None:
    if file is None:
        return None
    try:
        return OwnKey(file)
    except OwnKeyError as error:
        wrong.append(f"{named}_KEY_FILE: {error}")
        return None


def _faults(settings: Settings, issuer: str, named: str) -> Iterator[str]:
    if not issuer:
        return
    if not issuer.startswith("https://") and not is_safe(issuer):
        yield f"{named}_ISSUER must begin with https://"
    elif wrong := fault(issuer):
        yield f"{named}_ISSUER: {wrong}"
    if issuer.startswith("https:") and not settings.secure_cookies:
        yield "VEIVISER_SECURE_COOKIES is off: that is for the demo alone; leave it out"
