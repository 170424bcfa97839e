"""Taking back a consent or a power of attorney, one or several: what each case then tells, and to whom."""

from typing import Any

import pytest

from tests import behind
from tests.draft import Draft, begin, told
from tests.guest import Guest
from tests.later import begin as later_begin
from tests.later import fill, reference, sent
from tests.running_site import Site

PROTECTED = {"address_protected": "yes", "safe_contact": "letter"}
AT_ONCE = {"withdraw_extent": "all", "from_when": "at_once"}
SELF: dict[str, Any] = {"role": {"submitter_role": "self"}}


@pytest.fixture
def guest(site: Site) -> Guest:
    return site.visitor("stille")


def consent(guest: Guest, **steps: Any) -> Draft:
    return sent(begin(guest, "consent").complete(told("consent", **steps)))


def withdrawal(guest: Guest, *earlier: Draft, **steps: Any) -> Draft:
    """Of all of these, ready to be sent."""
    what = AT_ONCE | {"consent_reference": [reference(one) for one in earlier]} | steps.pop("what", {})
    return fill(later_begin(guest, "consent_withdrawal"), withdrawal=what, **SELF | steps)


def office(draft: Draft) -> str:
    return draft.path.replace("/sak/", "/kontor/sak/")


def may_see(staff: Guest, draft: Draft) -> bool:
    listed = reference(draft) in staff.get("/larvik/kontor/").text
    assert listed == (staff.get(office(draft)).status_code == 200)
    return listed


def test_withdrawing_several_of_which_one_is_restricted_is_for_few(either_site: Site) -> None:
    guest, lun, mild = (either_site.visitor(key) for key in ("stille", "lun", "mild"))
    open_to_all, hidden = consent(guest), consent(guest, address_protection=PROTECTED)
    assert may_see(lun, open_to_all)
    later = sent(withdrawal(guest, open_to_all, hidden), sign_method="paper")
    assert not may_see(lun, later)
    assert may_see(mild, later)
    labels = [fact.label for fact in behind.frozen(either_site, later).signatures[0].facts]
    assert "Underskrift" in labels
    assert "Sted" not in labels


def test_what_somebody_must_not_know_of_is_not_told_when_it_is_withdrawn(site: Site, guest: Guest) -> None:
    secret = consent(guest, topics={"persons_excluded": "Broren min"})
    later = sent(withdrawal(guest, secret, consent(guest)))
    assert not may_see(site.visitor("lun"), later)
    assert may_see(site.visitor("mild"), later)


@pytest.mark.parametrize(
    ("journey", "steps"),
    [
        (
            "consent_withdrawal",
            {
                "withdrawal": AT_ONCE
                | {"consent_reference": "unlisted", "consent_description": "Deling i fjor."},
                "role": {"submitter_role": "self"} | PROTECTED,
            },
        ),
        (
            "power_of_attorney_revocation",
            {
                "revocation": {
                    "poa_reference": "unlisted",
                    "poa_description": "Nevøen min.",
                    "revoke_from": "at_once",
                    "tell_proxy": "no",
                },
                "address_protection": PROTECTED,
            },
        ),
    ],
)
def test_one_given_on_paper_by_whom_has_a_protected_address(
    site: Site, guest: Guest, journey: str, steps: dict[str, Any]
) -> None:
    later = sent(fill(later_begin(guest, journey), **steps), sign_method="paper")
    assert not may_see(site.visitor("lun"), later)
    assert may_see(site.visitor("mild"), later)
    assert "Sted" not in [fact.label for fact in behind.frozen(site, later).signatures[0].facts]
