"""Nobody acts by a power on paper before the office they work at (forvaltningsloven § 12)."""

from forms.situation import Person
from tests.draft import CONSENTS, Draft, begin
from tests.guest import Guest
from tests.integration.wizard.test_representation import Way, answers
from tests.paper_form import wrong
from tests.running_site import Site
from wizard.accounts import Post, log_in

AT = "kristiansand"
BY_PAPER = Way("jevn", "proxy", right="power_of_attorney")


def hired(site: Site, guest: Guest) -> None:
    person = Person(guest.invented.name, guest.invented.national_id)
    with site.tools() as tools:
        log_in(tools, person, level="demo", post=Post(AT))


def by_paper(guest: Guest) -> Draft:
    draft = begin(guest)
    return draft.complete(answers(draft, BY_PAPER))


def test_who_works_at_the_office_is_told_so_and_may_speak_up_as_a_relative(site: Site) -> None:
    jevn = site.visitor("jevn", AT)
    before = by_paper(jevn)
    shown = jevn.told(f"{before.path}/send").along(())
    hired(site, jevn)
    told = answers(before, BY_PAPER)
    draft = begin(jevn)
    draft.fill(told, until="representative")
    fault = wrong(draft.answer("representative", dict(told["representative"])), "rep_authority")
    assert "Du arbeider på kontoret som behandler slike saker" in fault
    assert "si fra uten fullmakt" in fault
    late = jevn.submit(f"{before.path}/send", [*shown, *CONSENTS.items()])
    assert late.status_code == 409, "hired since the page was shown"
    own = begin(jevn)
    own.complete(answers(own, Way("jevn", "nearest_relative", right="none")))
    assert own.send().status_code == 303


def test_at_another_municipality_it_is_nobodys_matter(site: Site) -> None:
    jevn = site.visitor("jevn", "senja")
    hired(site, jevn)
    assert by_paper(jevn).send().status_code == 303
