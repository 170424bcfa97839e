"""Which identity numbers are missing on what came on paper, as finished text for the office."""

from collections.abc import Mapping
from typing import NamedTuple

from forms.language import N_
from forms.paper_intake.missing_numbers import OWNER, PROXY, SUBJECT
from wizard.cases.added_numbers import Added, added_numbers
from wizard.cases.finding import CaseRow
from wizard.cases.missing_numbers import missing_numbers
from wizard.cases.paper_read import GIVES_POWER
from wizard.routes.here import language, reader, tools

TOLD = {
    OWNER: N_("Fødselsnummeret til den som gir samtykket, mangler. Det gjelder ikke før vi har det."),
    SUBJECT: N_(
        "Fødselsnummeret til den samtykket gjelder, mangler. Personen ser ikke samtykket før vi har det."
    ),
    PROXY: N_(
        "Fødselsnummeret til fullmektigen mangler. Fullmektigen finner ikke fullmakten før vi har det."
    ),
}
OF_GIVER = N_("Fødselsnummeret til den som gir fullmakten, mangler. Den gjelder ikke her før vi har det.")

ADDED = {
    OWNER: N_("Nummeret til den som gir samtykket, er lagt til: %(number)s."),
    SUBJECT: N_("Nummeret til den samtykket gjelder, er lagt til: %(number)s."),
    PROXY: N_("Nummeret til fullmektigen er lagt til: %(number)s."),
}
STANDS = {
    OWNER: N_(
        "Nummeret til den saken tilhører, står på papiret: %(number)s. Personen har ikke logget inn her."
    ),
    SUBJECT: N_(
        "Nummeret til den saken gjelder, står på papiret: %(number)s. Personen har ikke logget inn her."
    ),
    PROXY: N_("Nummeret til fullmektigen står på papiret: %(number)s. Personen har ikke logget inn her."),
}
GIVER_ADDED = N_("Nummeret til den som gir fullmakten, er lagt til: %(number)s.")


class AddedLine(NamedTuple):
    """Whose number it is, by which event it was added, and the finished text."""

    whose: str
    event: int
    text: str


def added_lines(found: CaseRow) -> list[AddedLine]:
    """Whose number the office added, or has on paper alone, with what it is: nobody else is shown it."""
    told = ADDED | ({OWNER: GIVER_ADDED} if found.journey == GIVES_POWER else {})
    return [
        AddedLine(one.whose, one.event, _added(one, told)) for one in added_numbers(tools(), found, reader())
    ]


def _added(one: Added, told: Mapping[str, str]) -> str:
    sentence = STANDS[one.whose] if one.on_paper else told[one.whose]
    return language().text(sentence, number=_parted(one.number))


def _parted(number: str) -> str:
    return f"{number[:6]} {number[6:]}"


def number_lines(found: CaseRow) -> list[str]:
    """Nothing where none is missing."""
    told = TOLD | ({OWNER: OF_GIVER} if found.journey == GIVES_POWER else {})
    return [language().text(told[whose]) for whose in missing_numbers(tools(), found, reader())]
