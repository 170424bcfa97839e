"""What the author is told of a case that others sign: whom it waits for, and what they can choose. Finished text."""

from typing import NamedTuple

from forms.language import N_
from forms.marks import mark_told, refused
from forms.signers import SECOND_PARENT
from wizard.cases.cosigners import Round
from wizard.routes.here import assisting, language

SENT = N_("Kommunen har fått %(form)s. En underskrift mangler, og kan komme nå.")
SENT_WITHOUT = N_("Kommunen har fått %(form)s. Her ser du hvem du har bedt om å skrive under.")
REFUSED = N_("Vi sender ikke %(form)s før du har valgt hva du vil gjøre.")
NOBODY = N_("Du har skrevet under. Vi venter ikke på noen nå, og sender ikke %(form)s før du velger det.")
WAITS = N_("Du har skrevet under. Vi sender %(form)s når de andre også har skrevet under.")
GIVER = N_("Du har fylt ut %(form)s. Nå må den som gir den, lese og skrive under.")

ON_PAPER = N_(
    "Du kan sende nå, og ta en utskrift til den som gir fullmakten. Den gjelder ikke før den er skrevet under."
)
MARKED = N_("Du kan sende når du vil. Da ser kontoret at en underskrift mangler. Den kan komme etterpå.")
TOLD_OF_NO = N_(
    "Du kan sende likevel. Da ser kontoret at svaret var nei. Du kan også endre noe, eller spørre en gang til."
)
NOW = N_("Du kan sende nå, eller be noen om å skrive under først.")


BESIDE = {
    NOBODY: N_("Personen har skrevet under. Vi sender %(form)s når personen velger det."),
    WAITS: N_("Personen har skrevet under. Vi sender %(form)s når de andre også har skrevet under."),
    GIVER: N_("Dere har fylt ut %(form)s. Nå må den som gir den, lese og skrive under."),
    MARKED: N_(
        "Personen velger selv om dere sender nå. Da ser kontoret at en underskrift mangler. Den kan komme etterpå."
    ),
    N_("Vil du ikke vente?"): N_("Vil personen ikke vente?"),
    N_("Vil du sende nå?"): N_("Vil personen sende nå?"),
    NOW: N_("Personen kan velge å sende nå, eller be noen om å skrive under først."),
}
"""What somebody reads who helps the author at the counter."""


class WaitingTold(NamedTuple):
    lead: str
    heading: str
    text: str
    button: str
    asks_anew: bool
    """Whether the other parent said no, so that the answer about them may be another."""


def waiting_told(now: Round, form: str, *, sent: bool) -> WaitingTold:
    heading, said, button = _choice(now)
    no = [f"{one}." for one in refused_by(now)]
    lead = " ".join([*no, _said(_lead(now, sent=sent), form=form)])
    asks_anew = not sent and any(one.capacity == SECOND_PARENT for one in now.declined)
    return WaitingTold(lead, _said(heading), _said(said), _said(button), asks_anew)


def _said(text: str, **values: str) -> str:
    return language().text(BESIDE.get(text, text) if assisting() else text, **values)


def refused_by(now: Round) -> list[str]:
    """Who said no, such as "Den andre forelderen sa nei"."""
    return [mark_told(refused(one.capacity), language()) for one in now.declined]


def _lead(now: Round, *, sent: bool) -> str:
    if sent:
        return SENT if now.awaited else SENT_WITHOUT
    if now.declined:
        return REFUSED
    if not now.author_signs:
        return GIVER
    return WAITS if now.awaited else NOBODY


def _choice(now: Round) -> tuple[str, str, str]:
    if now.declined:
        return N_("Hva vil du gjøre nå?"), TOLD_OF_NO, N_("Send likevel")
    if not now.author_signs:
        return N_("Vil du ikke vente?"), ON_PAPER, N_("Send uten å vente")
    if now.awaited:
        return N_("Vil du ikke vente?"), MARKED, N_("Send uten å vente")
    return N_("Vil du sende nå?"), NOW, N_("Send nå")
