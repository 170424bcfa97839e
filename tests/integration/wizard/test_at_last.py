"""What was agreed to holds on when the words of its case are gone from here; and at last nothing is left of it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from forms.municipality import municipality
from tests import consents, paper_form, powers, several
from tests.at_a_time import SiteAt
from tests.draft import Draft, begin
from tests.guest import Guest
from tests.integration.consents.test_taken_down import child_consent
from tests.integration.wizard.test_archived import archived, delivered
from tests.seen import checked, office, tampered
from wizard.accounts import lookup_of
from wizard.cases.access_log import entry_place
from wizard.cases.lapsing import DAYS_OF_YEAR
from wizard.cases.old_log_words import KEPT, MARK, ROUNDS
from wizard.cases.purging import Purged, purge
from wizard.models import Account, Case, StepAnswers, Submission, Table
from wizard.models_access import Access
from wizard.models_consents import Consent
from wizard.providers import invented

RULES = municipality("larvik").retention
FIRST = datetime(2026, 12, 1, 11, tzinfo=UTC)
GONE = FIRST + timedelta(days=RULES.sent_days)
"""When what waits for nothing is taken away here."""
FORGOTTEN = timedelta(days=DAYS_OF_YEAR * RULES.stub_years)


@pytest.fixture
def site_at(tmp_path: Path) -> Iterator[SiteAt]:
    """On 1 December 2026."""
    with SiteAt(tmp_path) as site:
        yield site


def purged(site: SiteAt, *, dry_run: bool = False) -> Purged:
    return purge(site.app.extensions["tools"], dry_run=dry_run)


def emptied(site: SiteAt, draft: Draft) -> None:
    """Delivered, put into the archive, and taken away here."""
    archived(site, delivered(site, draft))
    site.now = GONE
    assert purged(site).sent == 1


def at_work(site: SiteAt, draft: Draft) -> Guest:
    """Staff who have said why they open the case."""
    lun = site.visitor("lun")
    lun.get(office(draft))
    return lun


def steps(site: SiteAt, draft: Draft) -> set[str]:
    with site.tools() as tools, tools.store.read() as db:
        return set(db.scalars(select(StepAnswers.slug).where(StepAnswers.case_id == draft.id)))


def found(lun: Guest, asked: str) -> str:
    answer = lun.post("/larvik/kontor/sok", {"asked": asked}, page="/larvik/kontor/")
    assert answer.status_code == 200
    return answer.text.split("<main")[1]


def test_a_yes_for_a_child_holds_on_and_the_child_decides_at_16(site_at: SiteAt) -> None:
    case = child_consent(site_at)
    assert "Det noen har sagt ja til eller gitt fullmakt til, gjelder etterpå også." in asked_page(
        site_at, case
    )
    emptied(site_at, case)
    assert steps(site_at, case) <= {"role", "subject", "you"}
    case.guest.log_in("myk")
    stub = case.guest.get(case.path).text
    assert "Det du skrev, er slettet herfra." in stub
    assert "Denne siden ligger her så lenge noe av det gjelder, og i 3 år etter det." in stub
    rask = site_at.visitor("rask")
    assert "Gitt av en forelder før du fylte 16 år." in consents.page(rask)
    lun = site_at.visitor("lun")
    assert office(case) in found(lun, "Myk Havgløtt")
    assert office(case) in found(lun, case.guest.invented.national_id)
    page = lun.get(office(case)).text
    assert "Samtykker i saken" in page
    assert "Noen trekker samtykket" in page
    assert "Teksten det ble sagt ja til" in page
    taken = consents.take_down(
        lun,
        case,
        [str(one.id) for one in consents.rows(site_at, case)],
        said_by="Rask Elveblest",
        **paper_form.boxes("said_on", site_at.now.date()),
    )
    assert taken.status_code == 303, taken.text
    assert set(consents.states(site_at, case).values()) == {"taken_back"}
    assert "Trukket" in lun.get(office(case)).text
    assert "Kontoret skrev ned" in consents.page(rask)
    assert purged(site_at, dry_run=True).steps == 1
    assert (purged(site_at).steps, purged(site_at).steps, steps(site_at, case)) == (1, 0, set())
    assert lun.get(office(case)).status_code == 200


def asked_page(site: SiteAt, draft: Draft) -> str:
    lun = at_work(site, delivered(site, draft))
    return lun.get(f"{office(draft)}/arkivert").text


def test_a_power_holds_on_and_is_taken_back_at_the_office_as_before(site_at: SiteAt) -> None:
    giver, proxy = site_at.visitor("stille"), site_at.visitor("myk")
    power = powers.given(giver, proxy, limits={"valid_to": "2029-12-31"})
    power.today = FIRST.date()
    assert power.send().status_code == 303
    emptied(site_at, power)
    for guest in (giver, proxy):
        guest.log_in(guest.invented.key)
    stub = giver.get(power.path).text
    assert "Fullmakten gjelder fortsatt." in stub
    assert proxy.invented.name in stub
    assert "Trekk fullmakten" in stub
    draft = powers.begin_for(site_at, proxy, power)
    assert draft.guest.get(draft.path).status_code in {200, 303, 302}
    lun = site_at.visitor("lun")
    page = lun.get(office(power)).text
    assert "Saken er fra Stille Bjørkeløv." in page
    assert "Noen trekker fullmakten" in page
    ended = powers.end_at_office(lun, power, **paper_form.boxes("told_on", site_at.now.date()))
    assert ended.status_code == 303, ended.text
    assert "Avsluttet" in powers.page(proxy)
    assert "Fullmakten gjelder ikke." in giver.get(power.path).text
    assert purged(site_at).steps == 1
    assert "Fullmakten gjelder ikke." in lun.get(office(power)).text


def test_what_never_comes_keeps_nothing_for_ever(site_at: SiteAt) -> None:
    myk = site_at.visitor("myk")
    rask = next(one for one in invented() if one.name.startswith("Rask") and one.staff_of is None)
    draft = several.filled_for(myk, rask, "consent", topics={"persons_excluded": ""}, duration=consents.UNTIL)
    assert several.wait(draft).status_code == 303
    kjekk = site_at.visitor("kjekk")
    at = several.come(kjekk, several.code_of(several.ask(draft, "second_parent", kjekk.invented)))
    sure = {"sure": "yes"}
    assert myk.post(f"{several.page(draft)}/send", sure, page=several.page(draft)).status_code == 303
    asked = asked_page(site_at, draft)
    assert "Noe mangler fortsatt." in asked
    assert "1. desember 2027" in asked
    archived(site_at, draft)
    own = myk.get(draft.path).text
    assert "laste den ned her til 1. desember 2027." in own
    assert "Noe mangler fortsatt. Det må komme før den dagen." in own
    site_at.now = GONE
    assert purged(site_at).sent == 0
    site_at.now = FIRST + timedelta(days=RULES.waiting_days)
    assert purged(site_at).sent == 1
    for guest in (myk, kjekk):
        guest.log_in(guest.invented.key)
    assert set(consents.states(site_at, draft).values()) == {"lapsed", "expired"}
    assert "Det som manglet, kom ikke i tide." in consents.page(myk)
    assert kjekk.get(at).status_code in {403, 404, 410}
    assert kjekk.get(f"{kjekk.at}/mine-saker").status_code == 200


def rows_about(site: SiteAt, draft: Draft) -> int:
    """In how many places of the database the case is named, but for the access log."""
    with site.tools() as tools, tools.store.read() as db:
        columns = [
            column
            for table in Table.metadata.sorted_tables
            for column in table.columns
            if table is not Access.__table__
            and (
                column is Case.__table__.c.id
                or any(key.column is Case.__table__.c.id for key in column.foreign_keys)
            )
        ]
        return sum(db.scalar(select(func.count()).where(column == draft.id)) or 0 for column in columns)


def known(site: SiteAt, guest: Guest) -> bool:
    with site.tools() as tools, tools.store.read() as db:
        lookup = lookup_of(tools, guest.invented.national_id)
        return db.scalar(select(Account.id).where(Account.lookup == lookup)) is not None


def test_at_last_the_stub_goes_with_its_owners_name_and_the_log_keeps_no_words(
    tmp_path: Path, database_url: str
) -> None:
    with SiteAt(tmp_path, database_url) as site:
        site.now = FIRST  # as the real clock tells it: the log hashes what it is told
        draft = consents.given(site.visitor("stille"))
        emptied(site, draft)
        site.now = GONE + timedelta(days=30)
        draft.guest.log_in("stille")
        assert purged(site).steps == 0, "it holds without an end"
        back = consents.take_back(draft.guest, consents.part_ids(site, draft, *consents.states(site, draft)))
        over = site.now
        site.later(draft, over + FORGOTTEN)
        assert "Denne siden blir slettet 1. juli 2030." in draft.guest.get(draft.path).text
        assert purged(site).stubs == 0, "what took it back is here, and tells of it"
        archived(site, delivered(site, back))
        site.now += timedelta(days=RULES.sent_days)
        assert (purged(site).sent, rows_about(site, draft) > 0, known(site, draft.guest)) == (1, False, True)
        site.now += FORGOTTEN
        assert purged(site, dry_run=True).stubs == 1
        assert (purged(site).stubs, purged(site).stubs) == (1, 0)
        assert (rows_about(site, back), known(site, draft.guest)) == (0, False)
        the_log_keeps_no_words(site)


def log_of(site: SiteAt) -> list[Access]:
    with site.tools() as tools, tools.store.read() as db:
        return list(db.scalars(select(Access).order_by(Access.number)))


def the_log_keeps_no_words(site: SiteAt) -> None:
    """Once five years are over; nothing is lost of what shows that somebody tampered."""
    rows = log_of(site)
    kept = [row.number for row in rows if row.emptied_at is None]
    assert 0 < len(kept) < len(rows), "what was opened eight years ago, and what four years ago"
    assert (purged(site).log_words, checked(site).breaks) == (0, [])
    site.now += KEPT
    assert purged(site, dry_run=True).log_words == len(kept)
    said_to_be_gone(site, kept)
    with tampered(site, f"UPDATE access_log SET reason = 'in_hand' WHERE number = {kept[1]}"):  # noqa: S608 -- ours
        assert purged(site).failed == 1
        assert [row.number for row in log_of(site) if row.emptied_at is None] == [kept[1]], (
            "for who looks into it"
        )
        assert f"Row {kept[1]} is not as it was written" in checked(site).breaks[0]
    assert (purged(site).log_words, purged(site).log_words) == (len(kept), 0)
    with site.tools() as tools:
        words = [tools.vault.open_json(row.sealed_entry, entry_place(row.number)) for row in log_of(site)]
    assert {name for one in words for name in one} == {MARK}
    assert (checked(site).rows, checked(site).breaks) == (len(rows), [])
    for change in (
        "SET reason = 'in_hand'",
        "SET account_id = case_id",
        "SET emptied_at = NULL",
        "SET hash = (SELECT hash FROM access_log WHERE number = 1)",
        "SET sealed_entry = (SELECT sealed_entry FROM access_log WHERE number = 1)",
    ):
        with tampered(site, f"UPDATE access_log {change} WHERE number = 2"):
            assert checked(site).breaks, change
    with tampered(site, "DELETE FROM access_log WHERE number = 2"):
        assert checked(site).breaks
    assert checked(site).breaks == []


def said_to_be_gone(site: SiteAt, kept: list[int]) -> None:
    """Whoever owns the database says of a row that its words went: the checker tells, and they go all the same."""
    one = kept[1]
    with tampered(site, f"UPDATE access_log SET emptied_at = at WHERE number = {one}"):  # noqa: S608 -- ours
        assert checked(site).breaks == [f"Row {one} has its words, and is said to be without them."]
        site.now += timedelta(days=(one - site.now.toordinal()) % ROUNDS)
        assert purged(site, dry_run=True).log_words == len(kept)
        done = purged(site)
        assert (done.log_words, done.failed, checked(site).breaks) == (len(kept), 1, [])
        again = purged(site)
        assert (again.log_words, again.failed) == (0, 0)


@pytest.mark.parametrize("hides", [True, False])
def test_who_hides_is_not_told_of_when_their_own_stub_would_be_gone(site_at: SiteAt, hides: bool) -> None:  # noqa: FBT001 -- a case of the test
    """What they took back in another's case is read there yet, and not by whom."""
    others, own = consents.given(site_at.visitor("stille")), begin(site_at.visitor("myk")).complete()
    assert own.send().status_code == 303
    emptied(site_at, own)
    with site_at.tools() as tools, tools.store.write() as db:
        owner = db.scalar(select(Case.owner_id).where(Case.id == own.id))
        back = {"withdrawn_by": owner, "withdrawn_at": GONE, "ended_at": GONE}
        db.execute(update(Consent).where(Consent.case_id == others.id).values(back))
        db.execute(update(Submission).where(Submission.case_id == own.id).values(restricted=hides))
    site_at.now = GONE + FORGOTTEN
    assert purged(site_at).stubs == int(not hides)
