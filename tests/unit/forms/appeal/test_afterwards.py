"""What somebody who complained reads on the receipt: in time or not, and what was asked for."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from forms.document import content
from forms.walk import Walk
from tests.unit.forms.appeal.appealing import APPEAL, appealed

IN_TIME = datetime(2026, 12, 1, 12, tzinfo=UTC)
"""By the usual walk the last day is 28 December 2026."""


def after(walk: Walk, at: datetime | None = IN_TIME) -> str:
    sent = replace(walk, situation=replace(walk.situation, received_at=at))
    return " ".join(APPEAL.afterwards(sent.now))


def test_who_complained_in_time_reads_it_with_the_last_day() -> None:
    assert "Du klaget i tide. Siste dag er 28. desember 2026." in after(appealed())
    assert "i tide" not in after(appealed(), None), "nobody knows before it is sent"


def test_who_complained_late_reads_who_decides() -> None:
    late = after(appealed(), IN_TIME + timedelta(days=60))
    assert "i tide" not in late
    assert "De som svarte deg, avgjør om den blir behandlet." in late
    maybe = after(appealed(received_known="no"), IN_TIME + timedelta(days=60))
    assert "Klagen kan ha kommet etter siste dag." in maybe
    assert "22. desember" not in maybe, "that day may not have been the last"


def test_who_complained_to_a_hospital_reads_that_the_municipality_had_it_in_time() -> None:
    said = after(appealed(decision_maker="hospital"))
    assert "Klagen kom til kommunen før fristen var ute. Siste dag er 28. desember 2026." in said


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"help_with_appeal": "yes"}, "Du ba om hjelp til å skrive. Kontoret ser det."),
        ({"ask_extension": "yes"}, "Du ba om mer tid"),
        ({"ask_reasons": "reasons access"}, "begrunnelse, innsyn i saken"),
    ],
)
def test_what_was_asked_for_was_seen(wanted: dict[str, str], said: str) -> None:
    assert said in after(appealed(**wanted))
    nothing = {"help_with_appeal": "no", "ask_extension": "no", "ask_reasons": "", "ask_suspension": "no"}
    assert "Du ba om" not in after(appealed(**nothing))


@pytest.mark.parametrize(("who", "where"), [("nav", "NAV"), ("child_welfare", "barnevernet")])
def test_where_it_is_passed_on_to_is_told_to_the_office_in_the_offices_words(who: str, where: str) -> None:
    facts = {fact.label: fact.value for fact in content(appealed(decision_maker=who), "V-1").facts}
    assert facts["Sendes videre"].endswith(f"så kommunen sender klagen videre til {where}.")
    assert "Du kan" not in facts["Sendes videre"]
