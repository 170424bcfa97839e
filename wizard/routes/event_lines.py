"""What happened with signatures, as finished text: what the reader did, and what somebody else did."""

from forms.language import N_
from forms.signers import NAMES
from wizard.cases.freezing import AUTHOR
from wizard.cases.since_frozen import AGED
from wizard.cases.standing import (
    ASKED,
    ASKING_ENDED,
    DECLINED,
    FILE_NOT_TAKEN,
    GIVER_SIGNED,
    NOT_TAKEN,
    PAPER_PROMISED,
    SENT_AGAIN,
    SIGNATURE_CAME,
    VOIDED,
    Happened,
)
from wizard.routes.by_another import SENT_LATER
from wizard.routes.here import language, participant, signs, visitor

SIGNS = NAMES | {AUTHOR: N_("den som fylte ut")}
BY_ONESELF = {
    ASKED: N_("Du ba om en underskrift fra %(who)s"),
    ASKING_ENDED: N_("Du ba ikke lenger om underskrift fra %(who)s"),
    DECLINED: N_("Du sa nei til å skrive under"),
    VOIDED: N_("Du endret noe. Underskriftene gjaldt ikke lenger."),
    SIGNATURE_CAME: N_("Du skrev under etter at %(form)s var sendt"),
    GIVER_SIGNED: N_("Du skrev under etter at %(form)s var sendt"),
}
BY_ANOTHER = {
    "started": N_("Noen begynte på %(form)s"),
    "signed": N_("Underskriften kom fra %(who)s"),
    PAPER_PROMISED: N_("Det ble valgt å skrive under på papir"),
    "submitted": N_("Kommunen fikk %(form)s"),
    ASKED: N_("Det ble bedt om en underskrift fra %(who)s"),
    ASKING_ENDED: N_("Det ble ikke lenger bedt om underskrift fra %(who)s"),
    DECLINED: N_("Svaret var nei fra %(who)s"),
    VOIDED: N_("Noe ble endret. Underskriftene gjaldt ikke lenger."),
    SIGNATURE_CAME: N_("Underskriften som manglet, kom fra %(who)s"),
    GIVER_SIGNED: N_("Underskriften som manglet, kom fra %(who)s"),
}
"""What somebody else did than the one who reads it."""


BETWEEN_OTHERS = {ASKED, ASKING_ENDED, DECLINED, *FILE_NOT_TAKEN}


def shown(event: Happened) -> bool:
    """Whether it is told at all: who signs need not know what is between the author and somebody else.

    What was sent later is nobody's to know who cannot read it. What goes on between the office and its archive is the
    office's alone.
    """
    if event.kind in {NOT_TAKEN, SENT_AGAIN}:
        return False
    me = participant()
    if me is None or event.actor_id == me.account_id:
        return True
    return event.kind not in SENT_LATER and not (me.signs and event.kind in BETWEEN_OTHERS)


def told_of_signing(event: Happened, form: str) -> str:
    """Empty for what is told alike, whoever did it."""
    if (event.kind, event.detail) == (VOIDED, AGED):
        return language().text(N_("Den det gjelder, hadde fødselsdag. Underskriftene gjaldt ikke lenger."))
    own = event.actor_id in {None, visitor().account_id} and not (signs() and event.kind == "submitted")
    said = (BY_ONESELF if own else BY_ANOTHER).get(event.kind)
    return language().text(said, form=form, who=language().text(SIGNS.get(event.detail, ""))) if said else ""
