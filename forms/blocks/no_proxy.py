"""Nobody acts by a power of attorney before the office they work at (forvaltningsloven § 12)."""

from forms.language import N_
from forms.situation import Situation

BY_POWER = ("power_of_attorney", "lawyer")
WORKS_HERE = N_(
    "Du arbeider på kontoret som behandler slike saker, og kan ikke være fullmektig. Andre kan hjelpe med %(form)s."
    " Er du pårørende, kan du endre svaret på hvem du er, og si fra uten fullmakt."
)


def works_here(situation: Situation, authority: str | None) -> bool:
    """Whether somebody on the staff of the office says that they act by a power on paper."""
    by_paper = authority in BY_POWER and situation.power is None
    return by_paper and situation.works_here(situation.submitter.national_id)
