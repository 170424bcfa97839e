"""What ``veiviser doctor`` asks of the programs that a site works with: docgen, clamd, mail server, log-in provider."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from wizard import mail
from wizard.oidc.errors import ProviderDownError
from wizard.tools import Tools
from wizard.trust import disbelief, trusted
from wizard.ways_in import ways_in

SECONDS = 5.0
APART = 60.0
"""Seconds that two clocks may differ: tokens, deadlines and pauses are counted in minutes."""
NOT_LET_IN = {401, 403}


def _docgen(tools: Tools) -> Iterator[str]:
    settings = tools.settings
    token = {"Authorization": f"Bearer {settings.docgen_token.get_secret_value()}"}
    try:
        with httpx.Client(
            base_url=settings.docgen_url, timeout=SECONDS, trust_env=False, verify=trusted(settings.ca_file)
        ) as http:
            ready, asked = http.get("/readyz"), http.post("/v1/documents", headers=token)
    except httpx.HTTPError as error:
        if why := disbelief(error):
            yield (
                f"docgen's certificate is not believed ({why}): give docgen a new one at DOCGEN_TLS_CERTIFICATE, or"
                " name in VEIVISER_CA_FILE who made it; cases wait until then, and nothing goes by plain http"
            )
            return
        yield (
            f"docgen does not answer at VEIVISER_DOCGEN_URL ({type(error).__name__}): see to it that it runs, and that"
            " the address is right; cases wait until it does"
        )
        return
    if asked.status_code in NOT_LET_IN:
        yield "docgen does not know VEIVISER_DOCGEN_TOKEN: it must be one of its DOCGEN_TOKENS"
    yield from seal(ready)
    yield from clock(ready, datetime.now(UTC))


def seal(ready: httpx.Response) -> Iterator[str]:
    if not ready.is_success:
        yield (
            f"docgen answers {ready.status_code} and cannot seal: look at DOCGEN_SEAL_FILE, its passphrase, and whether"
            " its certificate has ended"
        )
        return
    told = ready.json()
    if told.get("status") == "warning":
        yield (
            f"docgen's certificate ends in {told['certificate_days']} days: get the next one (docs/deploying.md,"
            ' "The seal")'
        )


def clock(ready: httpx.Response, now: datetime) -> Iterator[str]:
    there = ready.headers.get("Date")
    apart = abs((parsedate_to_datetime(there) - now).total_seconds()) if there else 0.0
    if apart > APART:
        yield (
            f"The clocks of this machine and of docgen's are {apart:.0f} seconds apart: let both keep time by NTP"
            " (timedatectl set-ntp true)"
        )


def _clamd(tools: Tools) -> Iterator[str]:
    clamd = tools.clamd
    if clamd and not clamd.answers():
        yield "ClamAV's clamd does not answer at VEIVISER_CLAMD: start it; files wait unscreened until it does"
    elif clamd and not clamd.is_there():
        yield (
            "ClamAV's clamd answers and screens nothing: look in its log for what is missing, such as signatures or"
            " room; files wait until it does"
        )


def _mail(tools: Tools) -> Iterator[str]:
    post = mail.post(tools.settings)
    try:
        if post:
            with post.opened():
                pass
    except (mail.AwayError, OSError):
        yield (
            "The mail server cannot be used at VEIVISER_MAIL_SERVER: see to it that it runs, that VEIVISER_MAIL_TLS is"
            " how it speaks, and that user and password are right; notices wait until then"
        )


def _providers(tools: Tools) -> Iterator[str]:
    for client in ways_in(tools.settings).clients():
        try:
            client.way_out()
        except ProviderDownError:
            yield (
                f"The log-in provider {client.party.issuer} does not answer as one, and nobody can log in by it: see"
                " to it that this machine reaches it, and that the name is right to the letter"
            )
        finally:
            client.close()


CHECKS: tuple[Callable[[Tools], Iterator[str]], ...] = (_docgen, _clamd, _mail, _providers)
