"""Every kind of visitor, and every kind of door: drafts, cases that wait or are in, and a file in each."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

import pytest

import tests.rules_kept  # noqa: F401 -- addresses are built often here
from docgen.contract import DOCX, PDF
from tests import later, powers, several
from tests.counter import begun
from tests.draft import Draft, begin
from tests.guest import Guest
from tests.paper_form import begin_paper
from tests.running_site import Site
from wizard.access_table import State, Who
from wizard.case_address import CaseAddress
from wizard.cases.handing_over import CaseStore
from wizard.clamd import CLEAN
from wizard.models import Attachment

AS_SUCH: Mapping[str, Who] = {
    "nobody": "nobody",
    "stille": "citizen",
    "myk": "citizen",
    "frisk": "citizen",
    "sein": "citizen",
    "lun": "office",
    "mild": "office without a reason",
    "klar": "office elsewhere",
    "fin": "helper",
    "kjapp": "helper elsewhere",
}
"""Everybody who comes, and what they are where they have no part in it."""


@dataclass(frozen=True)
class Door:
    """One person's way in to a case."""

    address: CaseAddress
    state: State
    whose: str
    role: Who

    def knocking(self, key: str) -> Who:
        """What somebody is at this door."""
        return self.role if key == self.whose else AS_SUCH[key]


@dataclass(frozen=True)
class World:
    """Every door there is, and everybody who might come."""

    doors: tuple[Door, ...]
    file_id: uuid.UUID
    visitors: dict[str, Guest]


def address(draft: Draft) -> CaseAddress:
    return CaseAddress(*(uuid.UUID(one) for one in draft.path.rsplit("/", 1)[1].split(".")))


def own(draft: Draft, state: State, whose: str, role: Who = "owner") -> Door:
    return Door(address(draft), state, whose, role)


@pytest.fixture(scope="module")
def small_world(postgresql_site: Site) -> World:
    """On PostgreSQL: nobody, and somebody's draft and case."""
    stille = postgresql_site.visitor("stille")
    draft, sent = begin(stille).complete(), begin(stille).complete()
    assert sent.send().status_code == 303
    doors = (own(draft, "draft", "stille"), own(sent, "sent", "stille"))
    return World(doors, with_files(postgresql_site, sent), {"nobody": postgresql_site.visitor()})


@pytest.fixture(scope="module")
def world(site: Site) -> World:
    site.with_docgen()
    visitors = {
        key: site.visitor(
            None if key == "nobody" else key, "kristiansand" if "elsewhere" in who else "larvik"
        )
        for key, who in AS_SUCH.items()
    }
    stille, lun = visitors["stille"], visitors["lun"]
    sent = begin(stille).complete()
    assert sent.send().status_code == 303
    file_id = with_files(site, sent)
    doors = [
        own(begin(stille).complete(), "draft", "stille"),
        own(sent, "sent", "stille"),
        own(begin_paper(lun).write_down(), "paper", "lun", "registrar"),
        *waiting(visitors["myk"], visitors["frisk"]),
        *by_power(site, stille, visitors["myk"]),
        *at_the_counter(visitors["fin"]),
    ]
    for door in doors:
        if door.state == "sent":
            lun.get(f"/larvik/kontor/sak/{door.address.case_id}")  # they say why they open it
    return World(tuple(doors), file_id, visitors)


def with_files(site: Site, sent: Draft) -> uuid.UUID:
    """Both documents, and an attachment."""
    file_id = uuid.uuid4()
    with site.tools() as tools:
        for media_type in (PDF, DOCX):
            CaseStore(tools).keep_document(sent.id, media_type, b"an invented document")
        tools.blobs.put(file_id.hex, b"an invented file")
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
    return file_id


def waiting(parent: Guest, signer: Guest) -> list[Door]:
    waits = several.filled_for(parent, signer.invented, representative={"rep_authority": "none"})
    several.wait(waits)
    at = several.come(signer, several.code_of(several.ask(waits, "young_person"))).split("/")[3]
    asked = CaseAddress(*(uuid.UUID(one) for one in at.split(".")))
    return [own(waits, "waits", "myk"), Door(asked, "waits", "frisk", "signer")]


def by_power(site: Site, giver: Guest, proxy: Guest) -> list[Door]:
    """A draft and a case that is in, both filled in by a proxy."""
    power = later.sent(powers.given(giver, proxy))
    draft, sent = powers.begin_for(site, proxy, power), powers.begin_for(site, proxy, power)
    later.sent(powers.filled_in(sent))
    return [own(draft, "draft", "myk", "proxy"), own(sent, "sent", "myk", "proxy")]


def at_the_counter(helper: Guest) -> list[Door]:
    """A draft that is ready, and a case whose signature comes on paper."""
    draft, sent = begun(helper).complete(), begun(helper).complete()
    on_paper = {"told_use": "yes", "read_back": "yes", "way": "paper", "identity": "passport"}
    assert helper.post(f"{sent.path}/underskrift", on_paper).status_code == 303
    return [own(draft, "draft", "fin", "assistant"), own(sent, "sent", "fin", "assistant")]
