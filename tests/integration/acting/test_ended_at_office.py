"""A power of attorney that its giver takes back without a form: the office ends it, and the giver has it in writing."""

from datetime import timedelta
from pathlib import Path

from tests import behind, consents, powers
from tests.at_a_time import SiteAt
from tests.draft import Draft
from tests.guest import Guest
from tests.integration.paper_intake.test_power_on_paper import NOBODY, begins
from tests.later import reference, sent
from tests.paper_form import boxes, registered, today, wrong
from tests.running_site import Site
from wizard.models import Case

SLUG = "power_of_attorney_revocation"


def own_revocations(site: Site | SiteAt, giver: Guest, power: Draft) -> list[str]:
    """The revocations that the giver's own page of the power links to."""
    linked = consents.linked_cases(giver.get(f"/larvik/sak/{power.id}").text)
    with site.tools() as tools, tools.store.read() as db:
        return sorted(
            path for path in linked if db.get_one(Case, Draft(giver, path, SLUG).id).journey == SLUG
        )


def test_the_office_ends_a_power_on_its_giver_s_word(either_site: Site) -> None:
    site = either_site
    lun, stille, myk = (site.visitor(one) for one in ("lun", "stille", "myk"))
    power = sent(powers.given(stille, myk))
    draft = powers.filled_in(powers.begin_for(site, myk, power))
    at = f"/larvik/kontor/sak/{power.id}"
    assert "Noen trekker fullmakten" in lun.get(at).text
    assert 'value="Stille Bjørkeløv"' in lun.get(f"{at}/fullmakt-trukket").text, "who gave it is proposed"
    with site.unchanged():
        for question in ("identity_checked", "taken_by", "heard", "tell_proxy"):
            assert wrong(powers.end_at_office(lun, power, **{question: ""}), question)
        tomorrow = boxes("told_on", today() + timedelta(1))
        assert wrong(powers.end_at_office(lun, power, **tomorrow), "told_on")
    assert powers.end_at_office(lun, power).status_code == 303
    assert draft.send().status_code != 303, "checked on every write"
    assert not begins(myk, power)
    own = powers.owners(draft, stille)
    assert stille.get(own.step("role")).status_code == 200, "what was filled in is left to the giver"
    assert "Kontoret skrev ned at fullmakten er trukket" in stille.get(f"/larvik/sak/{power.id}").text
    page = lun.get(at).text
    assert "Det er skrevet ned at fullmakten er trukket." in page
    assert "Trukket" in page
    assert "Noen trekker fullmakten" not in page
    with site.unchanged():
        assert powers.end_at_office(lun, power).status_code == 303, "twice is once"


def test_the_giver_gets_a_case_with_a_document_of_it(tmp_path: Path) -> None:
    with SiteAt(tmp_path) as site:
        power = sent(powers.given(site.visitor("stille"), site.visitor("myk")))
        known = reference(power)
        site.now += timedelta(days=2)
        lun, stille, myk = (site.visitor(one) for one in ("lun", "stille", "myk"))
        told = boxes("told_on", (site.now - timedelta(days=1)).date())
        assert powers.end_at_office(lun, power, **told).status_code == 303
        (path,) = own_revocations(site, stille, power)
        later = Draft(stille, path, SLUG)
        assert behind.events(site, later) == ["started", "noted_down", "submitted"]
        assert behind.marks(site, later) == ["revoked"]
        document = site.made_pdf(later)
        for words in (
            "SagtavStilleBjørkeløv",
            "Densomgafullmakten",
            "Viringtetilbakepåetnummervihaddefrafør",
            "SkrevetnedavLunFjelltone",
            known,
            "2.desember2026",
        ):
            assert words in document, words
        assert "Jegtrekkerfullmakten" not in document, "nobody declared anything"
        page = stille.get(path).text
        assert "Kontoret skrev ned det de fikk vite" in page
        assert "Fullmakten gjelder ikke lenger" in page
        row = powers.row(site, power)
        assert row
        assert row.ended_at
        assert row.ended_at.date() < site.now.date()
        assert myk.get(path).status_code == 404


def test_from_a_later_day_it_holds_until_then(site: Site) -> None:
    lun, stille, myk = (site.visitor(one) for one in ("lun", "stille", "myk"))
    power = sent(powers.given(stille, myk))
    day = today() + timedelta(5)
    later = {"revoke_from": "later"} | boxes("revoke_from_date", day)
    assert powers.end_at_office(lun, power, **later).status_code == 303
    row = powers.row(site, power)
    assert row
    assert row.last_day == day - timedelta(1)
    assert begins(myk, power)
    assert powers.end_at_office(lun, power).status_code == 303, "and then at once"
    assert not begins(myk, power)


def test_nobody_ends_at_work_what_they_gave_or_got(tmp_path: Path) -> None:
    with SiteAt(tmp_path) as site:
        stille, jevn = site.visitor("stille"), site.visitor("jevn")
        power = sent(powers.given(stille, jevn))
        at_work = site.visitor("jevn-at-work")
        with site.unchanged():
            assert powers.end_at_office(at_work, power, page="/larvik/kontor/").status_code == 403


def test_a_paper_that_ended_nothing_leads_to_the_power(site: Site) -> None:
    lun, stille, myk = (site.visitor(one) for one in ("lun", "stille", "myk"))
    power = sent(powers.given(stille, myk))
    paper = registered(lun, SLUG, subject=NOBODY, earlier={"withdraw_extent": "all"})
    assert "not_tied" in behind.marks(site, paper)
    assert "velg «Noen trekker fullmakten» i saken" in lun.get(paper.at_office).text
    assert begins(myk, power)
    assert powers.end_at_office(lun, power, heard="on_paper").status_code == 303
    assert not begins(myk, power)
    (path,) = own_revocations(site, stille, power)
    facts = {f.label: f.value for f in behind.frozen(site, Draft(stille, path, SLUG)).signatures[0].facts}
    assert facts["Skrevet på papir av"] == "Stille Bjørkeløv"
    assert "Slik vet vi hvem det var" not in facts
