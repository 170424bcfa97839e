"""The site as a county runs it, with its files in a store that speaks S3: it works, and goes on where that is away."""

import re
import uuid
from collections.abc import Iterator

import pytest

from tests.draft import Draft, begin, told
from tests.integration.handover.world import until
from tests.integration.s3_server import S3Server
from tests.integration.wizard.test_attachments import SECRET, STEP, links, upload
from tests.running_site import Site
from wizard.cases.comparing_files import Compared, compare
from wizard.cases.handing_over import CaseStore
from wizard.cases.kept_names import name_kept
from wizard.files.s3 import S3

NOT_NOW = "Vi fikk ikke tatt imot filen nå."


@pytest.fixture(scope="module")
def far_site(tmp_path_factory: pytest.TempPathFactory, s3: S3Server) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("far-site")
    site = Site(folder, f"sqlite:///{folder / 'site.sqlite'}", workers=1)
    site.environment |= s3.settings(seconds=1)
    with site:
        site.start_docgen()
        site.start_worker()
        yield site
        assert s3.key["secret"] not in site.logs()
        assert "Traceback" not in site.logs()


def ready(site: Site) -> Draft:
    draft = begin(site.visitor("stille"))
    draft.fill(until=STEP)
    return draft


def send(draft: Draft) -> None:
    walk = draft.walk(told())
    for step in walk.path[[step.slug for step in walk.path].index(STEP) :]:
        draft.answer(step.slug, {})
    assert draft.send().status_code == 303


def documents(site: Site, draft: Draft) -> list[int]:
    office = draft.path.replace("/sak/", "/kontor/sak/")
    staff = site.visitor("lun")
    return [staff.get(f"{office}/dokument/{kind}").status_code for kind in ("pdf", "docx")]


def test_a_file_is_sent_and_read_at_the_office_and_documents_come_there(far_site: Site) -> None:
    draft = ready(far_site)
    assert upload(draft, "brev.pdf", SECRET).status_code == 303
    assert draft.guest.get(links(draft)["brev.pdf"]).content == SECRET
    send(draft)
    until(lambda: documents(far_site, draft) == [200, 200])
    office = draft.path.replace("/sak/", "/kontor/sak/")
    staff = far_site.visitor("lun")
    (address,) = re.findall(r'href="([^"]*/kontor/[^"]*/vedlegg/[^"]*)"', staff.get(office).text)
    assert staff.get(address).content == SECRET
    assert staff.get(f"{office}/dokument/pdf").content.startswith(b"%PDF")
    assert not (far_site.folder / "files").exists(), "nothing of it lies here"
    with far_site.tools() as tools:
        assert isinstance(tools.blobs.store, S3)
        assert compare(tools) == Compared({}, set())
        (names,) = tools.blobs.store.names()
        assert len(names) == 3
        assert all(SECRET[100:200] not in tools.blobs.store.get(name) for name in names)


@pytest.mark.parametrize("trouble", ["full", "frozen"])
def test_f_15_what_comes_meanwhile_is_told_at_the_field_or_waits_and_follows(
    far_site: Site, s3: S3Server, trouble: str
) -> None:
    draft, waits = ready(far_site), ready(far_site)
    assert upload(draft, "tidlig.pdf", SECRET).status_code == 303
    s3.is_full() if trouble == "full" else s3.freeze()
    try:
        answer = upload(draft, "sen.pdf", SECRET + b"\n")
        assert answer.status_code == 422
        assert NOT_NOW in answer.text
        assert f'href="#{STEP}"' in answer.text
        assert list(links(draft)) == ["tidlig.pdf"]
        send(waits)
        assert waits.receipt(), "who needs no file sees nothing of it"
        told = far_site.visitor().http.get(f"{far_site.url}/readyz").json()
        assert (told["status"], told["checks"]["file_store"]) == ("ok", "warning")
        said = far_site.run("doctor", check=False).stderr
        assert ("has room" if trouble == "full" else "does not answer at VEIVISER_FILES_ENDPOINT") in said
        with far_site.tools() as tools:
            assert waits.id in CaseStore(tools).unfinished()
    finally:
        s3.is_full(full=False) if trouble == "full" else s3.freeze(again=True)
    until(lambda: documents(far_site, waits) == [200, 200])
    until(lambda: upload(draft, "sen.pdf", SECRET + b"\n").status_code == 303)
    assert set(links(draft)) == {"tidlig.pdf", "sen.pdf"}
    assert draft.guest.get(links(draft)["tidlig.pdf"]).content == SECRET


def test_what_is_taken_away_is_gone_there_too(far_site: Site) -> None:
    draft = ready(far_site)
    with far_site.tools() as tools:
        until(lambda: upload(draft, "brev.pdf", SECRET).status_code == 303)
        name = name_kept(tools, uuid.UUID(links(draft)["brev.pdf"].rsplit("/", 1)[1]))
        assert tools.blobs.has(name)
        assert draft.guest.post(f"{draft.path}/slett").status_code == 303
        assert not tools.blobs.has(name)
