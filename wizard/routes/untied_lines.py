"""What the office does with something that is taken back, and that nothing here has ended by."""

from forms.language import N_
from forms.marks import CHILD_WRITES, NOT_TIED
from wizard.cases.following import Sent
from wizard.routes.here import language

FIND_IT = {
    "power_of_attorney_revocation": N_(
        "Denne har ikke stoppet noen fullmakt. Søk opp fullmakten, og velg «Noen trekker fullmakten» i saken."
    ),
    "consent_withdrawal": N_(
        "Denne har ikke stoppet noe samtykke. Søk opp samtykket, og velg «Noen trekker samtykket» i saken."
    ),
}
"""By journey."""
OF_A_CHILD = N_(
    "Denne har ikke stoppet noe samtykke. Barnet er under 16 år og bestemmer ikke dette alene. Snakk med barnet først."
)


def find_it(found: Sent) -> str:
    """Finished text; empty where it was tied to what it takes back. A child's alone ends nothing (pbrl § 4-4)."""
    told = FIND_IT.get(found.case.journey, "") if NOT_TIED in found.marks else ""
    if told and CHILD_WRITES in found.marks:
        told = OF_A_CHILD
    return language().text(told) if told else ""
