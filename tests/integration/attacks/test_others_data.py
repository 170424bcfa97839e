"""Attacks A-029 to A-039: at somebody else's draft, files and documents, and at what is not asked."""

import uuid
from dataclasses import dataclass

import pytest

from docgen.contract import DOCX, PDF
from tests import behind
from tests.draft import Draft, begin, told
from tests.guest import Guest, bare, is_page
from tests.integration.attacks.both import kind_of_site, site
from tests.running_site import Site
from wizard.cases.handing_over import CaseStore
from wizard.clamd import CLEAN
from wizard.models import Attachment

__all__ = ["kind_of_site", "site"]


@dataclass(frozen=True)
class Sent:
    """A case that is in, with both documents."""

    draft: Draft
    guest: Guest

    @property
    def addresses(self) -> list[str]:
        path = self.draft.path
        return [
            path,
            *(f"{path}/{end}" for end in ("kvittering", "dokumenter", "dokument/pdf", "dokument/docx")),
        ]


@pytest.fixture(scope="module")
def sent(site: Site) -> Sent:
    guest = site.visitor("aile")
    draft = begin(guest).complete()
    assert draft.send().status_code == 303
    with site.tools() as tools:
        store = CaseStore(tools)
        for media_type in (PDF, DOCX):
            store.keep_document(draft.id, media_type, b"an invented document")
    return Sent(draft, guest)


def of_a_draft(draft: Draft) -> list[str]:
    return [draft.path, draft.step("role"), *(f"{draft.path}/{end}" for end in ("se-over", "send", "slett"))]


def test_a_029_another_persons_draft_is_not_there(site: Site, draft: Draft, other: Guest) -> None:
    for address in of_a_draft(draft):
        unknown = other.get(address.replace(str(draft.id), str(uuid.uuid4())))
        answer = other.get(address)
        assert answer.status_code == unknown.status_code == 404
        assert bare(answer.text) == bare(unknown.text)
    assert f'"case": "{draft.id}"' in site.logs(), "the refusal is written down"


def test_a_030_nobody_writes_into_another_persons_draft(site: Site, draft: Draft, other: Guest) -> None:
    told_here = [("csrf_token", other.token()), ("version", "0"), ("submitter_role", "self")]
    role = draft.step("role")
    addresses = [role, f"{role}/autolagring", f"{draft.path}/send", f"{draft.path}/slett"]
    with site.unchanged():
        for address in addresses:
            assert other.submit(address, told_here).status_code == 404
            files = {"attachment": ("brev.pdf", b"%PDF-1.7 invented", "application/pdf")}
            assert other.http.post(address, data=dict(told_here), files=files).status_code == 404


def test_a_031_receipt_documents_and_case_are_not_there_for_others(
    site: Site, sent: Sent, other: Guest
) -> None:
    elsewhere = site.visitor("klar", "kristiansand")
    for address in sent.addresses:
        own = sent.guest.get(address, headers={"HX-Request": "true"})  # one of them is a part of a page
        assert own.status_code == 200, "its owner gets it"
        assert other.get(address).status_code == 404
        assert elsewhere.get(address).status_code == 302, "staff are no citizens"
    office = sent.draft.path.replace("/sak/", "/kontor/sak/")
    for address in (office, f"{office}/dokument/pdf", f"{office}/vedlegg/{uuid.uuid4()}"):
        assert elsewhere.get(address).status_code == 404
        assert elsewhere.get(address.replace("larvik", "kristiansand")).status_code == 404
        assert sent.guest.get(address).status_code == 302, "a citizen is no staff"


def test_a_031_a_file_is_handed_out_in_its_own_case_only(site: Site, sent: Sent, draft: Draft) -> None:
    mine, theirs = uuid.uuid4(), uuid.uuid4()
    with site.tools() as tools, tools.store.write() as db:
        for file_id, case_id in ((mine, draft.id), (theirs, sent.draft.id)):
            info = {
                "id": str(file_id),
                "name": "brev.pdf",
                "size": 8,
                "media_type": "application/pdf",
                "sha256": "",
            }
            tools.blobs.put(file_id.hex, b"invented")
            sealed = tools.vault.seal_json(info, f"attachments:{file_id}")
            db.add(
                Attachment(
                    id=file_id,
                    case_id=case_id,
                    question="x",
                    added_at=tools.clock(),
                    sealed_info=sealed,
                    screened=CLEAN,
                )
            )
    assert draft.guest.get(f"{draft.path}/vedlegg/{mine}").content == b"invented"
    assert draft.guest.get(f"{draft.path}/vedlegg/{theirs}").status_code == 404
    assert draft.guest.get(f"{sent.draft.path}/vedlegg/{theirs}").status_code == 404
    assert sent.guest.get(f"{draft.path}/vedlegg/{mine}").status_code == 404


def test_a_031_the_office_does_not_see_drafts(site: Site, draft: Draft) -> None:
    staff = site.visitor("lun")
    office = draft.path.replace("/sak/", "/kontor/sak/")
    assert staff.get(office).status_code == 404
    assert str(draft.id) not in staff.get("/larvik/kontor/").text


