"""Who a municipality's own provider says that somebody is, and what they may do here."""

from docgen.contract import printable
from forms.situation import Person
from wizard import accounts
from wizard.oidc.errors import NamelessError, RolelessError
from wizard.oidc.staff_file import StaffFile
from wizard.oidc.told import Told
from wizard.providers import Identified
from wizard.tools import Tools

LONGEST_NAME = 100


def member_of_staff(tools: Tools, file: StaffFile, told: Told, municipality: str) -> Identified:
    """Of that municipality, by what the provider says now, at a log-in or later: roles, name and identity number.

    ``RolelessError`` where they have nothing to do here. Whoever had, has no more from this moment on, in no log-in.
    """
    claims, elsewhere = file.claims, told.elsewhere
    post = file.post(told.claims.get(claims.roles), municipality)
    if post is None:
        accounts.dismiss(tools, accounts.account_key(tools, "", municipality, elsewhere))
        raise RolelessError("ID token: no role here")
    number = told.national_id(claims.number, synthetic=tools.settings.allow_synthetic_numbers)
    name = told.claims.get(claims.name)
    known = " ".join(printable(name).split())[:LONGEST_NAME] if isinstance(name, str) else ""
    if not any(map(str.isalpha, known)):
        raise NamelessError("ID token: no name")
    return Identified(Person(known, number), told.level, post, elsewhere)
