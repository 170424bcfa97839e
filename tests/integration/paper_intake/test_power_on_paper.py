"""A power of attorney that came on paper takes effect as one that is given here, as far as the paper tells."""

from datetime import timedelta
from typing import Any

import httpx

from tests import behind, powers
from tests.draft import Draft, begin, told
from tests.guest import Guest
from tests.paper_form import (
    MYK_AS_PROXY,
    NEW,
    POWER,
    STILLE,
    PaperForm,
    begin_paper,
    boxes,
    faults,
    other,
    registered,
    today,
    wrong,
)
from tests.running_site import Site

SLUG = "power_of_attorney"
NOBODY = {
    "subject_no_id": "no_number",
    "subject_given_name": "Stille",
    "subject_family_name": "Bjørkeløv",
    "answer_by": "unsaid",
}
BY_NAME = {"proxy_name": "Myk Havgløtt", "proxy_known": "no_number"}


def power(lun: Guest, **steps: dict[str, Any]) -> PaperForm:
    return registered(lun, SLUG, **({"subject": STILLE} | steps))


def begins(guest: Guest, own: Draft, journey: str = "coordination") -> bool:
    """Whether the proxy may begin that for its giver."""
    return powers.press(guest, "begynn", own, journey=journey).status_code == 303


def add(lun: Guest, paper: PaperForm, **told: str) -> httpx.Response:
    page = f"{paper.at_office}/nummer"
    usual = {"number_seen": "shown", "once_more": "yes"}  # other tests may have sent the like
    return lun.post(f"{page}/legg-til", usual | told, page=page)


def may_write(draft: Draft) -> bool:
    need = {"need_description": "Noe annet.", "version": "1"}
    return draft.guest.post(draft.step("need"), need, page=f"{draft.guest.at}/mine-saker").status_code != 403


def test_its_proxy_acts_by_it_until_its_giver_takes_it_back(site: Site) -> None:
    lun, stille, myk = (site.visitor(one) for one in ("lun", "stille", "myk"))
    paper = power(lun)
    page = lun.get(paper.at_office).text
    assert "Myk Havgløtt" in page
    assert "218684 49893" in page.split("Bare for kontoret")[1].split("</section>")[0]
    assert "218684 49893" not in behind.frozen(site, paper).model_dump_json()
    assert "Fullmakt til Myk Havgløtt, på papir" in stille.get("/larvik/mine-saker").text
    assert "Fullmakten gjelder nå." in stille.get(f"/larvik/sak/{paper.id}").text
    own = Draft(stille, f"/larvik/sak/{paper.id}", SLUG)
    draft = powers.filled_in(powers.begin_for(site, myk, own))
    assert may_write(draft)
    back = powers.revocation(own)
    assert back.send().status_code == 303
    assert not may_write(draft), "checked on every write"
    assert not begins(myk, own)
    assert "Trukket" in lun.get(paper.at_office).text


def test_it_is_warned_of_before_its_last_day(site: Site, lun: Guest) -> None:
    last = boxes("valid_to", today() + timedelta(10))
    power(lun, power=POWER | {"ends": "yes"} | last, days=other(2))
    assert "Går snart ut" in powers.page(site.visitor("myk"))
    assert "Den går snart ut" in site.visitor("stille").get("/larvik/mine-saker").text


def test_it_holds_from_the_day_that_it_names_and_not_before(site: Site, lun: Guest) -> None:
    paper = power(lun, power=POWER | boxes("valid_from", today() + timedelta(3)), days=other(3))
    own = Draft(site.visitor("stille"), f"/larvik/sak/{paper.id}", SLUG)
    assert not begins(site.visitor("myk"), own)
    assert "Fullmakten gjelder fra" in own.guest.get(own.path).text
    assert "kan ikke komme før første dag" in wrong(
        begin_paper_until_power(lun).answer(
            "power",
            POWER
            | {"ends": "yes"}
            | boxes("valid_from", today())
            | boxes("valid_to", today() - timedelta(1)),
        ),
        "valid_to",
    )


def begin_paper_until_power(lun: Guest) -> PaperForm:
    paper = begin_paper(lun, SLUG)
    paper.answer("address-protection", {"address_protected": "no"})
    paper.answer("subject", STILLE)
    paper.answer("sender", {"sent_by": "proxy"})
    paper.answer("days", other(4))
    assert paper.answer("proxy", MYK_AS_PROXY).status_code == 303
    return paper


def test_not_signed_it_waits_for_the_signature(site: Site, lun: Guest) -> None:
    paper = power(lun, papers={"signed_on_paper": "no"}, days=other(5))
    own = Draft(site.visitor("stille"), f"/larvik/sak/{paper.id}", SLUG)
    myk = site.visitor("myk")
    assert not begins(myk, own)
    assert "gjelder ikke før papiret" in own.guest.get(own.path).text
    assert lun.post(f"{paper.at_office}/underskrift-kommet", page=paper.at_office).status_code == 303
    assert begins(myk, own)


