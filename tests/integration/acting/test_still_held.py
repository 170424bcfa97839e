"""Whoever takes a power back is told of another to the same proxy that goes on holding; and so is the office."""

from tests import powers
from tests.draft import Draft
from tests.integration.paper_intake.test_power_on_paper import power
from tests.paper_form import other
from tests.running_site import Site

STILL = "Dette gjelder fortsatt: en annen fullmakt"


def test_the_other_power_is_told_of_on_every_page_of_the_revocation(site: Site) -> None:
    lun, stille, nevo = site.visitor("lun"), site.visitor("stille"), site.visitor("nevo")
    named = {"proxy_name": nevo.invented.name, "proxy_known": "has_number"}
    proxy = named | {"proxy_national_id": nevo.invented.national_id}
    first, second = (power(lun, proxy=proxy, days=other(day)) for day in (61, 62))
    own = Draft(stille, f"/larvik/sak/{first.id}", "power_of_attorney")
    assert STILL not in stille.get(own.path).text
    back = powers.revocation(own)
    assert back.send().status_code == 303
    for page in (f"{back.path}/kvittering", back.path, own.path):
        text = stille.get(page).text
        assert STILL in text
        assert f'href="/larvik/sak/{second.id}"' in text
    for one in (back.id, first.id):
        text = lun.get(f"/larvik/kontor/sak/{one}").text
        assert STILL in text
        assert second.reference in text
    left = Draft(stille, f"/larvik/sak/{second.id}", "power_of_attorney")
    assert powers.press(nevo, "begynn", left, journey="coordination").status_code == 303
    rest = powers.revocation(left)
    assert rest.send().status_code == 303
    for page in (f"{rest.path}/kvittering", back.path, own.path):
        assert STILL not in stille.get(page).text


def test_a_power_to_somebody_else_is_not_told_of(site: Site) -> None:
    stille = site.visitor("stille")
    power(site.visitor("lun"), days=other(63))
    given = powers.given(stille, site.visitor("vennlig"))
    assert given.send().status_code == 303
    assert powers.revocation(given).send().status_code == 303
    assert STILL not in stille.get(given.path).text
