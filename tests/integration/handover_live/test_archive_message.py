"""A case of every form, handed over, as the municipality's archive gets it: by the schema, with the files it names."""

import re
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import select

from forms.journeys.registry import journey, samples
from forms.municipality import municipality
from tests import behind, powers
from tests.archive_message import RECORD, said
from tests.draft import Draft, begin
from tests.integration.handover.world import until
from tests.later import NEWS, attach, begin_about, fill, reference, sent, supplement, withdrawal
from tests.paper_form import STILLE, registered
from tests.running_site import Site
from wizard.archive_message.errors import NotToArchiveError
from wizard.archive_message.fetching import WHAT, fetch
from wizard.archive_message.package import Package
from wizard.models_access import Access

MESSAGE = "arkivmelding.xml"
NAME, NUMBER = "Stille Bjørkeløv", "14835749828"
PLACES = {
    "care_services": "porsgrunn",
    "notification": "senja",
    "appeal": "namsos",
    "service_complaint": "kristiansand",
}
"""Where it is sent that does not go to Larvik; notifications go to Senja's coordinating unit, and not to its office."""
PLAIN = [
    "coordination",
    "care_services",
    "notification",
    "appeal",
    "service_complaint",
    "power_of_attorney",
    "consent",
]


def taken_out(site: Site, draft: Draft) -> Package:
    """Once it is handed over; what the message says of each file is so."""
    until(lambda: "delivered" in behind.events(site, draft))
    case = behind.case(site, draft)
    assert case
    with site.tools() as tools:
        made = fetch(tools, case.reference)
    holds_together(made.files)
    return made


def holds_together(files: Mapping[str, bytes]) -> None:
    told, at = files[MESSAGE], f"{RECORD}/a:dokumentbeskrivelse/a:dokumentobjekt"
    names, sums = said(told, f"{at}/a:referanseDokumentfil"), said(told, f"{at}/a:sjekksum")
    assert sorted([*names, MESSAGE]) == sorted(files)
    assert sums == [sha256(files[name]).hexdigest() for name in names]
    assert files["hoveddokument.pdf"].startswith(b"%PDF-")
    assert files["hoveddokument.docx"].startswith(b"PK")


@pytest.mark.parametrize("slug", PLAIN)
def test_a_case_of_each_form_that_begins_something(site: Site, slug: str) -> None:
    place = PLACES.get(slug, "larvik")
    assert slug in municipality(place).journeys
    draft = sent(begin(site.visitor("stille", place), slug).complete())
    told = taken_out(site, draft).files[MESSAGE]
    codes = municipality(place).archive_codes
    kinds = said(told, f"{RECORD}/a:dokumentbeskrivelse/a:dokumenttype/k:kode")
    assert kinds[0] == codes.document_types[journey(slug).sort].code
    assert said(told, f"{RECORD}/a:offentligTittel") == [journey(slug).title]
    unit = "Koordinerende enhet" if slug == "notification" else municipality(place).office.name
    assert said(told, f"{RECORD}/a:korrespondansepart/a:korrespondansepartNavn") == [NAME, unit]
    assert any(NAME in one for one in said(told, f"{RECORD}/a:merknad/a:merknadstekst")), "who signed"


def stille(site: Site, slug: str = "coordination") -> Draft:
    return sent(begin(site.visitor("stille"), slug).complete())


def about_consent(earlier: Draft) -> Draft:
    later = begin_about(earlier, "consent_withdrawal")
    what = {"consent_reference": reference(earlier), "withdraw_extent": "all", "from_when": "at_once"}
    return fill(later, withdrawal=what, role={"submitter_role": "self"}, you=powers.names(earlier.guest))


@pytest.mark.parametrize(
    ("slug", "later"),
    [
        ("coordination", supplement),
        ("coordination", withdrawal),
        ("power_of_attorney", powers.revocation),
        ("consent", about_consent),
    ],
    ids=["supplement", "withdrawal", "revocation", "consent_withdrawal"],
)
def test_what_comes_later_points_at_what_it_is_about(
    site: Site, slug: str, later: Callable[[Draft], Draft]
) -> None:
    earlier = stille(site, slug)
    told = taken_out(site, sent(later(earlier))).files[MESSAGE]
    pointed = f"{RECORD}/a:kryssreferanse/a:referanseTilRegistrering/k:referanseEksternNoekkel/k:noekkel"
    assert said(told, pointed) == [str(earlier.id)]
    assert said(told, f"{RECORD}/a:klassifikasjon/a:klasseID") == [NUMBER]


