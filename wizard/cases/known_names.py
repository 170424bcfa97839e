"""By which name somebody of an identity number is known here. Reads only."""

from collections.abc import Callable

from forms.names import may_be_all
from wizard.accounts import person_of
from wizard.cases.owners import known_by_nothing
from wizard.cases.paper_read import account_of
from wizard.tools import Tools


def known_otherwise(tools: Tools) -> Callable[[str, str], bool]:
    """Tells of an identity number whether it is known by a name that cannot be that one's too.

    So it is by one that only another paper told: one of the two has wrong digits, and what stands on one must not
    come to the other, or to whoever acts for them. The office takes the number from the one that has it wrong.
    """

    def is_anothers(national_id: str, told: str) -> bool:
        with tools.store.connect() as db:
            known = account_of(db, tools, national_id)
            if known is None or may_be_all(told, person_of(db, tools, known).names):
                return False
            return not known_by_nothing(db, tools, known)

    return is_anothers
