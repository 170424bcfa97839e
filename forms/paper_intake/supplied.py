"""What a form on paper lacked and the office has got since, told as if it had stood there from the first."""

from datetime import date

from forms.fields.yesno import YES
from forms.situation import Situation


def with_authorization(situation: Situation) -> Situation:
    """As if the paper by which somebody speaks for another had lain with the form."""
    sender = {**situation.answers.get("sender", {}), "authority_enclosed": YES}
    return situation.with_answers({**situation.answers, "sender": sender})


def with_last_day(situation: Situation, day: date) -> Situation:
    """As if the last day of sharing had been read at once."""
    sharing = {**situation.answers.get("sharing", {}), "valid_to": day.isoformat()}
    return situation.with_answers({**situation.answers, "sharing": sharing})
