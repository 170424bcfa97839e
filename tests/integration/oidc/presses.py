"""Every button that asks first who one is, ready to be pressed: by whom, on which page, and with what."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tests import consents, powers, several
from tests.counter import begun
from tests.draft import CONSENTS, Draft, begin
from tests.guest import Guest
from tests.integration.paper_intake.test_authorization_good import by_proxy
from tests.integration.paper_intake.test_missing_numbers import shown_by
from tests.integration.paper_intake.test_power_on_paper import BY_NAME, NOBODY, add, power
from tests.integration.signing.test_name_mended import says
from tests.integration.wizard.test_counter_signing import DRAWN
from tests.paper_form import MYK_AS_PROXY, NEW, begin_paper, other
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


def ask_for_code(site: Site) -> Press:
    typed = {"email": "stolt@borger.example"}
    return Press(site.visitor("stolt"), "/larvik/varsler", "/adresse", typed, 'value="stolt@borger.example"')


def confirm_address(site: Site) -> Press:
    guest = site.visitor("stolt")
    answer = guest.post("/larvik/varsler/adresse", {"email": "stolt@borger.example"}, page="/larvik/varsler")
    assert answer.status_code == 303
    return Press(guest, "/larvik/varsler", "/kode", {"code": "2222-2222"}, 'value="2222-2222"')


def take_address_away(site: Site) -> Press:
    return Press(site.visitor("stolt"), "/larvik/varsler", "/ta-bort")


def take_name(site: Site) -> Press:
    guest = site.visitor("rask")
    says(site, guest, guest.invented.name)
    mended = f"{guest.invented.name}e"
    return Press(guest, "/larvik/navn", data={"full_name": mended}, shown=f'value="{mended}"')


def confirmed(site: Site) -> Press:
    draft = begun(site.visitor("fin")).complete()
    return Press(draft.guest, f"{draft.path}/underskrift", data=DRAWN, shown=DRAWN["drawing"])


def throw_away_paper(site: Site) -> Press:
    paper = begin_paper(site.visitor("lun"))
    return Press(paper.guest, "/larvik/kontor/papir", f"/{paper.id}/slett")


def take_down(site: Site) -> Press:
    case = consents.given(site.visitor("stille"))
    ids = consents.part_ids(site, case, "gp")
    typed = consents.heard() | {"taken": ids[0], "said_by": WORD}
    return Press(site.visitor("lun"), consents.spoken(case), "/skriv-ned", typed, f'value="{WORD}"')


def end_power(site: Site) -> Press:
    power = powers.given(site.visitor("stille"), site.visitor("myk"))
    assert power.send().status_code == 303
    page = f"/larvik/kontor/sak/{power.id}/fullmakt-trukket"
    return Press(site.visitor("lun"), page, "/skriv-ned", {"taken_by": WORD}, f'value="{WORD}"')


def add_numbers(site: Site) -> Press:
    lun = site.visitor("lun")
    paper = power(lun, subject=NOBODY, proxy=BY_NAME, days=other(80))
    number = str(lun.invented.national_id)
    typed = {"proxy_number": number, "number_seen": "known"}
    return Press(lun, f"{paper.at_office}/nummer", "/legg-til", typed, f'value="{number}"')


def number_is_wrong(site: Site) -> Press:
    lun = site.visitor("lun")
    paper = power(lun, subject=NEW, proxy=BY_NAME, days=other(81))
    added = add(lun, paper, proxy_number=MYK_AS_PROXY["proxy_national_id"])
    assert added.status_code == 303, added.text
    data = {"whose": "proxy", "shown": shown_by(lun, paper, "proxy")}
    return Press(lun, f"{paper.at_office}/nummer", "/feil", data)


def authorization_good(site: Site) -> Press:
    lun = site.visitor("lun")
    return Press(lun, by_proxy(lun, 82, subject=NEW).at_office, "/fullmakt-i-orden")


PRESSES: Mapping[str, Callable[[Site], Press]] = {
    f"{part}.{press.__name__}": press
    for part, press in (
        *(
            ("office", one)
            for one in (
                add_numbers,
                authorization_good,
                end_power,
                number_is_wrong,
                take_down,
                throw_away_paper,
            )
        ),
        *(
            ("apply", one)
            for one in (
                ask,
                ask_for_code,
                code_for_colleague,
                code_for_counter,
                code_for_phone,
                confirm_address,
                confirmed,
                cosign,
                decline,
                delete_own_data,
                end_log_in,
                end_log_ins,
                give_back,
                put_in,
                send_now,
                take_address_away,
                take_name,
                take_over,
                throw_away,
            )
        ),
    )
}
"""By the view that each button calls."""
