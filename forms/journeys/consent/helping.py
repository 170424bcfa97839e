"""Yes to the help itself."""

from typing import ClassVar

from forms.blocks.circumstances import for_other
from forms.blocks.wording import WordedForm, Wording, Words
from forms.fields.fixed import Fixed
from forms.fields.longtext import LongText
from forms.language import N_
from forms.situation import Situation

IF_NO = N_(
    "Uten ja lager ikke kommunen noen plan, og du får ingen koordinator. Du mister ingen hjelp du har,"
    " og kommunen vurderer fortsatt hva du trenger."
)
IF_NO_FOR_OTHERS = N_(
    "Uten ja lager ikke kommunen noen plan, og det blir ingen koordinator. Ingen mister hjelp de har,"
    " og kommunen vurderer fortsatt hva som trengs."
)


class HelpForm(WordedForm):
    help_consequence_shown = Fixed(
        N_("Dette skjer hvis du sier nei"), value=lambda situation: situation.language.text(if_no(situation))
    )
    help_limits = LongText(
        N_("Er det noe du ikke vil ha med?"),
        hint=N_("For eksempel et tema som ikke skal stå i planen, eller en tjeneste som ikke skal være med."),
        soft_limit=1000,
    )
    for_others: ClassVar[Words] = {
        "help_consequence_shown": Wording(N_("Dette skjer hvis svaret er nei")),
        "help_limits": Wording(N_("Er det noe dere ikke vil ha med?")),
    }


def if_no(situation: Situation) -> str:
    """What follows of a no, as a source text."""
    return IF_NO_FOR_OTHERS if for_other(situation) else IF_NO
