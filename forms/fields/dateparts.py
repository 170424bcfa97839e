"""A date as three boxes: day, month, year."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from wtforms.validators import StopValidation

from docgen.contract import Digits, Group
from forms.fields.parts import Parts
from forms.language import N_, Language

NO_SUCH_DATE = N_("Denne datoen finnes ikke. Skriv dag, måned og år med tall, for eksempel 14 3 1957.")


class DateParts(Parts):
    """``earliest``, ``latest`` and what is said of others are set by the step where the day of today decides."""

    component: ClassVar[str] = "date"
    parts: ClassVar[tuple[str, ...]] = ("day", "month", "year")

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.earliest = date(1900, 1, 1)
        self.latest = date(2100, 12, 31)
        self.too_early = N_("Datoen kan ikke være før %(date)s. Se om året er riktig.")
        self.too_late = N_("Datoen kan ikke være etter %(date)s. Se om året er riktig.")

    @property
    def typed(self) -> tuple[str, str, str]:
        return self.boxes["day"], self.boxes["month"], self.boxes["year"]

    def process_data(self, value: Any) -> None:
        self.data: date | None = date.fromisoformat(value) if isinstance(value, str) else value
        if self.data:
            day = self.data
            self.boxes = {"day": str(day.day), "month": str(day.month), "year": f"{day.year:04}"}

    def read(self, boxes: Mapping[str, str]) -> date:
        if lacking := [part for part, text in boxes.items() if not text]:
            self.refuse(N_("Skriv både dag, måned og år."), lacking)
        if strange := [part for part, text in boxes.items() if not re.fullmatch("[0-9]{1,4}", text)]:
            self.refuse(NO_SUCH_DATE, strange)
        if len(boxes["year"]) != len("1957"):
            self.refuse(N_("Skriv året med fire siffer, for eksempel 1957."), ["year"])
        try:
            return date(int(boxes["year"]), int(boxes["month"]), int(boxes["day"]))
        except ValueError:
            self.refuse(NO_SUCH_DATE, self.parts)

    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)
        language = self.form.situation.language
        if self.data and self.data < self.earliest:
            self._out_of_range(self.too_early, language, self.earliest)
        if self.data and self.data > self.latest:
            self._out_of_range(self.too_late, language, self.latest)

    def _out_of_range(self, message: str, language: Language, limit: date) -> None:
        self.marked.update(self.parts)
        raise StopValidation(language.text(message, date=language.date(limit)))

    def room(self) -> Digits:
        parts = ((N_("Dag"), 2), (N_("Måned"), 2), (N_("År"), 4))
        return Digits(groups=[Group(label=self.say(label), digits=digits) for label, digits in parts])

    def stored(self) -> str | None:
        return self.data.isoformat() if self.data else None

    def shown(self, language: Language) -> str:
        return language.date(self.data) if self.data else ""
