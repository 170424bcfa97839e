"""Who has the say over what is complained of: the municipality, or NAV, barnevernet or a hospital that answered."""

from forms.journeys.appeal.circumstances import CHILD_WELFARE, HOSPITAL, NAV, decided_by
from forms.language import N_
from forms.situation import Situation

OTHERS = {NAV: N_("NAV"), CHILD_WELFARE: N_("barnevernet"), HOSPITAL: N_("sykehuset")}


def words(situation: Situation) -> dict[str, str]:
    """For every text that tells who decides: ``%(decider)s``, and ``%(decider_first)s`` where a sentence begins."""
    who = OTHERS.get(decided_by(situation), N_("kommunen"))
    if situation.on_paper:
        who = N_("den som svarte deg")
    name = situation.language.text(who)
    return {"decider": name, "decider_first": name[:1].upper() + name[1:]}
