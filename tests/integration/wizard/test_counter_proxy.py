"""Whoever helps at the counter does not become the proxy of whom they help (forvaltningsloven §§ 6 and 12)."""

from tests.counter import begun
from tests.draft import told
from tests.paper_form import wrong
from tests.running_site import Site

HELPER = {
    "proxy_kind": "person",
    "proxy_name": "Fin Strandeng",
    "proxy_known_by": "birth_date",
    "proxy_relation": "other_family",
    "proxy_relation_text": "Nevø",
    "proxy_phone": "99999998",
    "proxy_not_staff": "yes",
}
BORN = {"proxy_birth_date-day": "4", "proxy_birth_date-month": "2", "proxy_birth_date-year": "1979"}
NAMESAKE = BORN | {"proxy_birth_date-year": "1980"}


def test_the_helper_is_not_named_as_proxy_though_known_by_birth_date(site: Site) -> None:
    draft = begun(site.visitor("fin"), slug="power_of_attorney")
    draft.fill(told("power_of_attorney"), until="proxy")
    fault = wrong(draft.answer("proxy", HELPER | BORN), "proxy_name")
    assert "Den som hjelper deg her, kan ikke få fullmakten." in fault
    assert draft.answer("proxy", HELPER | NAMESAKE).status_code == 303, "of the same name, and another"
