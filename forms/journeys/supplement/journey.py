"""More to a case that was sent before: papers, what was promised, news."""

from collections.abc import Iterator

from forms.blocks import concerned
from forms.blocks.about_case import WHO_WITH_NEWS, case_about, case_notes
from forms.journey import Journey, Note, Step
from forms.journeys.supplement.case import CaseForm, takes_more, to_withdrawn, told, warns
from forms.journeys.supplement.enclosed import (
    EnclosedForm,
    MessageForm,
    brings_authorization,
    brings_signature,
)
from forms.language import N_
from forms.marks import AUTHORIZATION_CAME, MARKS, SIGNED_PAPER_CAME, TO_WITHDRAWN, lacks_paper
from forms.naming import SUPPLEMENT as NAMING
from forms.situation import Situation
from forms.ties import AUTHORIZATION_SENT, SIGNED_PAPER_SENT, SUPPLEMENTED, Tie


def notes(situation: Situation) -> Iterator[Note]:
    brought = brings_authorization(situation)
    yield from (note for note in case_notes(situation) if not (brought and lacks_paper([note.mark])))
    if brought:
        text, case = situation.language.text, concerned.chosen(situation)
        lacked = case is not None and bool(lacks_paper(case.marks))
        said = N_("Den manglet i saken. Kontroller den.") if lacked else N_("Kontroller den.")
        yield Note(text(MARKS[AUTHORIZATION_CAME]), text(said), AUTHORIZATION_CAME)
    if to_withdrawn(situation):
        text = situation.language.text
        yield Note(text(MARKS[TO_WITHDRAWN]), text(N_("Svar avsenderen hvis det trengs.")), TO_WITHDRAWN)
    if brings_signature(situation):
        yield Note(
            situation.language.text(MARKS[SIGNED_PAPER_CAME]),
            situation.language.text(N_("Kontroller underskriften, og skriv i saken at den har kommet.")),
            SIGNED_PAPER_CAME,
        )


def afterwards(situation: Situation) -> Iterator[str]:
    if to_withdrawn(situation):
        yield situation.language.text(
            N_(
                "Saken du sendte mer til, er trukket. Kontoret får det du sendte, men behandler ikke saken videre."
            )
        )


def tie(situation: Situation) -> Tie | None:
    case = concerned.chosen(situation)
    if case is None:
        return None
    kinds = [SUPPLEMENTED]
    kinds += [AUTHORIZATION_SENT] if brings_authorization(situation) else []
    kinds += [SIGNED_PAPER_SENT] if brings_signature(situation) else []
    return Tie((case.reference,), tuple(kinds))


SUPPLEMENT = Journey(
    "supplement",
    N_("Ettersending til en sak"),
    (
        Step(concerned.STEP, N_("Hvilken sak det gjelder"), CaseForm, part=N_("Saken"), told=told),
        *WHO_WITH_NEWS,
        Step("enclosed", N_("Det du sender"), EnclosedForm, part=N_("Det du sender")),
        Step("message", N_("Beskjed til kontoret"), MessageForm),
    ),
    path="send-mer",
    naming=NAMING,
    lead=N_("For deg som vil sende papirer, fullmakt eller nye opplysninger til en sak du har sendt før."),
    notes=notes,
    warns=warns,
    afterwards=afterwards,
    looks_back=True,
    follows=takes_more,
    tie=tie,
    sort="message",
    about=case_about,
    restricted=concerned.restricted,
)
