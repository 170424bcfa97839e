"""An office of a municipality and those who help beside it. What no source says is None, and is not shown."""

from forms.language import N_, Language
from forms.localised import Line, Localised, Part, Sentences


class Office(Part):
    """The office that decides and that letters go to."""

    name: Line
    visiting_address: Line | None = None
    postal_address: Line | None = None
    phone: Line | None = None
    phone_hours: Line | None = None
    phone_note: Localised | None = None
    """What whoever calls should know, such as that there are no fixed hours."""
    opening_hours: Localised | None = None
    email: Line | None = None
    does: Sentences = ()

    def lines(self, language: Language) -> list[str]:
        """The letterhead's lines: where the office is and how to reach it."""
        return [
            line
            for line in (
                self.visiting_address,
                self.postal_address,
                self._calling(language),
                self._mailing(language),
            )
            if line
        ]

    def _calling(self, language: Language) -> str:
        if not self.phone:
            return ""
        if not self.phone_hours:
            return language.text(N_("Telefon %(phone)s"), phone=self.phone)
        return language.text(N_("Telefon %(phone)s, kl. %(hours)s"), phone=self.phone, hours=self.phone_hours)

    def _mailing(self, language: Language) -> str:
        """E-mail is not safe for what is told about health, so the line says so itself."""
        if not self.email:
            return ""
        return language.text(N_("E-post %(email)s (ikke skriv om helse her)"), email=self.email)


class CoordinatingUnit(Part):
    """The coordinating unit, where it is another than the office that decides."""

    name: Line
    does: Sentences = ()


class Helper(Part):
    """Somebody who helps, and what they help with."""

    name: Line
    helps_with: Localised
    places: tuple[Line, ...] = ()
    """Where in the municipality they sit."""
