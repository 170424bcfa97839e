"""What is kept no longer goes, after its owner was told: drafts, log-ins that are over, accounts of nobody's case."""

import signal
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from forms.municipality import municipality
from tests import behind
from tests.aged import age
from tests.at_a_time import SiteAt
from tests.counter import code_for_counter
from tests.draft import Draft, begin
from tests.guest import Guest
from tests.integration.wizard.test_attachments import SECRET, STEP, upload
from tests.integration.wizard.test_sweeping import age as age_files
from tests.integration.wizard.test_sweeping import files
from tests.running_site import Site
from wizard.accounts import lookup_of
from wizard.cases.purging import Purged, purge
from wizard.cases.sweeping import sweep
from wizard.models import Account, Case, LoginSession
from wizard.models_acting import Invitation

KEPT = municipality("larvik").retention
QUIET = KEPT.draft_days - KEPT.notice_days
TOLD = "Utkastet blir slettet"


@pytest.fixture
def lying(either_site: Site) -> Draft:
    """A draft with a file, begun so long ago that its owner has to be told today."""
    draft = begin(either_site.visitor("stille"))
    draft.fill(until=STEP)
    assert upload(draft, "brev.pdf", SECRET).status_code == 303
    age(either_site, draft, QUIET)
    return draft


def purged(site: Site, *, dry_run: bool = False) -> Purged:
    with site.tools() as tools:
        return purge(tools, dry_run=dry_run)


def card(draft: Draft) -> str:
    """The part of "my cases" that is about the draft."""
    page = draft.guest.get(f"{draft.guest.at}/mine-saker").text
    return next((one for one in page.split("<article")[1:] if str(draft.id) in one), "")


def test_an_untouched_draft_is_told_of_first_and_goes_with_its_bytes_when_that_day_has_come(
    either_site: Site, lying: Draft
) -> None:
    fresh, sent = begin(lying.guest), begin(lying.guest, "coordination").complete()
    assert sent.send().status_code == 303
    age(either_site, sent, 10 * KEPT.draft_days)
    assert TOLD not in card(lying)
    assert purged(either_site).announced == 1
    assert purged(either_site).announced == 0, "told once"
    assert TOLD in card(lying)
    assert TOLD not in card(fresh)
    age(either_site, lying, KEPT.notice_days - 1)
    with either_site.unchanged():
        assert (purged(either_site, dry_run=True).drafts, purged(either_site).drafts) == (0, 0)
    age(either_site, lying, 1)
    before = files(either_site)
    with either_site.unchanged():
        assert purged(either_site, dry_run=True).drafts == 1
    assert purged(either_site).drafts == 1
    assert lying.guest.get(lying.path).status_code == 404
    assert len(before - files(either_site)) == 1, "its file, and nobody else's"
    assert purged(either_site).drafts == 0
    assert behind.case(either_site, fresh)
    assert sent.receipt()


def test_a_draft_whose_form_is_gone_is_counted_and_keeps_no_other(either_site: Site, lying: Draft) -> None:
    broken = begin(either_site.visitor("var"))
    age(either_site, broken, QUIET + 1)
    with either_site.tools() as tools, tools.store.write() as db:
        db.execute(update(Case).where(Case.id == broken.id).values(journey="gone-by-now"))
    with either_site.unchanged():
        counted = purged(either_site, dry_run=True)
    done, again = purged(either_site), purged(either_site)
    with either_site.tools() as tools, tools.store.write() as db:
        db.execute(update(Case).where(Case.id == broken.id).values(journey=broken.journey))
    assert (counted.announced, counted.failed) == (done.announced, done.failed) == (1, 1)
    assert again.failed == 1, "tried again"
    assert TOLD in card(lying)


@pytest.mark.parametrize("touch", ["kept", "saved", "a file"])
def test_whoever_touches_it_keeps_it(site: Site, touch: str) -> None:
    draft = begin(site.visitor("stille")).complete()
    age(site, draft, QUIET)
    purged(site)
    assert TOLD in card(draft)
    if touch == "kept":
        answer = draft.guest.post(f"{draft.path}/behold", page=f"{draft.guest.at}/mine-saker")
        assert "Utkastet blir liggende." in draft.guest.get(answer.headers["location"]).text
    elif touch == "saved":
        assert draft.autosave("need", {"what_matters": "Noe mer"}).status_code < 400
    else:
        assert upload(draft, "brev.pdf", SECRET).status_code == 303
    assert TOLD not in card(draft)
    age(site, draft, KEPT.notice_days)
    assert purged(site).drafts == 0
    age(site, draft, QUIET)
    assert purged(site).announced == 1, "told anew, with the whole time before it goes"
    if touch == "kept":
        assert draft.send().status_code == 303
        assert draft.guest.get(draft.path).status_code == 200, "of the draft that it was nothing is told"


