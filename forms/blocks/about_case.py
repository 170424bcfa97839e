"""What forms about an earlier case have in common: who is asked about where that is unknown, and what is noted."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from forms.blocks import concerned, paper
from forms.blocks.notes import about, notes
from forms.blocks.power import by_power
from forms.blocks.representative import RepresentativeForm
from forms.blocks.subject import SubjectForm, YouForm
from forms.blocks.submitter import AddressProtectionForm, RoleForm
from forms.blocks.wording import Words
from forms.journey import Note, Step
from forms.language import N_
from forms.marks import MARKS, NO_LETTER_HOME, PARENTS_NOT_TOLD
from forms.situation import SentCase, Situation

EARLY = N_("Vi spør om dette for å vite hvem som kan få se det du sender.")
ANYBODYS = N_("Har du, eller den saken gjelder, sperret adresse?")
OTHERS_CASE = N_("Fyll ut hvis saken ble sendt på papir eller av en annen.")
OTHERS_AND_FOR_SELF = N_("Fyll ut hvis saken ble sendt på papir eller av en annen, og gjelder deg selv.")
OTHERS_AND_FOR_OTHER = N_("Fyll ut hvis saken gjelder en annen enn deg selv.")


class ProtectionForm(AddressProtectionForm):
    """Asked of one's own case too, where it is not known whom that was about."""

    for_others: ClassVar[Words] = {}

    def arrange(self, situation: Situation) -> None:
        super().arrange(situation)
        self.address_protected.reword(ANYBODYS)

    def arrange_on_paper(self, situation: Situation) -> None:
        super().arrange_on_paper(situation)
        self.address_protected.reword(ANYBODYS)


_ROLE = Step(
    "role",
    N_("Hvem som fyller ut"),
    RoleForm,
    when=concerned.unknown,
    part=N_("Hvem det gjelder"),
    only_if=OTHERS_CASE,
)
_PROTECTION = Step(
    "address-protection",
    N_("Sperret adresse"),
    ProtectionForm,
    EARLY,
    concerned.unknown,
    only_if=paper.ADDRESS_PROTECTION,
)
_PEOPLE = (
    Step("you", N_("Om deg"), YouForm, when=concerned.unknown_own, only_if=OTHERS_AND_FOR_SELF),
    Step(
        "subject",
        N_("Den det gjelder"),
        SubjectForm,
        when=concerned.unknown_others,
        only_if=OTHERS_AND_FOR_OTHER,
    ),
    Step(
        "representative",
        N_("Om deg som fyller ut"),
        RepresentativeForm,
        when=concerned.unknown_represented,
        only_if=paper.FOR_OTHER,
    ),
)
WHO = (_ROLE, _PROTECTION, *_PEOPLE)
"""Asked of a case that was not sent here: one's own told it all."""
WHO_WITH_NEWS = (_ROLE, replace(_PROTECTION, when=concerned.not_known_protected), *_PEOPLE)
"""As ``WHO``, for a form that tells news: that an address became protected must be told somewhere."""


def case_notes(situation: Situation) -> Iterator[Note]:
    """Who sends it, about whom, and to which case it belongs."""
    text, case = situation.language.text, concerned.chosen(situation)
    if case is None:
        yield from notes(situation)
        yield Note(text(N_("Hører til")), str(situation.answer(concerned.STEP, "earlier_case_text")))
        return
    if situation.principal:
        yield Note(text(N_("Gjelder")), situation.principal.name)
    yield Note(text(N_("Sendt av")), situation.submitter.name)
    yield from by_power(situation)
    belongs = text(
        N_("%(title)s, %(reference)s, sendt %(date)s"),
        title=text(case.title),
        reference=case.reference,
        date=situation.language.date(case.sent),
    )
    yield Note(text(N_("Hører til")), belongs)
    yield from _said_before(case, situation)
    if concerned.restricted(situation):
        yield Note(text(N_("Skjermet")), text(N_("Begrens hvem som får se saken.")))


SAID_BEFORE = ((PARENTS_NOT_TOLD, N_("Foreldrene")), (NO_LETTER_HOME, N_("Brev")))


def _said_before(case: SentCase, situation: Situation) -> Iterator[Note]:
    """What somebody under 18 asked for when they wrote alone holds for what they send to it later (pbrl § 3-4)."""
    text = situation.language.text
    for mark, label in SAID_BEFORE:
        if mark in case.marks:
            yield Note(text(label), text(MARKS[mark]), mark)


def case_about(situation: Situation) -> str:
    """For its own writer's list: the earlier case, else for whom it is."""
    case = concerned.chosen(situation)
    if case:
        return situation.language.text(N_("Hører til %(reference)s"), reference=case.reference)
    return about(situation)
