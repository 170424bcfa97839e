"""Where each fact of a municipality's data is told: one entry a key, so that a new key must find its place."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from html import unescape
from typing import Any

from pydantic import BaseModel

from forms.archive_codes import ArchiveCodes
from forms.archive_codes import Code as CodeOfArchive
from forms.language import Language
from forms.localised import Localised
from forms.municipality import Municipality

EVERYWHERE = ("start", "receipt", "privacy")
HELP = EVERYWHERE
"""The card with help stands on every page."""

PLACES: Mapping[str, tuple[str, ...]] = {
    "name": (*EVERYWHERE, "letterhead"),
    "office.name": (*HELP, "letterhead"),
    "office.visiting_address": (*HELP, "letterhead"),
    "office.postal_address": ("privacy", "letterhead"),
    "office.phone": (*HELP, "letterhead"),
    "office.phone_hours": (*HELP, "letterhead"),
    "office.phone_note": HELP,
    "office.opening_hours": HELP,
    "office.email": ("privacy", "letterhead"),
    "office.does": ("start",),
    "coordinating_unit.name": ("start",),
    "coordinating_unit.does": ("start",),
    "paper_address": ("receipt",),
    "post_box": ("privacy",),
    "helpers.name": HELP,
    "helpers.places": HELP,
    "helpers.helps_with": HELP,
    "applying.sentences": ("start",),
    "proxy_policy.sentences": ("start",),
    "expected_of_citizen": ("start",),
    "promised_time": ("start", "receipt"),
    "about_plan": ("start",),
    "about_coordinator": ("start",),
    "notification.sentences": ("start",),
    "appeal.sentences": ("start",),
    "service_complaint.sentences": ("start",),
    "next_steps.application": ("receipt",),
    "county_governor": ("receipt", "privacy"),
    "ombud": ("receipt", "privacy"),
    "legal_basis": ("privacy",),
    "privacy.sentences": ("privacy",),
    "privacy.page": ("privacy",),
    "privacy.officer": ("privacy",),
    "checked": ("start",),
}
STEERS: Mapping[str, str] = {
    "delivery.folder": "by which ways a case leaves for the municipality's own systems",
    "delivery.answers": "whose word a delivery waits for",
    "website": "where a mail tells people to go",
    "id": "the address",
    "colour": "the style sheet and the letterhead",
    "journeys": "what is offered",
    "request_types": "what is asked",
    "describe_need_only": "what is asked",
    "coordinator_wish": "what is asked",
    "applying.paper_only_if_not_digital": "what applying.sentences say",
    "proxy_policy.require_written_authorization": "what the office sees as missing",
    "proxy_policy.accept_relative_when_unable": "who may say yes",
    "proxy_policy.relative_may_describe": "what proxy_policy.sentences say",
    "notification.types": "what can be notified of",
    "notification.send_to": "the letterhead of a notification",
    "notification.copy_to": "what a notification and its receipt tell",
    "appeal.send_to": "the letterhead of an appeal",
    "appeal.ask_understood": "what is asked",
    "appeal.help_to_write": "who is named where an appeal is written",
    "service_complaint.send_to": "what is asked",
    "service_complaint.anonymous": "what is asked",
    "next_steps.notification": "the receipt of a notification",
    "next_steps.appeal": "the receipt of an appeal",
    "next_steps.service_complaint": "the receipt of a service complaint",
    "next_steps.declaration": "the receipt of a declaration",
    "next_steps.revocation": "the receipt of a revocation",
    "next_steps.message": "the receipt of a message",
    "sources": "nothing: for whoever keeps the data",
    "stale.key": "the remark in the card with help",
    "stale.reason": "nothing: for whoever keeps the data",
    "archive_codes.system": "the message to the archive",
    "archive_codes.class_system": "the message to the archive",
    **{
        f"archive_codes.{name}.{part}": "the message to the archive"
        for name, field in ArchiveCodes.model_fields.items()
        if field.annotation is CodeOfArchive
        for part in CodeOfArchive.model_fields
    },
}
"""What is not told by itself, and what it decides."""


def facts(place: Municipality, language: Language) -> list[tuple[str, str]]:
    """Every text of its data with its key, in the reader's language."""
    return [*_facts("", place, language)]


def _facts(key: str, value: Any, language: Language) -> Iterator[tuple[str, str]]:
    match value:
        case Localised():
            yield key, value.text(language)
        case BaseModel():
            for name in type(value).model_fields:
                yield from _facts(f"{key}.{name}".lstrip("."), getattr(value, name), language)
        case list() | tuple():
            for one in value:
                yield from _facts(key, one, language)
        case date():
            yield key, language.date(value)
        case str():
            yield key, value
        case bool():
            yield key, ""


def told(place: Municipality, where: str, language: Language) -> list[str]:
    """What must stand there."""
    return [text for key, text in facts(place, language) if where in PLACES.get(key, ())]


def foreign(place: Municipality, others: list[Municipality], language: Language) -> list[str]:
    """What others say of themselves and this one does not: it must stand nowhere."""
    own = "\n".join(text for _, text in facts(place, language))
    return [
        text
        for other in others
        for key, text in facts(other, language)
        if (key in PLACES or key.startswith("next_steps.")) and text not in own
    ]


def words(page: str) -> str:
    """A page's text without its tags, each run of white space as one space."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", page)).split())
