"""The complaint on an answer: its steps in their order. Whatever is answered, it can be sent."""

from forms.blocks import circumstances as are
from forms.blocks.complaining import IDENTITY, NO_DEMAND, REACHING, WHOM, role
from forms.blocks.notes import about
from forms.journey import Journey, Step
from forms.journeys.appeal import circumstances as answered
from forms.journeys.appeal import telling
from forms.journeys.appeal.afterwards import afterwards, steps_after
from forms.journeys.appeal.answer import AnswerForm, KindForm, UnderstoodForm
from forms.journeys.appeal.asking import HelpForm, MoreForm
from forms.journeys.appeal.came_in import received
from forms.journeys.appeal.content import ChangeForm, DisagreeForm, LateForm, SuspensionForm
from forms.journeys.appeal.dates import DatesForm, ReasonsForm, WaitingForm
from forms.journeys.appeal.letter import addressee, answer_told, notes, points
from forms.journeys.appeal.on_paper import told_on_paper
from forms.language import N_
from forms.naming import APPEAL as NAMING

ANSWERED = N_("Fyll ut hvis du har fått svar.")
WAITING = N_("Fyll ut hvis du ikke har fått svar.")
LATE = N_("Fyll ut hvis fristen er gått ut.")
CAN_WAIT = N_("Fyll ut hvis noe blir endret mens du venter.")
ASKED_HERE = N_("Svar på dette først.")


_BEFORE = Step(
    "understood",
    N_("Før du klager"),
    UnderstoodForm,
    when=answered.asks_understood,
    part=WHOM,
    only_if=ASKED_HERE,
    told=telling.how_to_understand,
)

_ABOUT_THE_ANSWER = (
    Step("kind", N_("Det du klager på"), KindForm, part=N_("Saken du klager på")),
    Step("answer", N_("Hvem som har saken"), AnswerForm),
    Step(
        "dates",
        N_("Når svaret kom"),
        DatesForm,
        when=answered.was_answered,
        only_if=ANSWERED,
        told=telling.passed_on,
    ),
    Step("reasons", N_("Hvorfor svaret ble slik"), ReasonsForm, when=answered.was_answered, only_if=ANSWERED),
    Step(
        "waiting",
        N_("Når det ble søkt"),
        WaitingForm,
        when=answered.awaits_answer,
        only_if=WAITING,
        told=telling.passed_on,
    ),
    Step(
        "late",
        N_("Fristen"),
        LateForm,
        when=answered.is_late,
        only_if=LATE,
        tells_deadline=True,
        optional=True,
    ),
)

_COMPLAINT = (
    Step("help", N_("Hjelp til å skrive"), HelpForm, part=N_("Klagen"), told=telling.who_helps),
    Step("disagree", N_("Det klagen handler om"), DisagreeForm, tells_deadline=True),
    Step("change", N_("Det du vil ha endret"), ChangeForm),
    Step(
        "suspension",
        N_("Mens du venter"),
        SuspensionForm,
        when=answered.was_answered,
        only_if=CAN_WAIT,
    ),
    Step("more", N_("Mer du vil be om"), MoreForm, NO_DEMAND),
)

APPEAL = Journey(
    "appeal",
    N_("Klage på svar om helse- og omsorgstjenester"),
    (_BEFORE, role(), *IDENTITY, *_ABOUT_THE_ANSWER, *_COMPLAINT, *REACHING),
    path="klage",
    kind="letter",
    sort="appeal",
    naming=NAMING,
    lead=N_("For deg som er uenig i et svar fra kommunen, eller som ikke har fått svar."),
    notes=notes,
    addressee=addressee,
    points=points,
    foremost=("disagree", "change"),
    first_on_paper=("understood", "kind", "answer", "disagree", "change", "suspension"),
    told_on_paper=told_on_paper,
    deadline=answered.deadline,
    received=received,
    elsewhere=answered.elsewhere,
    afterwards=afterwards,
    steps_after=steps_after,
    about=about,
    apart=answer_told,
    others_sign=True,
    restricted=are.protected,
)
