"""A power that is lost, a proxy who came to work at the office, and a power for one case: each write asks anew."""

import uuid
from html import unescape
from pathlib import Path

from sqlalchemy import select

from tests import behind, powers
from tests.at_a_time import SiteAt
from tests.later import sent
from tests.running_site import Site
from wizard.models import Case


def test_a_lapsed_power_is_not_printed_as_if_it_held(site: Site) -> None:
    stille, myk = site.visitor("stille"), site.visitor("myk")
    power = sent(powers.given(stille, myk))
    draft = powers.filled_in(powers.begin_for(site, myk, power))
    own = powers.owners(draft, stille)
    assert "fyller ut for deg" in stille.get(f"{own.path}/se-over").text
    sent(powers.revocation(power))
    page = stille.get(f"{own.path}/se-over").text
    assert "fyller ut for deg" not in page
    assert "fylte ut for deg, men fullmakten gjelder ikke nå" in page
    assert own.send().status_code == 303
    facts = {fact.label: fact.value for fact in behind.frozen(site, own).content.facts}
    assert facts["Etter fullmakt"].endswith("er trukket, og gjelder ikke lenger")
    assert "revoked" in behind.marks(site, own)


def test_a_proxy_who_came_to_work_at_the_office_neither_reads_nor_writes(tmp_path: Path) -> None:
    with SiteAt(tmp_path) as site:
        stille, jevn = site.visitor("stille"), site.visitor("jevn")
        draft = powers.begin_for(site, jevn, sent(powers.given(stille, jevn)))
        assert jevn.get(draft.step("role")).status_code == 200
        answers = {"submitter_role": "proxy", "staff_assistance": "no"}
        site.visitor("jevn-at-work")
        with site.unchanged():
            for answer in (
                jevn.get(draft.step("role")),
                draft.answer("role", answers, page="/larvik/mine-saker"),
            ):
                assert answer.status_code == 403
                assert "Du kan ikke være fullmektig her" in unescape(answer.text)
        assert stille.get(powers.owners(draft, stille).step("role")).status_code == 200


def test_a_power_for_one_case_told_in_words_begins_one(site: Site) -> None:
    stille, myk = site.visitor("stille"), site.visitor("myk")
    one = {"case_limit": "one_case", "case_description": "Klagen på hjemmesykepleien"}
    power = sent(powers.given(stille, myk, limits=one))
    before = appeals(site)
    draft = powers.begin_for(site, myk, power, "appeal")
    for journey in ("appeal", "coordination", "service_complaint"):
        assert powers.press(myk, "begynn", power, journey=journey).status_code == 404
    assert appeals(site) - before == {draft.id}
    assert "Fullmakten gjaldt én sak, og den har du begynt på." in powers.page(myk)


def appeals(site: Site) -> set[uuid.UUID]:
    with site.tools() as tools, tools.store.read() as db:
        return set(db.scalars(select(Case.id).where(Case.journey == "appeal")))


def test_what_was_typed_when_the_power_ended_is_given_back_to_its_writer_alone(site: Site) -> None:
    stille, myk = site.visitor("stille"), site.visitor("myk")
    power = sent(powers.given(stille, myk))
    draft = powers.begin_for(site, myk, power)
    powers.filled_in(draft)
    sent(powers.revocation(power))
    typed, elsewhere = {"need_description": "Trenger hjelp om morgenen."}, "/larvik/mine-saker"
    refused = draft.answer("need", typed, page=elsewhere)
    assert refused.status_code == 403
    assert "Trenger hjelp om morgenen." in refused.text
    draft.guest = site.visitor("jevn")
    other = draft.answer("need", typed, page=elsewhere)
    assert other.status_code == 404
    assert "Trenger hjelp om morgenen." not in other.text
    assert "Du er logget inn som en annen enn den som skrev" in other.text
