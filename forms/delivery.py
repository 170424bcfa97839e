"""By which ways a case leaves for a municipality's own systems, beside the list that its office reads here."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from forms.localised import Part

Channel = Literal["folder", "webhook", "mail"]
FOLDER, WEBHOOK, MAIL = CHANNELS = ("folder", "webhook", "mail")


class Delivery(Part):
    """Nothing leaves where nothing is said."""

    since: date | None = None
    """What came from this day on is looked for where it was not delivered; earlier cases were handled by hand."""
    folder: bool = False
    """Whether the package is laid into the municipality's folder under ``VEIVISER_DELIVERY_FOLDER``."""
    answers: bool = False
    """Whether the archive answers in the folder ``kvittering`` beside it, and it is delivered by that."""
    webhook: Annotated[str, Field(pattern=r"^https?://[!-~]+$")] | None = None
    """Where the package is sent, signed; its host stands in ``VEIVISER_DELIVERY_HOSTS`` too."""
    mail: Annotated[str, Field(pattern=r"^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$")] | None = None
    """The mailbox of the office, which is told that something has come, and nothing of what."""

    @property
    def channels(self) -> tuple[Channel, ...]:
        wanted: dict[Channel, object] = {"folder": self.folder, "webhook": self.webhook, "mail": self.mail}
        return tuple(channel for channel, way in wanted.items() if way)

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.channels and self.since is None:
            raise ValueError("delivery: say since which day")
        if self.answers and not self.folder:
            raise ValueError("delivery: answers come in the folder, and there is none")
        return self
