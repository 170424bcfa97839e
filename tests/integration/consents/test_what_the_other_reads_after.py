"""When what both said yes to is over, the other parent's own pages say so; and the giver's where a part of it is."""

from collections.abc import Iterator

import pytest

from tests import consents, several
from tests.at_a_time import SiteAt
from tests.draft import begin
from tests.guest import Guest
from tests.integration.consents.test_other_parent import all_ids, signed_by_both, take_back

OVER = "Gjelder ikke lenger"


@pytest.fixture(scope="module")
def site_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteAt]:
    with SiteAt(tmp_path_factory.mktemp("after")) as site:
        yield site


@pytest.fixture(scope="module")
def kjekk(site_at: SiteAt) -> Guest:
    return site_at.visitor("kjekk")


def test_who_signed_reads_that_it_is_over(site_at: SiteAt, kjekk: Guest) -> None:
    case = signed_by_both(site_at, kjekk)
    listed = kjekk.get("/larvik/mine-saker").text
    assert "Du har skrevet under, og samtykket er sendt" in listed
    (at,) = {path for path in listed.split('"') if path.startswith(f"{case.path}.")}
    assert "Kommunen har fått samtykket." in kjekk.get(at).text
    take_back(kjekk, consents.part_ids(site_at, case, "school"))
    own = case.guest.get(case.path).text
    assert "Se beskjeden under" not in own
    assert "En del gjelder ikke lenger. Du ser mer under «Samtykkene dine»." in own
    take_back(kjekk, all_ids(site_at, case))
    listed = kjekk.get("/larvik/mine-saker").text
    assert "Du har skrevet under, og samtykket er sendt" not in listed
    assert OVER in listed
    page = kjekk.get(at).text
    assert "Kommunen har fått samtykket." not in page
    assert "Samtykket gjelder ikke lenger." in page
    assert "Det du har skrevet under på" in page


def test_who_was_asked_is_asked_no_more(site_at: SiteAt, kjekk: Guest) -> None:
    rask = site_at.visitor("rask").invented
    draft = begin(site_at.visitor("myk"), "consent")
    draft.complete(several.answers_for(rask, "consent", topics={"persons_excluded": ""}))
    several.wait(draft)
    at = several.come(kjekk, several.code_of(several.ask(draft, "second_parent", kjekk.invented)))
    assert draft.guest.post(f"{draft.path}/underskrifter/send", page=several.page(draft)).status_code == 303
    assert "Venter på deg" in kjekk.get("/larvik/mine-saker").text
    said = {"said_by": "Myk Havgløtt", "said_as": "parent"}
    taken = consents.take_down(site_at.visitor("lun"), draft, all_ids(site_at, draft), **said)
    assert taken.status_code == 303, taken.text
    listed = kjekk.get("/larvik/mine-saker").text
    assert "Venter på deg" not in listed
    assert "ber deg lese og skrive under" not in listed
    page = kjekk.get(at).text
    assert "Du trenger ikke skrive under." in page
    assert "Du kan likevel skrive under nå" not in page


def test_what_the_office_wrote_down_of_a_part_is_not_told_of_the_whole(site_at: SiteAt, kjekk: Guest) -> None:
    case = signed_by_both(site_at, kjekk)
    school = consents.part_ids(site_at, case, "school")
    said = {"said_by": "Myk Havgløtt", "said_as": "parent"}
    assert consents.take_down(site_at.visitor("lun"), case, school, **said).status_code == 303
    assert "Kontoret skrev ned at en del av samtykket er trukket" in case.guest.get(case.path).text
    take_back(kjekk, [one for one in all_ids(site_at, case) if one not in school])
    heading = case.guest.get(case.path).text.split("<h1>")[0]
    assert "Kontoret skrev ned at en del" not in heading
    assert "Kjekk Havgløtt trakk samtykket" in heading
