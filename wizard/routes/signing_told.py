"""What the review tells of others who sign, as finished text."""

from typing import NamedTuple

from forms.blocks.circumstances import reached_apart
from forms.language import N_
from forms.signers import NAMES, signers
from wizard.cases.cosigners import round_of
from wizard.cases.drafts import Draft
from wizard.routes.cosigner_lines import SAFELY, waiting_for
from wizard.routes.here import assisting, language, tools
from wizard.routes.waiting_told import refused_by

MUST = N_("Etter deg må %(who)s skrive under. Du ber om det når du har skrevet under selv.")
MUST_BESIDE = N_("Etter personen må %(who)s skrive under. Dere ber om det når personen har skrevet under.")
MAY_BESIDE = N_("Dere kan be %(who)s skrive under også. Det velger dere når personen skriver under.")
MAY = N_("Du kan be %(who)s skrive under også. Det velger du når du skriver under.")
READS = N_(
    "Den som blir bedt om å skrive under, kan lese det du har skrevet, også telefonen og adressen din."
)
READS_BUT = N_(
    "Den som blir bedt om å skrive under, kan lese det du har skrevet, men ikke telefonen og adressen din."
)
READS_BESIDE = N_(
    "Papirene du legger ved og det du selv skriver, blir også lest."
    " Se etter at telefonen og adressen din ikke står der."
)
NOT_READ = N_("Det du svarte under «%(step)s», ser bare kontoret.")


class SigningTold(NamedTuple):
    """``fallen`` where signatures do not hold any more, ``aged`` where that is for a birthday.

    ``waits`` where others are waited for now.
    """

    sentences: list[str]
    fallen: bool
    waits: bool
    aged: bool = False


def signing_told(draft: Draft) -> SigningTold:
    if draft.case.submitted:
        return SigningTold([], fallen=False, waits=False)
    with tools().store.read() as db:
        now = round_of(db, tools(), draft)
    text = language().text
    if now.frozen:
        told = [*(f"{one}." for one in refused_by(now)), waiting_for(now, named=True)]
        return SigningTold([one for one in told if one], fallen=False, waits=True)
    if not now.author_signs:
        return SigningTold([], fallen=now.fallen, waits=False, aged=now.aged)
    must, may = (MUST_BESIDE, MAY_BESIDE) if assisting() else (MUST, MAY)
    found = [
        text(must if one.required else may, who=text(NAMES[one.capacity]))
        if one.asked_here
        else text(SAFELY, who=text(NAMES[one.capacity]))
        for one in signers(draft.walk.now)
    ]
    if found and any(one.asked_here for one in signers(draft.walk.now)):
        read = (READS_BUT, READS_BESIDE) if reached_apart(draft.walk.now) else (READS,)
        found += [*(text(one) for one in read), *_not_read(draft)]
    return SigningTold(found, fallen=now.fallen, waits=False, aged=now.aged)


def _not_read(draft: Draft) -> list[str]:
    """What nobody who signs reads, so that nobody leaves it out for their sake."""
    text = language().text
    return [text(NOT_READ, step=text(step.title)) for step in draft.walk.told if step.kept_back]
