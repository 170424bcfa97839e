"""Whether what leaves for the municipalities' own systems can leave, and goes nowhere else."""

from collections.abc import Iterator
from contextlib import suppress

from forms.municipality import Municipality
from wizard.delivery.webhook import fault
from wizard.places import NoMunicipalitiesError, places
from wizard.settings import Settings


def complaints(settings: Settings) -> Iterator[str]:
    """What each municipality's ``[delivery]`` asks for and the settings do not give, or do not allow."""
    with suppress(NoMunicipalitiesError):  # that is said of its own
        for place in places(settings).values():
            yield from _of(place, settings)


def _of(place: Municipality, settings: Settings) -> Iterator[str]:
    wanted = place.delivery
    if wanted.folder and not settings.delivery_folder:
        yield f"VEIVISER_DELIVERY_FOLDER is empty, and {place.id}.toml takes packages in a folder: name one"
    if wanted.mail and not settings.mail_server:
        yield f"VEIVISER_MAIL_SERVER is empty, and {place.id}.toml names a mailbox that is told: set it"
    if not wanted.webhook:
        return
    if wrong := fault(wanted.webhook, settings.allowed_hosts(), demo=settings.demo):
        yield f"VEIVISER_DELIVERY_HOSTS: to the webhook of {place.id}.toml nothing is sent, for {wrong}"
    if settings.delivery_key(place.id) is None:
        yield f"VEIVISER_DELIVERY_KEYS has no key for {place.id}, whose webhook is sent to: draw one for it"
