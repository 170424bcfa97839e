"""Every kind of visitor, and what they find: a draft, a case that is in, and a file in each."""

import uuid
from dataclasses import dataclass

import pytest

from docgen.contract import DOCX, PDF
from tests import several
from tests.counter import Helped, begun
from tests.draft import Draft, begin
from tests.guest import Guest
from tests.paper_form import begin_paper
from tests.running_site import Site
from wizard.case_address import CaseAddress
from wizard.cases.handing_over import CaseStore
from wizard.clamd import CLEAN
from wizard.models import Attachment


@dataclass(frozen=True)
class World:
    """Cases of one's own, one that others sign, one that staff register from paper; and everybody who might come."""

    draft: Draft
    sent: Draft
    asked: CaseAddress
    """A signer's way in to a case that waits for them."""
    waits: Draft
    paper: Draft
    helped: tuple[Helped, Helped]
    """As a helper has them: a draft that is ready, and a case whose signature comes on paper."""
    file_id: uuid.UUID
    visitors: dict[str, Guest]


@pytest.fixture(scope="module")
def world(site: Site) -> World:
    site.with_docgen()
    owner = site.visitor("stille")
    draft, sent, file_id = begin(owner).complete(), begin(owner).complete(), uuid.uuid4()
    assert sent.send().status_code == 303
    with site.tools() as tools:
        for media_type in (PDF, DOCX):
            CaseStore(tools).keep_document(sent.id, media_type, b"an invented document")
        tools.blobs.put(file_id, b"an invented file")
        info = {"id": str(file_id), "name": "a.pdf", "size": 9, "media_type": "application/pdf", "sha256": ""}
        with tools.store.write() as db:
            db.add(
                Attachment(
                    id=file_id,
                    case_id=sent.id,
                    question="x",
                    added_at=tools.clock(),
                    sealed_info=tools.vault.seal_json(info, f"attachments:{file_id}"),
                    screened=CLEAN,
                )
            )
    parent, signer = site.visitor("myk"), site.visitor("frisk")
    waits = several.filled_for(parent, signer.invented, representative={"rep_authority": "none"})
    several.wait(waits)
    address = several.come(signer, several.code_of(several.ask(waits, "young_person"))).split("/")[3]
    asked = CaseAddress(*(uuid.UUID(one) for one in address.split(".")))
    lun, helper = site.visitor("lun"), site.visitor("fin")
    helped = begun(helper), begun(helper)
    for one in helped:
        one.complete()
    on_paper = {"told_use": "yes", "read_back": "yes", "way": "paper", "identity": "passport"}
    assert helper.post(f"{helped[1].path}/underskrift", on_paper).status_code == 303
    visitors = {
        "nobody": site.visitor(),
        "owner": owner,
        "another citizen": site.visitor("sein"),
        "parent": parent,
        "signer": signer,
        "staff": lun,
        "staff elsewhere": site.visitor("klar", "kristiansand"),
        "helper": helper,
        "helper elsewhere": site.visitor("kjapp", "kristiansand"),
    }
    lun.get(sent.path.replace("/sak/", "/kontor/sak/"))  # they say why they open it
    return World(draft, sent, asked, waits, begin_paper(lun).write_down(), helped, file_id, visitors)