def test_a_032_ids_are_random_and_their_neighbours_are_not_there(draft: Draft) -> None:
    another = begin(draft.guest)
    assert {draft.id.version, another.id.version} == {4}, "122 random bits"
    for step in (-1, 1, 1 << 64, -(1 << 96)):
        near = uuid.UUID(int=(draft.id.int + step) % (1 << 128))
        assert draft.guest.get(f"/larvik/sak/{near}").status_code == 404
    for shape in (uuid.uuid1(), uuid.UUID(int=0), "1", "..", "%2e%2e", draft.id.hex[:31], "V-2345-6789"):
        assert draft.guest.get(f"/larvik/sak/{shape}").status_code in {404, 308}


def test_a_033_the_address_decides_which_draft_is_meant(site: Site, draft: Draft) -> None:
    another = begin(draft.guest)
    before = saved_steps(site, another)
    answer = draft.answer(
        "role",
        {
            "submitter_role": "self",
            "draft_id": str(another.id),
            "case_id": str(another.id),
            "id": str(another.id),
        },
    )
    assert answer.headers["location"].startswith(f"{draft.path}/")
    assert saved_steps(site, another) == before == []
    assert saved_steps(site, draft) != []


def saved_steps(site: Site, draft: Draft) -> list[str]:
    return [row for row in table(site, "step_answers") if draft.id.hex in row.replace("-", "")]


def table(site: Site, name: str) -> list[str]:
    """Its rows, in whichever schema it stands."""
    return next(rows for found, rows in site.rows().items() if found.endswith(f".{name}"))


def test_a_034_columns_are_not_fields(site: Site, draft: Draft) -> None:
    def columns() -> tuple[object, ...]:
        case = behind.case(site, draft)
        assert case
        return case.owner_id, case.municipality, case.journey, case.reference, case.started_at

    kept = ("submissions", "accounts", "case_events")
    before, tables = columns(), [table(site, name) for name in kept]
    stolen = {
        "status": "innsendt",
        "owner_id": str(uuid.uuid4()),
        "kommune_id": "kristiansand",
        "municipality": "kristiansand",
        "is_staff": "1",
        "staff_of": "larvik",
        "submitted_at": "2020-01-01",
        "received_at": "2020-01-01",
        "reference": "V-AAAA-AAAA",
    }
    assert draft.answer("role", {"submitter_role": "self"} | stolen).status_code == 303
    assert columns() == before
    assert [table(site, name) for name in kept] == tables
    assert set(behind.answers(site, draft)["role"]).isdisjoint(stolen)


def test_a_035_a_field_of_another_step_is_not_stored(site: Site, draft: Draft) -> None:
    foreign = {
        "need_description": "utenfor",
        "subject_given_name": "Utenfor",
        "request_types": ["coordinator"],
    }
    assert draft.answer("role", {"submitter_role": "self"} | foreign).status_code == 303
    stored = behind.answers(site, draft)
    assert set(stored) == {"role"}
    assert set(stored["role"]).isdisjoint(foreign)


def test_a_036_what_the_log_in_tells_cannot_be_typed_over(site: Site, draft: Draft) -> None:
    walk = draft.fill(told(), until="contact")
    someone_else = "21868449893"
    changed = {
        "subject_given_name": "Stille",
        "subject_family_name": "Bjørkeløv",
        "subject_national_id": someone_else,
    }
    assert draft.answer("you", changed).status_code == 303
    assert (
        draft.answer("role", {"submitter_role": "self", "municipality_id": "kristiansand"}).status_code == 303
    )
    stored = behind.answers(site, draft)
    assert someone_else not in repr(stored)
    assert "kristiansand" not in repr(stored)
    assert walk.situation.submitter.national_id[:6] in draft.review()


def test_a_037_unknown_keys_never_reach_the_document(site: Site, draft: Draft) -> None:
    hostile = {
        "hiddenFields[0][name]": "role",
        "hiddenFields[0][value]": "admin",
        "__proto__": "x",
        "contract": "2",
    }
    draft.complete()
    given = {"submitter_role": "self", "staff_assistance": "no"}
    assert draft.answer("role", given | hostile).status_code == 303
    assert draft.send(**hostile).status_code == 303
    frozen = behind.frozen(site, draft).model_dump_json()
    assert not any(word in frozen for word in ("hiddenFields", "admin", "__proto__"))


def test_a_037_json_is_not_a_form(site: Site, draft: Draft) -> None:
    body = {"hiddenFields": [{"name": "role", "value": "admin"}], "version": 0, "submitter_role": "self"}
    with site.unchanged():
        answer = draft.guest.http.post(
            draft.step("role"), json=body, headers={"X-CSRFToken": draft.guest.token(draft.step("role"))}
        )
    assert answer.status_code == 400
    assert is_page(answer)


def test_a_038_a_case_is_in_one_municipality_only(draft: Draft) -> None:
    for address in of_a_draft(draft):
        assert draft.guest.get(address.replace("/larvik/", "/kristiansand/")).status_code == 404
        assert draft.guest.get(address.replace("/larvik/", "/ingensteds/")).status_code == 404
