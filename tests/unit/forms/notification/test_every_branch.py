import itertools
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from forms.blocks.age_group import AGES, UNBORN
from forms.document import content
from forms.municipality import municipalities
from forms.question import Question
from tests.unit.forms.branches import Branch, drawn, some
from tests.unit.forms.filling import walk_through
from tests.unit.forms.notification.walking import NOTIFICATION, NUMBERS, at, names, walked
from tests.unit.forms.whole import assert_whole

NOTIFIERS = ("municipal_health", "specialist_health", "child_welfare", "school", "relative")
CONSENTS = {
    "under_12": ("yes_parents", "no", "not_asked"),
    "from_12": ("yes_parents", "no", "not_asked"),
    "from_16": ("yes_written", "yes_oral", "yes_relatives", "no", "not_asked"),
    "grown_up": ("yes_written", "yes_oral", "yes_guardian", "yes_relatives", "no", "not_asked"),
    UNBORN: ("yes_parents", "no", "not_asked"),
}
FREE = {
    "subject_informed_why",
    "subject_view",
    "capacity_note_text",
    "need_reason",
    "services_involved_text",
    "proposed_coordinator",
}


def branches() -> list[Branch]:
    return [
        (notifier, group, protected, consent, basis)
        for notifier, group, protected in itertools.product(NOTIFIERS, CONSENTS, ("no", "yes"))
        if group != UNBORN or notifier != "relative"
        for consent in CONSENTS[group]
        for basis in ("danger", "none")
    ]


def test_every_branch_ends_in_content_with_all_that_was_asked_and_no_more() -> None:
    whole(some(branches()))


def whole(taken: Sequence[Branch]) -> None:
    for notifier, group, protected, consent, basis in taken:
        walk = walked(
            "senja",
            notifier_type=notifier,
            subject_age_group=group,
            address_protected=protected,
            subject_consents=consent,
            legal_basis_without_consent=basis,
            subject_informed="no",
        )
        assert_whole(walk, content(walk, "V-1"))
        may_tell = consent.startswith("yes") or basis == "danger"
        assert bool(names(walk) & {"subject_given_name", "due_date", *FREE}) is may_tell
        assert ("call_when" in names(walk)) is not may_tell
        assert not {name for name in names(walk) if "address" in name} - {"address_protected"}
        assert not (protected == "yes" and names(walk) & {"notifier_workplace", "services_involved"})


@given(st.data())
def test_whatever_is_chosen_the_form_comes_to_its_end(data: st.DataObject) -> None:
    group = data.draw(st.sampled_from([*AGES, UNBORN]))
    chosen: dict[str, str] = {}

    def pick(question: Question, values: list[str]) -> str:
        wanted = {
            "subject_age_group": group,
            "subject_no_id": values[0],
            "subject_national_id": NUMBERS.get(chosen.get("subject_age_group", group), ""),
        }.get(question.name)
        takes = wanted is not None and (wanted in values or len(values) == 1)
        chosen[question.name] = wanted if takes and wanted is not None else drawn(data, question, values)
        return chosen[question.name]

    walk = walk_through(NOTIFICATION, at(data.draw(st.sampled_from(sorted(municipalities())))), pick)
    assert_whole(walk, content(walk, "V-1"))
