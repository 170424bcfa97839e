"""The lines of "my cases" about what others have filled in, as finished text."""

from dataclasses import dataclass

from forms.journeys.registry import journey
from forms.language import N_
from wizard.case_address import CaseAddress
from wizard.cases.asked import AskedLine
from wizard.routes.case_lines import named
from wizard.routes.here import language


@dataclass(frozen=True)
class AskedShown:
    address: CaseAddress
    title: str
    text: str
    state: str
    open: bool
    """Whether it waits for the reader."""


def asked_line(line: AskedLine) -> AskedShown:
    text = language().text
    asks = text(N_("%(name)s ber deg lese og skrive under."), name=line.author)
    return AskedShown(
        line.address,
        text(journey(line.case.journey).title),
        text(N_("Fylt ut av %(name)s."), name=line.author) if line.signed else asks,
        text(_state(line), form=named(line.case)),
        open=not line.signed,
    )


def _state(line: AskedLine) -> str:
    if line.signed:
        return (
            N_("Du har skrevet under, og %(form)s er sendt")
            if line.case.submitted
            else N_("Du har skrevet under")
        )
    return N_("Du har sagt nei") if line.declined else N_("Venter på deg")
