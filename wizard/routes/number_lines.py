"""Which identity numbers are missing on what came on paper, as finished text for the office."""

from forms.language import N_
from forms.paper_intake.missing_numbers import OWNER, PROXY
from wizard.cases.finding import CaseRow
from wizard.cases.missing_numbers import GIVES_POWER, missing_numbers
from wizard.routes.here import language, reader, tools

TOLD = {
    OWNER: N_("Fødselsnummeret til den som gir samtykket, mangler. Det gjelder ikke før vi har det."),
    PROXY: N_(
        "Fødselsnummeret til fullmektigen mangler. Fullmektigen finner ikke fullmakten før vi har det."
    ),
}
OF_GIVER = N_("Fødselsnummeret til den som gir fullmakten, mangler. Den gjelder ikke her før vi har det.")


def number_lines(found: CaseRow) -> list[str]:
    """Nothing where none is missing."""
    told = TOLD | ({OWNER: OF_GIVER} if found.journey == GIVES_POWER else {})
    return [language().text(told[whose]) for whose in missing_numbers(tools(), found, reader())]
