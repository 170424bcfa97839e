"""Who a municipality's own provider says that somebody is, and what they may do here."""

from docgen.contract import printable
from forms.situation import Person
from wizard import accounts
from wizard.oidc.errors import NamelessError, RolelessError
from wizard.oidc.told import Told
from wizard.providers import Identified
from wizard.routes.here import municipality, tools, ways_in
from wizard.ways_in import StaffProvider

LONGEST_NAME = 100


def member_of_staff(told: Told) -> Identified:
    """Of the municipality of the address, by what the provider says now: roles, name and identity number.

    ``RolelessError`` where they have nothing to do here. Whoever had, has no more from this moment on, in no log-in:
    a leaver is out at once where the provider tells it, by back-channel or front-channel log-out, or where they try
    to log in once more; else when the log-in ends that they have, by idleness or its longest time.
    """
    provider = ways_in().staff
    assert isinstance(provider, StaffProvider)  # noqa: S101 -- its client has just answered
    claims, elsewhere = provider.file.claims, told.elsewhere
    post = provider.file.post(told.claims.get(claims.roles), municipality().id)
    if post is None:
        accounts.dismiss(tools(), accounts.account_key(tools(), "", municipality().id, elsewhere))
        raise RolelessError("ID token: no role here")
    number = told.national_id(claims.number, synthetic=tools().settings.allow_synthetic_numbers)
    name = told.claims.get(claims.name)
    known = " ".join(printable(name).split())[:LONGEST_NAME] if isinstance(name, str) else ""
    if not any(map(str.isalpha, known)):
        raise NamelessError("ID token: no name")
    return Identified(Person(known, number), told.level, post, elsewhere)
