"""By what law all that is sent here is kept from the public: what an archive must be told with each case."""

from datetime import date

from forms.law.dated import since

EXEMPT = since(
    date(2026, 7, 2),
    "Offl § 13 jf fvl § 13 første ledd nr 1, hol § 12-1",
    "offentleglova § 13, forvaltningsloven § 13, helse- og omsorgstjenesteloven § 12-1, as consolidated on 2 July 2026",
)
"""As it stands in journals. It is the same for what tells of a protected address: a paragraph would tell of it too."""

WITH_NUMBER = since(
    date(2026, 7, 2), "offl § 26 femte ledd", "offentleglova § 26, as consolidated on 2 July 2026"
)
"""Beside it, where an identity number is told."""


def basis(day: date, *, with_number: bool) -> str:
    """The law on that day, as a journal has it."""
    told = [EXEMPT.on(day).value]
    if with_number:
        told.append(WITH_NUMBER.on(day).value)
    return ", ".join(told)
