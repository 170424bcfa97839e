"""Every button that asks first who one is, ready to be pressed: by whom, on which page, and with what."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tests import powers, several
from tests.counter import begun
from tests.draft import CONSENTS, Draft, begin
from tests.guest import Guest
from tests.running_site import Site

WORD = "Jeg vil tenke på det først"


class Press(NamedTuple):
    guest: Guest
    page: str
    verb: str = ""
    """What stands behind the page's address where the button posts; empty for the page itself."""
    data: Mapping[str, str] = {}
    shown: str = ""
    """What was typed or ticked, as the page shows it."""


def _waiting(site: Site, child: str = "frisk") -> Draft:
    draft = several.filled_for(site.visitor("myk"), site.visitor(child).invented)
    assert several.wait(draft).status_code == 303
    return draft


def _asked(site: Site) -> tuple[Guest, str]:
    code = several.code_of(several.ask(_waiting(site), "young_person"))
    young = site.visitor("frisk")
    return young, several.come(young, code)


def put_in(site: Site) -> Press:
    draft = begin(site.visitor("aile")).complete()
    return Press(draft.guest, f"{draft.path}/send", data=CONSENTS, shown=" checked")


def cosign(site: Site) -> Press:
    return Press(*_asked(site), data=several.READ, shown=" checked")


def decline(site: Site) -> Press:
    return Press(*_asked(site), "/nei", {"word": WORD}, WORD)


def send_now(site: Site) -> Press:
    draft = _waiting(site)
    return Press(draft.guest, several.page(draft), "/send")


def ask(site: Site) -> Press:
    draft, other = _waiting(site, "rask"), site.visitor("kjekk").invented
    typed = {
        "capacity": "second_parent",
        "second_parent-person_name": other.name,
        "second_parent-national_id": other.national_id,
    }
    return Press(draft.guest, several.page(draft), "/be-om", typed, f'value="{other.name}"')


def throw_away(site: Site) -> Press:
    draft = begin(site.visitor("jevn"), "appeal")
    return Press(draft.guest, f"{draft.path}/slett", data={"sure": "yes"}, shown=" checked")


def delete_own_data(site: Site) -> Press:
    return Press(site.visitor("lett"), "/larvik/opplysningene-mine", "/slett")


def give_back(site: Site) -> Press:
    proxy = site.visitor("myk")
    power = powers.given(site.visitor("stille"), proxy)
    assert power.send().status_code == 303
    return Press(proxy, "/larvik/handle-for", "/avslutt", {"power": str(power.id)})


def take_over(site: Site) -> Press:
    giver, proxy = site.visitor("stille"), site.visitor("myk")
    power = powers.given(giver, proxy)
    assert power.send().status_code == 303
    draft = powers.owners(powers.begin_for(site, proxy, power), giver)
    return Press(giver, draft.path, "/ta-over")


def code_for_counter(site: Site) -> Press:
    draft = begin(site.visitor("aile"))
    return Press(draft.guest, f"{draft.path}/hjelp")


def code_for_phone(site: Site) -> Press:
    draft = begun(site.visitor("fin"))
    return Press(draft.guest, f"{draft.path}/over-til-telefon")


def code_for_colleague(site: Site) -> Press:
    draft = begun(site.visitor("fin"))
    return Press(draft.guest, f"{draft.path}/over-til-kollega")


def end_log_in(site: Site) -> Press:
    return Press(site.visitor("stolt"), "/larvik/innlogginger", "/avslutt-en", {"which": "x"})


def end_log_ins(site: Site) -> Press:
    return Press(site.visitor("lun"), "/larvik/innlogginger", "/avslutt")


PRESSES: Mapping[str, Callable[[Site], Press]] = {
    f"apply.{press.__name__}": press
    for press in (
        ask,
        code_for_colleague,
        code_for_counter,
        code_for_phone,
        cosign,
        decline,
        delete_own_data,
        end_log_in,
        end_log_ins,
        give_back,
        put_in,
        send_now,
        take_over,
        throw_away,
    )
}
"""By the view that each button calls."""
