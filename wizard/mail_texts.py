"""What stands in a mail: that there is something to read, from which municipality, and nothing else.

No name, case, kind or reference, not even what this service is called: whoever sees the mailbox of somebody learns that
their municipality wrote. No link either, since whoever got used to ours would press a forged one: the municipality's
own front page is named in words, as people know it.
"""

from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import NamedTuple
from uuid import UUID

from forms.fields.email import read
from forms.language import N_, Language
from forms.municipality import Municipality
from wizard.cases.notice_kinds import CHANGED, CODE

SUBJECT = N_("Melding fra %(municipality)s")
NEWS = (
    N_("Det er noe nytt å lese for deg hos %(municipality)s."),
    N_("Gå til %(website)s slik du pleier. Logg inn der du ba om denne e-posten."),
    N_("Du kan slå av slike meldinger når du er logget inn."),
)
ABOUT_CODE = (
    N_("Koden er %(code)s. Den virker i én time."),
    N_("Skriv den på siden der du ba om den."),
    N_(
        "Har du ikke bedt om noen kode? Da har noen skrevet adressen din ved en feil. Du trenger ikke å gjøre noe."
    ),
)
NO_MORE = (
    N_("Vi sender ikke flere meldinger til denne adressen."),
    N_("Adressen er byttet eller tatt bort. Var det deg, trenger du ikke gjøre noe."),
    N_(
        "Var det ikke deg? Gå til %(website)s, logg inn der du ba om e-post, og se på adressen. Eller ring kommunen."
    ),
)
ALWAYS = N_("Vi sender aldri lenker i e-post. Du kan ikke svare på denne.")
TEXTS = {CODE: ABOUT_CODE, CHANGED: NO_MORE}


class Letter(NamedTuple):
    """A mail that is to go now."""

    id: UUID
    """Of its row: a mail that is sent twice, because the sender died in between, is known by it."""
    kind: str
    to: str
    code: str = ""


def composed(
    letter: Letter, sender: str, place: Municipality, language: Language, at: datetime
) -> EmailMessage:
    """The whole mail, in plain text."""
    named = {"municipality": place.name, "website": place.website, "code": letter.code}
    paragraphs = [*TEXTS.get(letter.kind, NEWS), ALWAYS]
    told = [language.text(one, **named) for one in paragraphs]
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(place.name, addr_spec=sender)
    message["To"] = _address(letter.to)
    message["Subject"] = language.text(SUBJECT, **named)
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{letter.id.hex}@{sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's absence note comes back
    message.set_content("\n\n".join([*told, place.name]) + "\n", cte="quoted-printable")
    return message


def deliverable(address: str) -> str:
    """With its domain as every mail server knows it (punycode); ``EmailNotValidError`` where it is no address."""
    found = read(address)
    return f"{found.local_part}@{found.ascii_domain}"


def _address(typed: str) -> Address:
    local, _, domain = deliverable(typed).rpartition("@")
    return Address(username=local, domain=domain)
