"""The lines of "my cases" about what others have filled in, as finished text."""

from dataclasses import dataclass

from forms.journeys.registry import journey
from forms.language import N_
from wizard.case_address import CaseAddress
from wizard.cases.asked import AskedLine
from wizard.cases.participants import PROXY
from wizard.routes.case_lines import named
from wizard.routes.here import language


@dataclass(frozen=True)
class AskedShown:
    address: CaseAddress
    title: str
    text: str
    state: str
    page: str
    open: bool
    """Whether it waits for the reader."""


def asked_line(line: AskedLine) -> AskedShown:
    text = language().text
    given = line.capacity == PROXY
    asks = N_("Gitt av %(name)s.") if given else N_("%(name)s ber deg lese og skrive under.")
    said = N_("Fylt ut av %(name)s.") if line.signed or _over(line) else asks
    return AskedShown(
        line.address,
        text(journey(line.case.journey).title),
        text(said, name=line.other),
        text(_state(line), form=named(line.case)),
        "apply.case" if given else "apply.cosigned",
        open=not (line.signed or given or _over(line)),
    )


def _over(line: AskedLine) -> bool:
    return line.over and line.capacity != PROXY


def _state(line: AskedLine) -> str:
    if _over(line):
        return N_("Gjelder ikke lenger")
    if line.capacity == PROXY:
        return N_("Skrevet under av den som gir fullmakten")
    if line.signed:
        return (
            N_("Du har skrevet under, og %(form)s er sendt")
            if line.case.submitted
            else N_("Du har skrevet under")
        )
    return N_("Du har sagt nei") if line.declined else N_("Venter på deg")
