"""F-01, F-02: whoever dies, fails or freezes at whichever step of sending and storing, nothing is lost or doubled.

Each point in each way on one database here, and on the other in ``make soak``.
"""

from http import HTTPStatus
from threading import Thread

import httpx
import pytest

from tests import behind
from tests.draft import CONSENTS, Draft, begin
from tests.faults.points import AFTER_COMMIT, BEFORE_COMMIT, STORING, some
from tests.faults.striking import Fields, ended, posted, strike, waking
from tests.guest import CANARY, bare
from tests.integration.wizard.test_attachments import SECRET, STEP, links
from tests.integration.wizard.test_sweeping import age, files
from tests.running_site import Site
from wizard.cases.sweeping import sweep
from wizard.unreconciled import unreconciled

each = pytest.mark.parametrize
STRUCK = ("struck", "point", "way")


def nothing_is_amiss(site: Site) -> None:
    """Receipts, hand-overs, rows and files belong together; and of what a crash left, all goes once it is old."""
    with site.tools() as tools:
        assert sum(unreconciled(tools, bytes_too=True).values()) == 0
        age(files(site))
        sweep(tools)
        assert sum(unreconciled(tools).values()) == 0


def is_sent_once(site: Site, draft: Draft) -> None:
    """One receipt, one case, one hand-over, and each thing that happened to it once."""
    assert draft.receipt()
    kinds = behind.events(site, draft)
    assert sorted(kinds) == sorted(set(kinds))
    assert "submitted" in kinds
    assert behind.submissions(site, draft) == 1
    assert behind.hand_overs(site, draft) == 1
    nothing_is_amiss(site)


def drafted(site: Site) -> Draft:
    """Whose browser takes a new line for each request: whoever had the old one may be dead."""
    guest = site.visitor("stille")
    guest.http.headers["Connection"] = "close"
    return begin(guest)


def sends(draft: Draft, fields: Fields) -> httpx.Response | None:
    return posted(draft.guest, f"{draft.path}/send", fields)


def sent_though(site: Site, point: str, way: str) -> tuple[Draft, httpx.Response | None]:
    """A draft that somebody sends, impatiently twice where it freezes, while one process is struck."""
    draft = drafted(site).complete()
    kept = behind.answers(site, draft)
    fields = draft.guest.told(f"{draft.path}/send").along(CONSENTS)
    mark = strike(site, point, way)
    second = Thread(target=sends, args=(draft, fields))
    with waking(site):
        if way == "pause":
            second.start()
        answer = sends(draft, fields)
        if way == "pause":
            second.join()
    assert not mark.exists()
    assert behind.answers(site, draft) == kept
    return draft, answer


@each(STRUCK, some(*BEFORE_COMMIT), indirect=["struck"])
def test_f_01_struck_before_the_commit_the_draft_is_whole_and_can_be_sent(
    struck: Site, point: str, way: str
) -> None:
    struck_before_the_commit(struck, point, way)


def struck_before_the_commit(site: Site, point: str, way: str) -> None:
    draft, answer = sent_though(site, point, way)
    assert ended(answer, way)
    if way != "pause":
        assert behind.submissions(site, draft) == behind.hand_overs(site, draft) == 0
        assert CANARY in draft.review()
        assert draft.send().headers["location"] == f"{draft.path}/kvittering"
    if way == "exception" and answer:
        assert 'value="electronic"' in answer.text, "what was chosen is there"
    is_sent_once(site, draft)


@each(STRUCK, some(*AFTER_COMMIT), indirect=["struck"])
def test_f_02_struck_after_the_commit_it_is_sent_and_sending_again_gives_the_same_receipt(
    struck: Site, point: str, way: str
) -> None:
    struck_after_the_commit(struck, point, way)


def struck_after_the_commit(site: Site, point: str, way: str) -> None:
    draft, answer = sent_though(site, point, way)
    assert ended(answer, way)
    receipt = draft.receipt()
    again = draft.guest.submit(f"{draft.path}/send", draft.guest.shown("/").along(CONSENTS))
    assert again.headers["location"] == f"{draft.path}/kvittering"
    assert bare(draft.receipt()) == bare(receipt)
    is_sent_once(site, draft)


@each(STRUCK, some(*STORING), indirect=["struck"])
def test_f_24_struck_while_a_file_is_kept_there_is_a_whole_file_or_none(
    struck: Site, point: str, way: str
) -> None:
    struck_while_a_file_is_kept(struck, point, way)


def struck_while_a_file_is_kept(site: Site, point: str, way: str) -> None:
    draft = drafted(site)
    draft.fill(until=STEP)
    before = behind.answers(site, draft), files(site)
    mark = strike(site, point, way)
    with waking(site):
        answer = keeps(draft)
    assert ended(answer, way)
    assert not mark.exists()
    kept = point == "attachment_with_row" or way == "pause"
    assert len(links(draft)) == kept
    if not kept:
        again = keeps(draft)
        assert again is not None
        assert again.status_code == HTTPStatus.SEE_OTHER
    [address] = links(draft).values()
    assert draft.guest.get(address).content == SECRET
    assert behind.answers(site, draft) == before[0]
    nothing_is_amiss(site)
    assert len(files(site)) == len(before[1]) + 1


def keeps(draft: Draft) -> httpx.Response | None:
    fields = draft.guest.told(draft.step(STEP)).along({"_upload": STEP})
    return posted(draft.guest, draft.step(STEP), fields, {STEP: ("brev.pdf", SECRET, "application/pdf")})
