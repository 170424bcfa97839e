"""That all of it is kept from the public, and by what law."""

from forms.language import OSLO
from forms.law.shielding import basis
from wizard.archive_message.elements import Element, branch, coded, leaf
from wizard.archive_message.matter import Matter


def shielding(matter: Matter) -> Element:
    """The same law for every case. What tells of a protected address has an access that does not say so."""
    codes = matter.codes
    access = codes.access_restricted if matter.restricted else codes.access
    day = matter.received_at.astimezone(OSLO).date()
    law = basis(day, with_number=matter.with_number)
    return branch("skjerming", coded("tilgangsrestriksjon", access), leaf("skjermingshjemmel", law))


def hidden() -> Element:
    """For a name, a class or a remark: it is shown to nobody but those who may read the case."""
    return leaf("erSkjermet", "true")
