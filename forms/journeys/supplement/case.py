"""To which case something is sent."""

from collections.abc import Iterator

from forms.blocks import concerned
from forms.blocks.earlier_case import EarlierCase, EarlierCaseForm, when_unlisted
from forms.fields.longtext import LongText
from forms.language import N_
from forms.marks import lacks_paper
from forms.naming import MESSAGE, SUPPLEMENT
from forms.situation import SentCase, Situation

ADDS_ONLY = frozenset({SUPPLEMENT, MESSAGE})
"""What only adds to another case, or takes it back, has nothing added to itself."""


def takes_more(case: SentCase) -> bool:
    return case.naming not in ADDS_ONLY


class CaseForm(EarlierCaseForm):
    earlier_case = EarlierCase(
        N_("Hvilken sak gjelder det?"),
        which=takes_more,
        gone_too=True,
        missing=N_("Velg hvilken sak det gjelder."),
    )
    earlier_case_text = LongText(
        N_("Hvilken sak er det?"),
        hint=N_(
            "Skriv referansen eller saksnummeret hvis du har det. Skriv ellers hva saken gjelder, og når den ble sendt."
        ),
        missing=N_("Skriv hvilken sak det er."),
        soft_limit=500,
        when=when_unlisted(concerned.CASE),
    )


def to_withdrawn(situation: Situation) -> bool:
    """Whether the chosen case is taken back by now; it may have been so since the draft was begun."""
    case = concerned.chosen(situation)
    return case is not None and case.withdrawn


def warns(situation: Situation) -> Iterator[str]:
    """That it goes to what is taken back."""
    if to_withdrawn(situation):
        yield situation.language.text(
            N_("Denne saken er trukket. Du kan sende mer, men kontoret behandler den ikke videre.")
        )


def told(situation: Situation) -> Iterator[str]:
    """What the chosen case lacks, or that it is taken back."""
    yield from warns(situation)
    case = concerned.chosen(situation)
    if case and not case.withdrawn and lacks_paper(case.marks):
        yield situation.language.text(
            N_("I denne saken mangler papiret som viser at du kan handle for en annen.")
        )
