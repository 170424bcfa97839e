"""Attacks on powers of attorney: one that was taken back, a third person, other people's addresses (A-073, A-074)."""

import re
from datetime import datetime

import pytest

from forms.language import OSLO
from forms.situation import Person
from tests import behind, powers
from tests.at_a_time import SiteAt
from tests.draft import CONSENTS, Draft, begin
from tests.filled import pairs
from tests.integration.acting.test_by_power import blind
from tests.later import sent
from tests.running_site import Site
from wizard.accounts import Post, log_in

OVER = "Du handler ikke lenger for denne personen"


def other_half(draft: Draft, other: Draft) -> str:
    """The draft's address with the part that somebody has in another case."""
    return f"{draft.path.split('.', maxsplit=1)[0]}.{other.path.split('.')[1]}"


def test_a_073_taken_back_while_the_draft_is_open(either_site: Site) -> None:
    site = either_site
    stille, myk = site.visitor("stille"), site.visitor("myk")
    power = sent(powers.given(stille, myk))
    draft = powers.filled_in(powers.begin_for(site, myk, power))
    kept = behind.answers(site, draft)
    page = myk.told(draft.step("need")).along({"need_description": "Skrevet etter at den ble trukket."})
    sent(powers.revocation(power))
    content = {"content": "0" * 64}
    with site.unchanged():
        for path in (draft.step("need"), f"{draft.step('need')}/autolagring"):
            refused = myk.submit(path, page)
            assert refused.status_code == 403, path
        assert OVER in myk.submit(draft.step("need"), page).text
        assert myk.submit(draft.step("attachments"), [*page, ("_upload", "attachments")]).status_code == 403
        assert myk.post(f"{draft.path}/send", CONSENTS | content, page="/larvik/").status_code == 403
        for path in (draft.step("need"), f"{draft.path}/se-over", draft.path):
            assert myk.get(path).status_code == 403
    own = powers.owners(draft, stille)
    assert kept["need"]["need_description"] in stille.get(f"{own.path}/se-over").text
    assert behind.answers(site, own) == kept
    assert stille.post(f"{own.path}/ta-over", page=f"{own.path}/se-over").status_code == 303
    own.answer("role", {"submitter_role": "self"})
    own.answer("you", powers.names(stille))
    sent(own)


def test_autosave_says_so_where_it_stands(site: Site) -> None:
    stille, myk = site.visitor("stille"), site.visitor("myk")
    power = sent(powers.given(stille, myk))
    draft = powers.begin_for(site, myk, power)
    sent(powers.revocation(power))
    told = blind(draft, "role", "/autolagring")
    assert told.status_code == 403
    assert "Ikke lagret." in told.text
    assert "<html" not in told.text
    part = myk.get(f"{draft.path}/dokumenter", headers={"HX-Request": "true"})
    assert (part.status_code, part.text, part.headers["hx-refresh"]) == (403, "", "true")


def test_it_runs_out_between_page_and_post(tmp_path_factory: pytest.TempPathFactory) -> None:
    with SiteAt(tmp_path_factory.mktemp("runs-out")) as site:
        stille, myk = site.visitor("stille"), site.visitor("myk")
        site.now = datetime(2026, 12, 1, 12, tzinfo=OSLO)
        power = powers.given(stille, myk)
        power.answer("limits", ends(20) | {"case_limit": "all_cases", "valid_from": "at_once"})
        sent(power)
        draft = powers.begin_for(site, myk, power)
        draft.today = site.now.date()
        powers.filled_in(draft)
        site.now = datetime(2026, 12, 20, 23, 50, tzinfo=OSLO)
        myk.log_in("myk")
        assert "Går snart ut" in powers.page(myk)
        page = myk.told(f"{draft.path}/send").along(CONSENTS)
        step = myk.told(draft.step("need")).along({"need_description": "For sent."})
        site.now = datetime(2026, 12, 21, 0, 1, tzinfo=OSLO)
        for path, typed in ((f"{draft.path}/send", page), (draft.step("need"), step)):
            refused = myk.submit(path, typed)
            assert refused.status_code == 403
            assert "Fullmakten har gått ut" in refused.text
        assert behind.submissions(site, draft) == 0
        assert "Gått ut" in powers.page(myk)
        assert powers.press(myk, "begynn", power, journey="coordination").status_code == 403
        site.later(power, site.now)
        assert "Fullmakten gikk ut" in power.guest.get(power.path).text


def ends(day: int) -> dict[str, str]:
    parts = {"day": str(day), "month": "12", "year": "2026"}
    return {f"valid_to-{part}": value for part, value in parts.items()} | {"withdraw_info": "yes"}


