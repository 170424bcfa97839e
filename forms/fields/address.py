"""A postal address: street, postcode and city."""

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from docgen.contract import Lines
from forms.fields.parts import Parts
from forms.fields.text import LOST
from forms.language import N_, Language

POSTCODE = "[0-9]{4,10}|(?=.*[0-9])(?=.*[A-Za-z -])[0-9A-Za-z][0-9A-Za-z -]{2,11}"
"""Four digits at home; abroad more, or with letters."""
LONGEST = {"street": 200, "city": 100}


class Address(Parts):
    """A postcode has four digits; foreign ones with letters or more digits are let in."""

    component: ClassVar[str] = "address"
    parts: ClassVar[tuple[str, ...]] = ("street", "postcode", "city")

    @property
    def typed(self) -> Mapping[str, str]:
        return self.boxes

    def process_data(self, value: Any) -> None:
        self.data: dict[str, str] | None = dict(value) if value else None
        self.boxes = self.data or self.boxes

    def read(self, boxes: Mapping[str, str]) -> dict[str, str]:
        if lost := [part for part, text in boxes.items() if LOST in text]:
            self.refuse(N_("Noen tegn kom ikke riktig fram. Bytt ut «\ufffd» i adressen."), lost)
        if long := [part for part, most in LONGEST.items() if len(boxes[part]) > most]:
            self.refuse(N_("Adressen er for lang. Kort den ned."), long)
        if lacking := [part for part, text in boxes.items() if not text]:
            self.refuse(N_("Skriv både gateadresse, postnummer og poststed."), lacking)
        if not re.fullmatch(POSTCODE, boxes["postcode"]):
            self.refuse(N_("Skriv postnummeret med fire siffer, for eksempel 3257."), ["postcode"])
        return dict(boxes)

    def room(self) -> Lines:
        return Lines(
            labels=[self.say(part) for part in (N_("Gateadresse"), N_("Postnummer"), N_("Poststed"))]
        )

    def shown(self, language: Language) -> str:  # noqa: ARG002 -- an address is the same in every language
        return f"{self.data['street']}, {self.data['postcode']} {self.data['city']}" if self.data else ""
