"""The yes to being told of, as the notifier says that it was given: it lets them tell, and nothing after that."""

from collections.abc import Iterator

from forms.blocks.notes import subject_name
from forms.journeys.notification.consent import consented
from forms.situation import Situation
from forms.yes import NOTIFYING, Said, Yes

AS = {
    "yes_written": "self",
    "yes_oral": "self",
    "yes_parents": "parent",
    "yes_guardian": "verge",
    "yes_relatives": "nearest_relative",
}


def says_yes(situation: Situation) -> Iterator[Yes]:
    if consented(situation):
        who = AS[situation.answer("consent", "subject_consents")]
        yield Yes(NOTIFYING, who, ("consent",), Said(about=subject_name(situation)))
