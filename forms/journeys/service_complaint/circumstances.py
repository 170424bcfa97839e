"""What the answers mean for a complaint on how the help is given."""

from forms.blocks.circumstances import protected
from forms.fields.yesno import YES
from forms.situation import Situation

COORDINATOR, MUNICIPALITY = "coordinator", "municipality"


def serious(situation: Situation) -> bool:
    """Somebody was gravely hurt or died: there is a way of its own for that too."""
    return bool(situation.answer("harm", "harm") == YES)


def may_be_rights(situation: Situation) -> bool:
    """It may be a complaint on a right as well; then Statsforvalteren has the last word."""
    return situation.answer("rights", "also_rights") in {YES, "unsure"}


def to_coordinator(situation: Situation) -> bool:
    """To the coordinator where that was chosen, but never a complaint on the coordinator."""
    return (
        COORDINATOR in situation.municipality.service_complaint.send_to
        and situation.answer("recipient", "send_to") == COORDINATOR
        and situation.answer("recipient", "conflict_with_coordinator") != YES
    )


def place_may_be_told(situation: Situation) -> bool:
    return not protected(situation)