def test_what_cannot_be_read_is_marked_and_never_guessed(site: Site, lun: Guest) -> None:
    lacks: tuple[dict[str, Any], ...] = (
        {"scope": []},
        {"case_limit": "unsaid"},
        {"case_limit": "one_case"},
        {"ends": "unsaid"},
    )
    for number, unread in enumerate(lacks):
        paper = power(lun, power=POWER | unread, days=other(20 + number))
        assert {"unread", "power_waits"} <= set(behind.marks(site, paper)), unread
        page = lun.get(paper.at_office).text
        assert "Ikke lest av" in page
        assert "Be om en ny fullmakt, eller registrer papiret på nytt" in page
        own = Draft(site.visitor("stille"), f"/larvik/sak/{paper.id}", SLUG)
        assert not begins(site.visitor("myk"), own)
        assert "gjelder ikke her ennå" in own.guest.get(own.path).text


def test_for_one_case_it_is_for_that_one_alone(site: Site, lun: Guest) -> None:
    first = registered(lun, subject=STILLE, days=other(6))
    one = POWER | {"case_limit": "one_case", "case_told": first.reference.lower()}
    paper = power(lun, power=one, days=other(6))
    myk = site.visitor("myk")
    own = Draft(site.visitor("stille"), f"/larvik/sak/{paper.id}", SLUG)
    assert f"Bare for saken {first.reference}" in powers.page(myk)
    assert not begins(myk, own)
    assert begins(myk, own, "appeal")


def test_nobody_of_the_office_under_age_or_themselves_is_a_proxy(site: Site, lun: Guest) -> None:
    child = MYK_AS_PROXY | {"proxy_name": "Lett Fjellro", "proxy_national_id": "08820999828"}
    paper = power(lun, proxy=child, days=other(7))
    assert {"proxy_under_age", "power_waits"} <= set(behind.marks(site, paper))
    works_here = MYK_AS_PROXY | {"proxy_national_id": site.visitor("jevn-at-work").invented.national_id}
    assert "power_waits" in behind.marks(site, power(lun, proxy=works_here, days=other(8)))
    jevn = site.visitor("jevn-at-work")
    form = begin_paper(jevn, SLUG)
    form.answer("address-protection", {"address_protected": "no"})
    form.answer("subject", STILLE)
    assert form.answer("sender", {"sent_by": "self"}).status_code == 303
    form.answer("days", other(9))
    for number, said in ((jevn.invented.national_id, "deg selv"), ("14835749828", "som gir fullmakten")):
        assert said in faults(form.answer("proxy", MYK_AS_PROXY | {"proxy_national_id": number}))


def test_a_giver_who_is_not_known_yet_finds_it_at_their_first_log_in(site: Site, lun: Guest) -> None:
    late = NEW | {
        "subject_national_id": "05927849730",
        "subject_given_name": "Sein",
        "subject_family_name": "Lyngås",
    }
    paper = power(lun, subject=late, days=other(10))
    sein = site.visitor("sein")
    assert paper.reference in sein.get("/larvik/mine-saker").text
    own = Draft(sein, f"/larvik/sak/{paper.id}", SLUG)
    assert begins(site.visitor("myk"), own)


def test_without_numbers_nothing_takes_effect_until_staff_add_them(either_site: Site) -> None:
    site = either_site
    lun, myk, stille = (site.visitor(one) for one in ("lun", "myk", "stille"))
    paper = power(lun, subject=NOBODY, proxy=BY_NAME, days=other(11))
    own = Draft(stille, f"/larvik/sak/{paper.id}", SLUG)
    page = lun.get(paper.at_office).text
    assert "Fødselsnummeret til den som gir fullmakten, mangler." in page
    assert paper.reference not in stille.get("/larvik/mine-saker").text
    assert not begins(myk, own)
    both = {"owner_number": "14835749828", "proxy_number": "21868449893"}
    for bad in (
        {"owner_number": "", "proxy_number": "21868449893"},
        {"owner_number": lun.invented.national_id},
        {"proxy_number": "08820999828"},
        {"proxy_number": site.visitor("jevn-at-work").invented.national_id},
        {"proxy_number": "14835749828"},
        {"number_seen": ""},
    ):
        with site.unchanged():
            assert faults(add(lun, paper, **(both | bad))), bad
    assert add(lun, paper, **both).status_code == 303
    assert "mangler." not in lun.get(paper.at_office).text
    assert lun.get(f"{paper.at_office}/nummer").headers["location"] == paper.at_office
    assert "Kontoret la til fødselsnummeret" in stille.get(own.path).text
    assert "14835749828" not in str(behind.events(site, paper))
    assert begins(myk, own)


def test_the_proxy_s_number_alone_can_be_added_later(site: Site, lun: Guest) -> None:
    paper = power(lun, proxy=BY_NAME, days=other(12))
    own = Draft(site.visitor("stille"), f"/larvik/sak/{paper.id}", SLUG)
    assert "når kontoret har fødselsnummeret" in own.guest.get(own.path).text
    assert "owner_number" not in lun.get(f"{paper.at_office}/nummer").text
    assert add(lun, paper, proxy_number="21868449893").status_code == 303
    assert begins(site.visitor("myk"), own)


def test_whoever_told_of_a_protected_address_is_hidden_once_the_number_is_known(
    site: Site, lun: Guest
) -> None:
    var = site.visitor("var")
    hidden = {"address_protected": "yes", "safe_contact": "letter"}
    assert begin(var).complete(told(address_protection=hidden)).send().status_code == 303
    paper = power(lun, subject=NOBODY | {"subject_given_name": "Var"}, days=other(13))
    assert add(lun, paper, owner_number=var.invented.national_id).status_code == 303
    assert lun.get(paper.at_office).status_code == 404
    assert site.visitor("mild").get(paper.at_office).status_code == 200
