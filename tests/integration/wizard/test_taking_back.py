"""Taking back a consent or a power of attorney, one or several: what each case then tells, and to whom."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests import behind
from tests.at_a_time import SiteAt
from tests.draft import CONSENTS, Draft, begin, told
from tests.guest import Guest
from tests.later import begin as later_begin
from tests.later import fill, reference, sent, supplement
from tests.running_site import Site

PROTECTED = {"address_protected": "yes", "safe_contact": "letter"}
AT_ONCE = {"withdraw_extent": "all", "from_when": "at_once"}
YOU = {"subject_given_name": "Stille", "subject_family_name": "Bjørkeløv"}
SELF: dict[str, Any] = {"role": {"submitter_role": "self"}, "you": YOU}


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
    hidden = consent(guest, address_protection=PROTECTED)
    open_to_all = consent(guest)
    assert may_see(lun, open_to_all)
    later = sent(withdrawal(guest, open_to_all, hidden), sign_method="paper")
    assert not may_see(lun, later)
    assert may_see(mild, later)
    labels = [fact.label for fact in behind.frozen(either_site, later).signatures[0].facts]
    assert "Underskrift" in labels
    assert "Sted" not in labels


def test_what_somebody_must_not_know_of_is_not_told_when_it_is_withdrawn(site: Site, guest: Guest) -> None:
    before = consent(guest)
    secret = consent(guest, topics={"persons_excluded": "Broren min"})
    later = sent(withdrawal(guest, secret, consent(guest)))
    assert may_see(site.visitor("lun"), before), (
        "no address is hidden: what came before stays as open as it was"
    )
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
                "you": YOU,
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
                "you": YOU,
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


def test_each_of_several_is_withdrawn_and_tells_so_to_citizen_and_office(either_site: Site) -> None:
    guest, lun = either_site.visitor("stille"), either_site.visitor("lun")
    several = consent(guest), consent(guest)
    later = sent(withdrawal(guest, *several))
    for one in several:
        assert behind.events(either_site, one).count("withdrawn") == 1
        page = guest.get(one.path).text
        assert "Du har trukket samtykket" in page
        assert f'href="{later.path}"' in page
        assert "Trekk samtykket" not in page
        seen = lun.get(office(one)).text
        assert "Trukket" in seen
        assert f'href="{office(later)}"' in seen
        assert f'href="{one.path}"' in guest.get(later.path).text
        assert f'href="{office(one)}"' in lun.get(office(later)).text


def test_one_of_several_that_was_withdrawn_before_refuses_all(site: Site, guest: Guest) -> None:
    first, second = consent(guest), consent(guest)
    begun = withdrawal(guest, first, second)
    sent(withdrawal(guest, second))
    refused = guest.post(f"{begun.path}/send", CONSENTS, page=f"{begun.path}/se-over")
    assert refused.status_code == 409
    assert f'<span class="whole">{reference(second)}</span> er trukket før' in begun.see("withdrawal")
    assert "withdrawn" not in behind.events(site, first)
    assert behind.events(site, second).count("withdrawn") == 1


def test_what_hangs_on_the_second_of_several_hides_them_all(either_site: Site) -> None:
    guest, lun = either_site.visitor("stille"), either_site.visitor("lun")
    several = consent(guest), consent(guest), consent(guest)
    part = {"withdraw_extent": "part", "withdraw_parts": "other", "withdraw_part": "Sykehuset."}
    together = sent(withdrawal(guest, *several, what=part))
    assert all(may_see(lun, one) for one in (*several, together))
    extra = sent(supplement(several[1], address_protection=PROTECTED))
    assert not any(may_see(lun, one) for one in (*several, together, extra))


def test_nobody_elses_consent_is_withdrawn_among_ones_own(site: Site, guest: Guest) -> None:
    own, others = consent(guest), consent(site.visitor("var"))
    what = AT_ONCE | {"consent_reference": [reference(own), reference(others)]}
    refused = later_begin(guest, "consent_withdrawal").answer("withdrawal", what)
    assert refused.status_code == 422
    assert "withdrawn" not in behind.events(site, others)


NOTED: dict[str, Any] = {
    "submitter_role": "staff_assisting",
    "own_office": "Innbyggertorget",
    "own_initials": "VF",
    "receiver": "Innbyggertorget",
    "address_protected": "no",
}
HEARD = {
    "said_by": "Stø Kvist",
    "said_as": "self",
    "said_on-day": "20",
    "said_on-month": "11",
    "said_on-year": "2026",
    "identity_checked": "called_back",
}
SUBJECT = {
    "subject_no_id": "has_number",
    "subject_national_id": "02894149976",
    "subject_given_name": "Stø",
    "subject_family_name": "Kvist",
}


def noted(guest: Guest, how: str) -> Draft:
    """What staff were told, written down and ready to be sent."""
    what = AT_ONCE | {"consent_reference": "unlisted", "consent_description": "Deling med skolen."}
    draft = later_begin(guest, "consent_withdrawal")
    heard = HEARD if how == "oral" else {}
    return fill(draft, withdrawal=what, role=NOTED | {"oral_or_written": how} | heard, subject=SUBJECT)


def test_what_was_said_and_written_down_waits_for_no_signature(site: Site) -> None:
    helper, lun = site.visitor("var"), site.visitor("lun")
    draft = noted(helper, "oral")
    page = helper.get(f"{draft.path}/send").text
    assert "På papir" not in page
    assert "Skriv under og send" not in page.split("<h1>")[1]
    sent(draft)
    signature = behind.frozen(site, draft).signatures[0]
    facts = {fact.label: fact.value for fact in signature.facts}
    assert facts["Tatt ned muntlig av"] == helper.invented.name
    assert "Skrevet under av" not in facts
    assert not signature.by_hand
    assert behind.events(site, draft)[:3] == ["started", "noted_down", "submitted"]
    assert "Underskrift" not in lun.get(office(draft)).text
    own = helper.get(draft.path).text
    assert "Du skrev ned det du ble fortalt" in own
    assert "underskriften" not in own.lower()


def test_what_came_in_writing_is_signed_on_paper_by_whom_it_is_about(site: Site) -> None:
    draft = noted(site.visitor("var"), "written")
    assert draft.send().status_code == 422
    sent(draft, sign_method="paper")
    assert "Underskrift kommer på papir" in site.visitor("lun").get(office(draft)).text


@pytest.fixture
def site_at(tmp_path: Path) -> Iterator[SiteAt]:
    """On 1 December 2026."""
    with SiteAt(tmp_path) as site:
        yield site


LATER = {
    "from_when": "later",
    "from_when_date-day": "5",
    "from_when_date-month": "12",
    "from_when_date-year": "2026",
}


def test_what_is_withdrawn_from_a_later_day_is_told_with_its_day(site_at: SiteAt) -> None:
    guest, lun = site_at.visitor("stille"), site_at.visitor("lun")
    given = sent(begin(guest, "consent").complete(told("consent", duration={"valid_to": "2027-06-30"})))
    later = sent(withdrawal(guest, given, what=LATER))
    mark = "Samtykke trukket fra 5. desember 2026"
    assert mark in lun.get("/larvik/kontor/").text
    assert mark in lun.get(office(later)).text
    earlier = lun.get(office(given)).text
    assert mark in earlier, "beside the withdrawal"
    assert ">Trukket fra 5. desember 2026<" in earlier
    page = guest.get(given.path).text
    assert page.count("Du har trukket samtykket fra 5. desember 2026") == 2, (
        "how it stands, and what happened"
    )
    assert "Du har trukket samtykket fra 5. desember 2026" in guest.get("/larvik/mine-saker").text
    assert "Samtykket er trukket fra 5. desember 2026." in guest.get(later.path).text
    assert "Kontoret behandler ikke" not in page


def test_until_its_day_it_can_be_withdrawn_at_once_and_after_that_no_more(site_at: SiteAt) -> None:
    guest = site_at.visitor("stille")
    first, second = (
        sent(begin(guest, "consent").complete(told("consent", duration={"valid_to": "2027-06-30"})))
        for _ in range(2)
    )
    sent(withdrawal(guest, first, second, what=LATER))
    sent(withdrawal(guest, first))
    assert behind.events(site_at, first)[-2:] == ["withdrawn_from", "withdrawn"]
    assert "fra 5. desember 2026" not in site_at.visitor("lun").get(office(first)).text.split("<dl")[0]
    what = AT_ONCE | {"consent_reference": reference(second)}
    site_at.now += timedelta(days=4)
    again = site_at.visitor("stille")
    refused = later_begin(again, "consent_withdrawal").answer("withdrawal", what)
    assert refused.status_code == 422
    assert "Denne er trukket før" in refused.text
    assert "Trekk samtykket" not in again.get(second.path).text
