"""The law as it stands, each figure beside its paragraph, on the days around every change."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest

from forms.law import rules
from forms.law.dated import Dated
from forms.law.deadline import Known, appeal_deadline
from forms.law.references import TOPICS
from forms.law.timeliness import timeliness

READ = date(2026, 7, 2)
TODAY = date(2026, 11, 22)
STATSFORVALTEREN, HELSETILSYNET = "Statsforvalteren", "Statens helsetilsyn"


def constants() -> Iterator[tuple[str, Dated[Any]]]:
    for name, value in vars(rules).items():
        if isinstance(value, Dated):
            yield name, value
        elif isinstance(value, Mapping) and not name.startswith("__"):
            yield from ((f"{name} {key}", dated) for key, dated in value.items())


CONSTANTS = dict(constants())


@pytest.mark.parametrize(
    ("name", "value", "source"),
    [
        ("APPEAL_WEEKS health_and_care", 4, "pasient- og brukerrettighetsloven § 7-5"),
        ("APPEAL_WEEKS other", 3, "forvaltningsloven § 29 første ledd"),
        ("OUTER_LIMIT_YEARS", 1, "forvaltningsloven § 31 tredje ledd"),
        ("IN_TIME paper", "handed_over", "forvaltningsloven § 30"),
        ("IN_TIME digital", "arrived", "eForvaltningsforskriften § 11 siste ledd"),
        ("SEND_AGAIN_WEEKS", 1, "forvaltningsloven § 30"),
        ("REASONS_INTERRUPT", True, "forvaltningsloven §§ 24 og 29 tredje ledd"),
        ("PRELIMINARY_ANSWER_MONTHS", 1, "forvaltningsloven § 11 a"),
    ],
)
def test_today_the_law_says(name: str, value: object, source: str) -> None:
    entry = CONSTANTS[name].on(TODAY)
    assert (entry.value, entry.source) == (value, source)


@pytest.mark.parametrize(
    ("day", "first"), [(date(2026, 6, 30), HELSETILSYNET), (date(2026, 7, 1), STATSFORVALTEREN)]
)
def test_a_serious_incident_is_told_to_statsforvalteren_from_1_july_2026(day: date, first: str) -> None:
    recipients = rules.SERIOUS_INCIDENT_RECIPIENTS.on(day).value
    assert recipients[0] == first
    assert recipients[1].endswith("(Ukom)")


@pytest.mark.parametrize("constant", [*CONSTANTS.values(), *TOPICS.values()], ids=[*CONSTANTS, *TOPICS])
def test_every_constant_names_its_source_and_a_day_that_was_read(constant: Dated[Any]) -> None:
    assert all(entry.source and entry.valid_from.year >= 2012 for entry in constant.entries)
    assert constant.entries[0].valid_from <= READ


@pytest.mark.parametrize("name", CONSTANTS)
def test_the_forvaltningslov_of_2025_is_not_switched_on(name: str) -> None:
    assert all(entry.valid_from <= READ for entry in CONSTANTS[name].entries)
    assert not any("LOV-2025-06-20-81" in entry.source for entry in CONSTANTS[name].entries)


def test_a_law_that_is_only_enacted_can_be_added_by_data(monkeypatch: pytest.MonkeyPatch) -> None:
    """Invented days: § 64 of the new act lets a digital complaint that was sent in time be in time."""
    in_force = date(2031, 1, 1)
    digital = rules.IN_TIME["digital"].then(in_force, "handed_over", "forvaltningsloven (2025) § 64")
    monkeypatch.setattr("forms.law.timeliness.IN_TIME", {**rules.IN_TIME, "digital": digital})
    weeks = rules.APPEAL_WEEKS["other"].then(in_force, 6, "invented")
    monkeypatch.setattr("forms.law.deadline.APPEAL_WEEKS", {**rules.APPEAL_WEEKS, "other": weeks})

    sent, arrived = (datetime(year, 3, 3, 22, 59, tzinfo=UTC) for year in (2031, 2032))
    assert timeliness("digital", date(2031, 3, 3), arrived, sent).in_time is True
    before = (moment.replace(year=moment.year - 1) for moment in (arrived, sent))
    assert timeliness("digital", date(2030, 3, 3), *before).in_time is False
    lengths = [
        appeal_deadline(Known(received=day, decided_by="other"), TODAY).weeks.value
        for day in (date(2030, 12, 31), in_force)
    ]
    assert lengths == [3, 6]


def test_a_rule_can_lapse_by_data(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = rules.REASONS_INTERRUPT.then(date(2031, 1, 1), value=False, source="invented")
    monkeypatch.setattr("forms.law.deadline.REASONS_INTERRUPT", ended)
    known = Known(received=TODAY, reasons_asked=TODAY)
    doubts = [appeal_deadline(known, day).doubts for day in (date(2030, 12, 31), date(2031, 1, 1))]
    assert doubts == [("stopped",), ()]
