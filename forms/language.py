"""A reader's language: how texts, dates and times are written for one person."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from gettext import NullTranslations
from typing import Literal
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal

Code = Literal["nb", "nn", "en"]
OSLO = ZoneInfo("Europe/Oslo")
LOCALES = {"nb": "nb", "nn": "nn", "en": "en_GB"}
_MEGA = 1_000_000


def N_(text: str) -> str:  # noqa: N802 -- gettext's own name for a text that is translated later
    """Mark a text for translation where it is declared; it is translated where it is shown."""
    return text


@dataclass(frozen=True)
class Language:
    """Bokmål is the language of the source texts; the others come from catalogues."""

    code: Code = "nb"
    translations: NullTranslations = field(default_factory=NullTranslations)

    def text(self, message: str, **values: str | int) -> str:
        """The message in this language, with ``%(name)s`` filled in from the values."""
        translated = self.translations.gettext(message) if message else ""
        return translated % values if values else translated

    def day(self, day: date) -> str:
        """Such as ``tirsdag 1. desember 2026``."""
        return format_date(
            day, format="EEEE d MMMM y" if self.code == "en" else "full", locale=LOCALES[self.code]
        )

    def date(self, day: date) -> str:
        """Such as ``22. november 2026``."""
        return format_date(day, format="long", locale=LOCALES[self.code])

    def clock(self, moment: datetime) -> str:
        """Such as ``12.03``, in Europe/Oslo."""
        pattern = "HH:mm" if self.code == "en" else "HH.mm"
        return format_time(moment.astimezone(OSLO), format=pattern, locale=LOCALES[self.code])

    def moment(self, moment: datetime) -> str:
        """Such as ``22. november 2026 kl. 12.03``, in Europe/Oslo."""
        local = moment.astimezone(OSLO)
        return self.text(N_("%(date)s kl. %(clock)s"), date=self.date(local.date()), clock=self.clock(local))

    def number(self, count: int) -> str:
        """Such as ``22 500``, with a space that never breaks."""
        return format_decimal(count, locale=LOCALES[self.code])

    def any_of(self, names: Sequence[str]) -> str:
        """Such as ``Tjenestekontoret eller Servicesenteret``."""
        return format_list(list(names), style="or", locale=LOCALES[self.code])

    def all_of(self, names: Sequence[str]) -> str:
        """Such as ``mer tid, begrunnelse og innsyn``."""
        return format_list(list(names), locale=LOCALES[self.code])

    def size(self, octets: int) -> str:
        """Such as ``231 kB`` or ``1,2 MB``."""
        if octets < _MEGA:
            return f"{max(1, round(octets / 1000))} kB"
        return f"{format_decimal(round(octets / _MEGA, 1), locale=LOCALES[self.code])} MB"
