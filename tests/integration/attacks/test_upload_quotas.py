"""Attack A-091: more files than there is room for, one after another and at once; what was there before is intact."""

import time
import uuid
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import update

from tests.draft import Draft, begin
from tests.integration.attacks.test_viruses import go_on
from tests.integration.postgresql_server import PostgresqlServer
from tests.integration.wizard.test_attachments import STEP, links, upload
from tests.made import READER
from tests.running_site import Site
from tests.sendable import pdf
from wizard.cases.attaching import kept_file
from wizard.cases.beginning import find_draft
from wizard.cases.drafts import read_draft
from wizard.cases.inspecting import Sound
from wizard.cases.quotas import hold_quota
from wizard.models import Attachment
from wizard.uploads.kinds import PDF_TYPE

LARGEST = pdf(size=10_000_000)
CASE_FULL = "så mye som skjemaet har plass til"
DAY_FULL = "så mye du kan på ett døgn"
PERSON_FULL = "så mye du kan i skjemaer som ikke er sendt"


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def narrow_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Room for three files in a form, for five in all that one person has not sent, and for seven of theirs in a day.

    Each test has people of its own on it.
    """
    folder = tmp_path_factory.mktemp("narrow")
    if request.param == "sqlite":
        address = f"sqlite:///{folder / 'site.sqlite'}"
    else:
        server: PostgresqlServer = request.getfixturevalue("postgresql")
        address = server.database(uuid.uuid4().hex)
    site = Site(folder, address)
    site.environment |= {
        "VEIVISER_FILES_OF_CASE": "3",
        "VEIVISER_FILES_OF_PERSON": "5",
        "VEIVISER_FILES_OF_DAY": "7",
        "VEIVISER_BYTES_OF_CASE": "25000000",
        "VEIVISER_BYTES_OF_PERSON": "31000000",
    }
    with site:
        yield site


def ready(site: Site, person: str = "stille") -> Draft:
    draft = begin(site.visitor(person))
    draft.fill(until=STEP)
    return draft


def stored(site: Site) -> int:
    return sum(path.is_file() for path in (site.folder / "files").rglob("*"))


def told(answer: httpx.Response) -> str:
    return " ".join(answer.text.split())


def test_a_091_there_is_an_end_to_what_follows_a_form_and_to_what_a_person_may_have(
    narrow_site: Site,
) -> None:
    before, first, second = stored(narrow_site), ready(narrow_site), ready(narrow_site)
    for number in range(3):
        assert upload(first, f"{number}.pdf", pdf()).status_code == 303
    assert CASE_FULL in told(upload(first, "4.pdf", pdf()))
    for number in range(2):
        assert upload(second, f"{number}.pdf", pdf()).status_code == 303
    with narrow_site.unchanged():
        answer = upload(second, "3.pdf", pdf())
    assert answer.status_code == 422
    assert PERSON_FULL in told(answer)
    assert f'href="#{STEP}"' in answer.text
    assert upload(ready(narrow_site, "var"), "a.pdf", pdf()).status_code == 303, (
        "others have room of their own"
    )
    assert (len(links(first)), len(links(second))) == (3, 2)
    assert stored(narrow_site) - before == 3, "equal ones of a form are kept once"
    file_id = links(first)["1.pdf"].rsplit("/", 1)[1]
    assert first.answer(STEP, {"_remove": f"{STEP}:{file_id}"}).status_code == 303
    assert upload(second, "3.pdf", pdf()).status_code == 303, "what is taken away makes room"


def test_a_091_bytes_are_counted_too(narrow_site: Site) -> None:
    before, first, second = stored(narrow_site), ready(narrow_site, "myk"), ready(narrow_site, "myk")
    for number in range(2):
        assert upload(first, f"{number}.pdf", LARGEST).status_code == 303
    assert CASE_FULL in told(upload(first, "3.pdf", LARGEST))
    assert upload(first, "liten.pdf", pdf()).status_code == 303
    assert upload(second, "1.pdf", LARGEST).status_code == 303
    assert PERSON_FULL in told(upload(second, "2.pdf", LARGEST))
    assert stored(narrow_site) - before == 3


def test_a_091_what_was_sent_within_a_day_is_counted_too(narrow_site: Site) -> None:
    for _ in range(2):
        draft = ready(narrow_site, "sein")
        for number in range(3):
            assert upload(draft, f"{number}.pdf", pdf()).status_code == 303
        go_on(draft)
        assert draft.send().status_code == 303
    third = ready(narrow_site, "sein")
    assert upload(third, "1.pdf", pdf()).status_code == 303
    with narrow_site.unchanged():
        assert DAY_FULL in told(upload(third, "2.pdf", pdf()))
    with narrow_site.tools() as tools, tools.store.write() as db:
        yesterday = tools.clock() - timedelta(hours=25)
        db.execute(update(Attachment).where(Attachment.case_id == draft.id).values(added_at=yesterday))
    assert upload(third, "2.pdf", pdf()).status_code == 303


def test_a_091_a_hundred_at_once_of_the_largest_size_find_no_more_room(narrow_site: Site) -> None:
    before, drafts = stored(narrow_site), [ready(narrow_site, "jevn"), ready(narrow_site, "jevn")]
    assert upload(drafts[0], "tidlig.pdf", pdf()).status_code == 303
    pages = [draft.guest.told(draft.step(STEP)).controls | {"_upload": STEP} for draft in drafts]

    def send(number: int) -> int:
        draft, page = drafts[number % 2], pages[number % 2]
        files = {STEP: (f"{number}.pdf", LARGEST, "a/b")}
        return draft.guest.http.post(draft.step(STEP), data=page, files=files).status_code

    with ThreadPoolExecutor(16) as at_once:
        answers = Counter(at_once.map(send, range(100)))
    assert answers == {303: 3, 422: 97}
    kept = [links(draft) for draft in drafts]
    assert sum(map(len, kept)) == 4
    with_large = [names for names in kept if set(names) - {"tidlig.pdf"}]
    assert stored(narrow_site) - before == 1 + len(with_large), "equal ones of a form are kept once"
    assert drafts[0].guest.get(kept[0]["tidlig.pdf"]).content == pdf()


def test_a_091_of_two_that_come_at_once_to_two_forms_the_second_counts_the_first(narrow_site: Site) -> None:
    before, first, second = stored(narrow_site), ready(narrow_site, "aile"), ready(narrow_site, "aile")
    for number in range(2):
        for draft in (first, second):
            assert upload(draft, f"{number}.pdf", pdf()).status_code == 303
    with narrow_site.tools() as tools, ThreadPoolExecutor(1) as another:
        with tools.store.write() as db:
            row = find_draft(db.connection(), first.id)
            hold_quota(db.connection(), read_draft(db.connection(), tools, row, READER))
            info = Sound("5.pdf", PDF_TYPE, pdf())
            db.add(kept_file(tools, READER, first.id, STEP, info))
            db.flush()
            waiting = another.submit(upload, second, "6.pdf", pdf())
            time.sleep(1)
        assert PERSON_FULL in told(waiting.result())
    assert (len(links(first)), len(links(second)), stored(narrow_site) - before) == (3, 2, 2)


def test_a_091_a_thousand_files_in_one_form_are_told_at_the_field(either_site: Site) -> None:
    draft = ready(either_site)
    assert upload(draft, "tidlig.pdf", pdf()).status_code == 303
    page = draft.guest.told(draft.step(STEP)).controls | {"_upload": STEP}
    files = [(STEP, (f"{number}.pdf", pdf(), "a/b")) for number in range(1001)]
    with either_site.unchanged():
        answer = draft.guest.http.post(draft.step(STEP), data=page, files=files)
    assert answer.status_code == 413
    assert list(links(draft)) == ["tidlig.pdf"]
