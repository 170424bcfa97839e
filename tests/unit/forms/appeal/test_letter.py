"""To whom the letter goes, what stands at its top, and what it asks for."""

from dataclasses import replace

import pytest

from forms.document import content
from forms.journeys.registry import journey
from forms.municipality import municipality
from forms.situation import FileInfo, Situation
from tests.unit.forms.appeal.appealing import DEPARTMENT, appealed, marks, on, slugs, told
from tests.unit.forms.filling import first, walk_through
from tests.unit.forms.invented import HERE, LETTER, STILLE, TODAY

HOME = {"decision_maker": "department", "decision_department": "Hjemmetjenesten"}


def here(place: str) -> Situation:
    return Situation(municipality(place), STILLE, TODAY, synthetic=True)


def facts(walk: object) -> dict[str, str]:
    return {one.label: one.value for one in content(walk, "V-1").facts}  # type: ignore[arg-type]  # a walk


def test_it_goes_to_the_office_unless_the_municipality_wants_it_at_the_department() -> None:
    assert content(appealed(**HOME), "V-1").letterhead.office == "Tjenestekontoret"
    assert content(appealed(replace(HERE, municipality=DEPARTMENT), **HOME), "V-1").letterhead.office == (
        "Hjemmetjenesten"
    )
    unsure = appealed(replace(HERE, municipality=DEPARTMENT), decision_maker="unsure")
    assert content(unsure, "V-1").letterhead.office == "Tjenestekontoret"


def test_which_answer_it_is_stands_at_the_top() -> None:
    walk = appealed(case_reference="2026/7")
    assert (
        facts(walk)["Klagen gjelder svaret fra"] == "Tjenestekontoret, 24. november 2026, saksnummer 2026/7"
    )
    assert facts(appealed(appeal_kind="no_answer", case_reference=""))["Venter på svar fra"] == (
        "Tjenestekontoret, søkt 1. desember 2026"
    )
    assert facts(appealed(decision_maker="unsure", case_reference=""))[
        "Klagen gjelder svaret fra"
    ].startswith("Ikke kjent hvem")


def test_the_law_s_own_content_comes_first_among_the_points() -> None:
    walk = appealed(
        what_about="At det er for lite.",
        change_wanted="To timer til.",
        reasons="Legen sier det.",
        ask_suspension="yes",
        ask_reasons="reasons access",
        ask_extension="yes",
        ask_extension_until="2026-12-30",
        more_later="yes",
        case_reference="",
    )
    assert list(walk.journey.points(walk.now)) == [
        "Jeg klager på svaret fra: Tjenestekontoret, 24. november 2026.",
        "Jeg er uenig i dette: At det er for lite.",
        "Jeg ber om denne endringen: To timer til.",
        "Begrunnelsen min: Legen sier det.",
        "Jeg ber om at endringen venter til klagen er avgjort.",
        "Jeg ber om en begrunnelse for svaret.",
        "Jeg ber om å få se papirene i saken.",
        "Jeg ber om mer tid til å skrive, til 30. desember 2026.",
        "Jeg sender mer senere.",
    ]
    assert {"suspension"} <= marks(walk)


def test_a_long_answer_is_pointed_at_and_not_said_twice() -> None:
    walk = appealed(what_about="Ord og ord. " * 200)
    assert "Jeg er uenig i dette: Se hele svaret under." in list(walk.journey.points(walk.now))


def test_the_words_themselves_stand_right_after_the_points() -> None:
    walk = appealed(reasons="Ord og ord. " * 200)
    first, second, *others = content(walk, "V-1").sections
    assert [first.title, second.title] == ["Det klagen handler om", "Det du vil ha endret"]
    assert second.answers[1].answer == "Ord og ord. " * 200
    assert [one.title for one in others] == [
        step.title for step in walk.path if step.slug not in {"disagree", "change"}
    ]


def test_what_is_left_open_is_no_point() -> None:
    walk = appealed(change_wanted="", reasons="", ask_suspension="no", more_later="no", ask_extension="no")
    said = " ".join(walk.journey.points(walk.now))
    assert "denne endringen" not in said
    assert "Begrunnelsen min" not in said


@pytest.mark.parametrize(
    ("role", "authority", "files", "lacks"),
    [
        ("proxy", "power_of_attorney", (), True),
        ("proxy", "power_of_attorney", (LETTER,), False),
        ("proxy", "lawyer", (), False),
        ("nearest_relative", "none", (), True),
        ("nearest_relative", "guardianship", (), False),
        ("health_worker", "none", (), True),
        ("self", "", (), False),
    ],
)
def test_who_complains_for_another_shows_it_in_writing_in_every_municipality(
    role: str,
    authority: str,
    files: tuple[FileInfo, ...],
    lacks: bool,  # noqa: FBT001 -- pytest gives it by name
) -> None:
    wanted = {"submitter_role": role, "subject_national_id": "30873649816", "rep_authority": authority}
    walk = appealed(on(TODAY), **wanted, rep_document_when="now")
    walk = replace(walk, situation=replace(walk.situation, files={"rep_document": files}))
    assert ("no_authorization" in walk.marks) is lacks


def test_kristiansand_asks_first_whether_the_answer_was_understood() -> None:
    walk = appealed(here("kristiansand"))
    assert slugs(walk)[0] == "understood"
    assert "spørre saksbehandleren som har skrevet under" in told(walk, "understood")
    assert slugs(appealed())[0] == "role"


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("larvik", "Spør Tjenestekontoret eller Servicesenteret."),
        ("kristiansand", "Spør Innbyggertorg."),
        ("namsos", "Brukerkontoret svarer på spørsmål om hvordan du klager."),
    ],
)
def test_who_helps_is_told_where_it_is_written(place: str, names: str) -> None:
    walk = walk_through(
        journey("appeal"), here(place), first({"submitter_role": "self", "decision_date": "2026-11-02"})
    )
    said = told(walk, "help")
    assert names in said
    assert "Pasient- og brukerombudet kan gi deg råd." in said


def test_a_wish_for_help_is_marked() -> None:
    assert "help_wanted" in marks(appealed(help_with_appeal="yes"))
    assert "help_wanted" not in marks(appealed(help_with_appeal="no"))


def test_nothing_of_an_enkeltvedtak_is_demanded_of_an_answer_on_a_coordinator() -> None:
    walk = appealed(appeal_kind="coordinator_duty", received_known="no")
    dates, answer = walk.step("dates"), walk.step("answer")
    assert dates
    assert answer
    form = dates.form(walk.now, None, {"received_known": "no"})
    assert form.validate()
    assert not walk.form(answer)["case_reference"].missing


def test_whoever_waits_for_another_s_answer_does_not_say_that_it_is_theirs() -> None:
    other = {"submitter_role": "verge", "subject_national_id": "30873649816", "appeal_kind": "no_answer"}
    said = next(iter(appealed(**other).journey.points(appealed(**other).now)))
    assert said.startswith("Jeg klager på at det ikke har kommet svar fra: ")