def test_a_supplement_to_a_childs_case_lies_in_the_childs_folder(site: Site) -> None:
    child = next(one for one in samples("coordination") if one.name == "child")
    earlier = sent(begin(site.visitor("myk")).complete(child.answers))
    later = taken_out(site, sent(supplement(earlier))).files[MESSAGE]
    for told in (taken_out(site, earlier).files[MESSAGE], later):
        assert said(told, f"{RECORD}/a:part/a:partRolle/k:kode") == ["K", "P"]
        assert said(told, f"{RECORD}/a:part/a:partNavn")[1] == "Myk Havgløtt"
        assert said(told, f"{RECORD}/a:klassifikasjon/a:klasseID") == [
            child.answers["subject"]["subject_national_id"]
        ]


def test_a_proxy_sends_for_whoever_gave_the_power(site: Site) -> None:
    giver, proxy = site.visitor("stille", "senja"), site.visitor("myk", "senja")
    power = sent(powers.given(giver, proxy))
    draft = sent(powers.filled_in(powers.begin_for(site, proxy, power)))
    told = taken_out(site, powers.owners(draft, giver)).files[MESSAGE]
    assert said(told, f"{RECORD}/a:korrespondansepart/a:korrespondansepartNavn")[0] == "Myk Havgløtt"
    assert said(told, f"{RECORD}/a:part/a:partNavn") == [NAME, "Myk Havgløtt"]
    assert said(told, f"{RECORD}/a:part/a:partRolle/k:kode") == ["K", "FULLM"]
    assert said(told, f"{RECORD}/a:klassifikasjon/a:klasseID") == [NUMBER]


def test_a_protected_address_is_told_to_nobody_but_by_the_access(site: Site) -> None:
    draft = sent(begin(site.visitor("var")).complete(powers.hidden()))
    files = taken_out(site, draft).files
    told = files[MESSAGE].decode()
    assert said(files[MESSAGE], f"{RECORD}/a:skjerming/a:tilgangsrestriksjon/k:kode") == ["UOB"]
    assert not re.search(r"sperre|adresse|22222222", told, re.IGNORECASE)


def test_what_came_on_paper_is_theirs_with_the_scan(site: Site) -> None:
    paper = registered(site.visitor("lun"), subject=STILLE)
    told = taken_out(site, paper).files[MESSAGE]
    assert said(told, f"{RECORD}/a:part/a:partNavn") == [NAME]
    assert said(told, f"{RECORD}/a:dokumentbeskrivelse/a:tittel")[1:] == ["skjema.pdf"]
    assert "Lun" not in told.decode()


def test_the_command_writes_it_and_the_log_has_it_for_the_owner_to_read(site: Site, tmp_path: Path) -> None:
    earlier = stille(site)
    draft = fill(begin_about(earlier, "supplement"), address_protection={"address_protected": "no"})
    kinds = {**NEWS, "supplement_kinds": ["papers", "news"]}
    attach(draft, "enclosed", "supplement_papers", f"brev om {NAME}.pdf", kinds)
    sent(fill(draft, enclosed=kinds, message={}))
    until(lambda: "delivered" in behind.events(site, draft))
    named = reference(draft)
    done = site.run("archive-message", named, "--out", str(tmp_path))
    own = tmp_path / named
    assert done.stdout.strip() == str(own)
    files = {one.name: one.read_bytes() for one in own.iterdir()}
    assert sorted(files) == [MESSAGE, "hoveddokument.docx", "hoveddokument.pdf", "vedlegg-01.pdf"]
    holds_together(files)
    assert rows_of(site, draft) == [("read", WHAT, "archive", "larvik")]
    seen = draft.guest.get(f"{draft.path}/sett").text
    assert "Hentet saken til arkivet i kommunen" in seen
    again = site.run("archive-message", named, "--out", str(tmp_path), check=False)
    assert (again.returncode, again.stderr.count("\n")) == (1, 1)
    assert "there already" in again.stderr
    assert len(rows_of(site, draft)) == 1, "nothing was read again"


def rows_of(site: Site, draft: Draft) -> list[tuple[str | None, ...]]:
    query = select(Access.outcome, Access.what, Access.capacity, Access.staff_of)
    with site.tools() as tools, tools.store.connect() as db:
        return [(*row,) for row in db.execute(query.where(Access.case_id == draft.id))]


@pytest.mark.parametrize("wanted", ["draft", "nothing"])
def test_what_was_not_sent_is_not_told_and_not_logged(site: Site, wanted: str) -> None:
    draft = begin(site.visitor("stille")).complete()
    case = behind.case(site, draft)
    assert case
    with site.tools() as tools, pytest.raises(NotToArchiveError):
        fetch(tools, case.reference if wanted == "draft" else "V-0000-0000")
    assert rows_of(site, draft) == []