def test_a_074_a_third_person_in_form_session_or_address(either_site: Site) -> None:
    site = either_site
    stille, jevn, myk = (site.visitor(key) for key in ("stille", "jevn", "myk"))
    for_stille = powers.begin_for(site, myk, sent(powers.given(stille, myk)))
    for_jevn = powers.begin_for(site, myk, sent(powers.given(jevn, myk)))
    third = {
        "on_behalf_of": "05927849730",
        "subject_national_id": "05927849730",
        "subject_given_name": "Sein",
        "subject_no_id": "has_number",
        "submitter_role": "self",
        "power": str(for_jevn.id),
    }
    for_stille.fill(powers.answers_of(for_stille), until="subject")
    assert for_stille.answer("subject", third).status_code == 303
    kept = behind.answers(site, for_stille)
    assert kept["subject"]["subject_national_id"] == "14835749828"
    assert for_stille.answer("role", third).status_code == 303
    assert behind.answers(site, for_stille)["role"]["submitter_role"] == "proxy"
    sein = site.visitor("sein")
    with site.unchanged():
        for path in (other_half(for_stille, for_jevn), other_half(for_jevn, for_stille)):
            assert myk.get(f"{path}/steg/role").status_code == 404
            assert myk.post(f"{path}/steg/role", third | {"version": "1"}, page="/larvik/").status_code == 404
        bare = powers.owners(for_stille, myk)
        assert myk.get(bare.step("role")).status_code == 404
        for other in (sein, jevn, stille):
            assert other.get(for_stille.step("role")).status_code == 404
            assert blind(Draft(other, for_stille.path), "role").status_code == 404


def test_no_power_of_somebody_elses_begins_anything(site: Site) -> None:
    stille, myk, sein = (site.visitor(key) for key in ("stille", "myk", "sein"))
    power = sent(powers.given(stille, myk))
    application, elsewhere = begin(stille), site.visitor("myk", "senja")
    with site.unchanged():
        for guest, wanted in ((sein, power), (stille, power), (myk, application), (elsewhere, power)):
            for verb in ("begynn", "se", "avslutt"):
                about = {"journey": "coordination", "reference": "V-2222-2222"}
                refused = powers.press(guest, verb, wanted, **about)
                assert refused.status_code == 404, verb
        nonsense = {"power": "1", "journey": "coordination"}
        assert myk.post("/larvik/handle-for/begynn", nonsense, page="/larvik/").status_code == 404


def test_two_tabs_for_two_people_never_mix(either_site: Site) -> None:
    site = either_site
    myk = site.visitor("myk")
    drafts = {
        key: powers.begin_for(site, myk, sent(powers.given(site.visitor(key), myk)))
        for key in ("stille", "jevn")
    }
    names = {"stille": "Stille Bjørkeløv", "jevn": "Jevn Sandvik"}
    filling = {key: powers.answers_of(draft) for key, draft in drafts.items()}
    walks = {key: draft.walk(filling[key]) for key, draft in drafts.items()}
    for steps in zip(*(walk.path for walk in walks.values()), strict=True):
        for (key, draft), step in zip(drafts.items(), steps, strict=True):
            page = draft.see(step.slug)
            other = next(name for name in names if name != key)
            assert f"Du handler for {names[key]}." in page
            assert names[other] not in page
            assert draft.answer(step.slug, pairs(walks[key].form(step))).status_code == 303
    for key, draft in drafts.items():
        facts = {fact.label: fact.value for fact in behind.frozen(site, sent(draft)).content.facts}
        assert facts["Gjelder"] == names[key]


def test_a_078_no_name_or_number_in_addresses_titles_or_logs(site: Site) -> None:
    """``watch`` looks at each address and title, the site's fixture at the logs."""
    stille, myk = site.visitor("stille"), site.visitor("myk")
    power = sent(powers.given(stille, myk))
    for path in ("/larvik/handle-for", "/larvik/mine-saker", powers.begin_for(site, myk, power).path):
        answer = myk.get(path, follow_redirects=True)
        assert "14835749828" not in answer.text
        # an id may have eleven digits in a row
        assert not re.search(r"(?<![0-9a-f])\d{11}(?![0-9a-f])", str(answer.url).replace("-", "/"))


def test_somebody_who_works_at_the_office_is_told_of_at_the_field_and_nothing_else(site: Site) -> None:
    number = "05918249925"
    with site.tools() as tools:
        log_in(tools, Person("Ansatt Fjord", number), level="demo", post=Post("larvik"))
    stille, myk = site.visitor("stille"), site.visitor("myk")
    draft = powers.given(stille, myk)
    who = {"proxy_kind": "person", "proxy_name": "En Venn", "proxy_known_by": "number"}
    rest = {
        "proxy_relation": "friend",
        "proxy_phone": "99999998",
        "proxy_not_staff": "yes",
        "proxy_of_age": "yes",
    }
    refused = draft.answer("proxy", who | rest | {"proxy_national_id": number})
    assert refused.status_code == 422
    assert "arbeider på kontoret" in refused.text
    assert "Fjord" not in refused.text
    assert draft.answer("proxy", who | rest | {"proxy_national_id": "05927849730"}).status_code == 303


def test_somebody_who_came_to_work_there_acts_no_more(site: Site) -> None:
    havgap = site.visitor("havgap")
    power = sent(powers.given(site.visitor("stille"), havgap))
    draft = powers.filled_in(powers.begin_for(site, havgap, power))
    page = havgap.told(f"{draft.path}/send").along(CONSENTS)
    with site.tools() as tools:
        person = havgap.invented
        log_in(tools, Person(person.name, person.national_id), level="demo", post=Post("larvik"))
    for refused in (
        havgap.submit(f"{draft.path}/send", page),
        powers.press(havgap, "begynn", power, journey="coordination"),
    ):
        assert refused.status_code == 403
        assert "Du kan ikke være fullmektig her" in refused.text
    assert behind.submissions(site, draft) == 0
