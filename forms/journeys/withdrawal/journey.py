"""Taking back an application or a complaint, all of it or a part. No reason is asked for."""

from collections.abc import Iterator

from forms.blocks import concerned
from forms.blocks.about_case import WHO, case_about, case_notes
from forms.journey import Journey, Note, Step
from forms.journeys.withdrawal.case import (
    APPLICATION_KIND,
    AnsweredForm,
    CaseForm,
    is_appeal,
    is_untold_appeal,
    kind,
    kind_name,
    may_be_withdrawn,
    told,
)
from forms.journeys.withdrawal.extent import PART, ComplainedAboutForm, ExtentForm
from forms.journeys.withdrawal.meaning import APPLY_AGAIN, meaning, on_paper
from forms.language import N_
from forms.naming import MESSAGE
from forms.situation import Situation
from forms.ties import PARTLY_WITHDRAWN, WITHDRAWN, Tie


def in_part(situation: Situation) -> bool:
    return bool(situation.answer("extent", "withdrawal_extent") == PART)


def notes(situation: Situation) -> Iterator[Note]:
    yield from case_notes(situation)
    text = situation.language.text
    extent = N_("Bare en del") if in_part(situation) else N_("Alt sammen")
    yield Note(
        text(N_("Trekkes")), text(N_("%(what)s: %(extent)s"), what=kind_name(situation), extent=text(extent))
    )


def tie(situation: Situation) -> Tie | None:
    case = concerned.chosen(situation)
    kind = PARTLY_WITHDRAWN if in_part(situation) else WITHDRAWN
    return Tie((case.reference,), when_signed=(kind,)) if case else None


def afterwards(situation: Situation) -> Iterator[str]:
    text = situation.language.text
    if in_part(situation):
        yield text(N_("Kontoret behandler det som står igjen."))
    elif kind(situation) == APPLICATION_KIND:
        yield text(N_("Kontoret behandler ikke søknaden videre."))
        yield text(APPLY_AGAIN)
    else:
        yield text(N_("Kontoret behandler ikke klagen videre."))
        if is_appeal(situation):
            yield text(N_("Svaret du klaget på, blir stående."))


WITHDRAWAL = Journey(
    "withdrawal",
    N_("Trekke en søknad eller klage"),
    (
        Step(concerned.STEP, N_("Det du vil trekke"), CaseForm, part=N_("Saken"), told=told),
        Step("answered", N_("Om du har fått svar"), AnsweredForm),
        Step(
            "complained-about",
            N_("Svaret du klaget på"),
            ComplainedAboutForm,
            when=is_untold_appeal,
            only_if=N_("Fyll ut hvis du vil trekke en klage på et svar."),
        ),
        *WHO,
        Step(
            "extent",
            N_("Hvor mye du trekker"),
            ExtentForm,
            part=N_("Det du trekker"),
            told=meaning,
            told_on_paper=on_paper,
        ),
    ),
    path="trekk-sak",
    kind="declaration",
    naming=MESSAGE,
    lead=N_(
        "For deg som vil at kommunen skal slutte å behandle en søknad eller en klage. Du trenger ikke si hvorfor."
    ),
    notes=notes,
    looks_back=True,
    follows=may_be_withdrawn,
    tie=tie,
    afterwards=afterwards,
    sort="message",
    about=case_about,
    restricted=concerned.restricted,
)