def test_a_complaint_whose_deadline_nobody_knows_stays_a_year(site: Site) -> None:
    draft = begin(site.visitor("jevn"), "appeal")
    age(site, draft, 364)
    assert (purged(site).announced, TOLD in card(draft)) == (0, False)
    age(site, draft, 3)
    assert purged(site).announced == 1
    age(site, draft, KEPT.notice_days)
    assert purged(site).drafts == 1


def test_a_draft_stays_as_long_as_somebody_may_come_to_it_by_a_code(either_site: Site) -> None:
    purged(either_site)  # what other tests have let lie
    draft = begin(either_site.visitor("stille"))
    code_for_counter(draft)
    age(either_site, draft, 2 * KEPT.draft_days)
    assert purged(either_site).announced == 0
    with either_site.tools() as tools, tools.store.write() as db:
        over = tools.clock() - timedelta(minutes=1)
        db.execute(update(Invitation).where(Invitation.case_id == draft.id).values(expires_at=over))
    assert purged(either_site).announced == 1


def command(site: Site, *arguments: str, fail: str = "") -> subprocess.CompletedProcess[str]:
    return site.run("purge", *arguments, check=False, VEIVISER_FAIL=fail)


def test_killed_between_rows_and_bytes_it_leaves_nothing_for_long(either_site: Site, lying: Draft) -> None:
    purged(either_site)
    age(either_site, lying, KEPT.notice_days)
    assert "drafts: 1\n" in command(either_site, "--dry-run").stdout
    before = files(either_site)
    assert command(either_site, fail="draft_rows_gone:kill").returncode == -signal.SIGKILL
    assert behind.case(either_site, lying) is None
    assert files(either_site) == before, "the bytes nobody speaks of any more"
    done = command(either_site)
    assert (done.returncode, "drafts: 0\n" in done.stdout) == (0, True)
    assert str(lying.id) not in done.stdout + done.stderr, "counts alone"
    age_files(before)
    with either_site.tools() as tools:
        assert sweep(tools) >= 1
    assert len(files(either_site)) < len(before)


def test_accounts_that_nothing_is_kept_for_and_log_ins_that_are_over_go(
    tmp_path: Path, database_url: str
) -> None:
    """``nevo`` and ``aile`` have no case on this site of their own; who is there still keeps what they need."""
    with SiteAt(tmp_path, database_url) as site:
        what_nobody_needs_goes(site)


def what_nobody_needs_goes(either_site: Site) -> None:
    idle, here, owner = (either_site.visitor(one) for one in ("nevo", "aile", "sein"))
    begin(owner)
    stale = either_site.visitor("sein")
    idle.log_out()
    owner.log_out()
    begun(either_site, stale, minutes_ago=60 * 8 - 5)
    assert purged(either_site, dry_run=True).log_ins == 0, "by it the provider's log-in can be ended yet"
    begun(either_site, stale, minutes_ago=60 * 8)
    counted = purged(either_site, dry_run=True)
    assert counted.log_ins == 1
    assert counted.accounts >= 1
    assert purged(either_site) == counted
    assert [_there(either_site, one) for one in (owner, here, idle)] == [True, True, False]
    assert here.get(f"{here.at}/mine-saker").status_code == 200
    idle.log_in("nevo")
    assert _there(either_site, idle)


def begun(site: Site, guest: Guest, *, minutes_ago: int) -> None:
    """As if their log-ins had begun so long ago, and nobody had used them since."""
    with site.tools() as tools, tools.store.write() as db:
        at = tools.clock() - timedelta(minutes=minutes_ago)
        whose = select(Account.id).where(Account.lookup == lookup_of(tools, guest.invented.national_id))
        own = LoginSession.account_id.in_(whose)
        db.execute(update(LoginSession).where(own).values(started_at=at, seen_at=at))


def _there(site: Site, guest: Guest) -> bool:
    with site.tools() as tools, tools.store.read() as db:
        known = lookup_of(tools, guest.invented.national_id)
        return db.scalar(select(Account.id).where(Account.lookup == known)) is not None
