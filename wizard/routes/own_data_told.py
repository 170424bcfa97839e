"""All that is held of the reader, as their own pages tell it: what they may not read there is not here either."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from forms.journeys.registry import journey
from forms.situation import FileInfo
from wizard.cases import following, notice_address
from wizard.cases.asked import asked_of
from wizard.cases.attaching import sent_files
from wizard.cases.drafts import Draft, read_draft
from wizard.cases.errors import UnreadableError
from wizard.cases.finding import CaseRow
from wizard.cases.following import Line, Sent
from wizard.cases.grown_up import with_births
from wizard.cases.held import held
from wizard.cases.noticing import Whose
from wizard.cases.others import cases_for_others
from wizard.cases.own_data import held_beside
from wizard.cases.said_for import consents_of
from wizard.cases.who_has_seen import who_has_seen
from wizard.catalogues import language_of
from wizard.routes.asked_lines import asked_line
from wizard.routes.case_lines import case_line
from wizard.routes.consent_groups import groups
from wizard.routes.here import language, municipality, on_page_of, reader, tools, visitor
from wizard.routes.own_data_beside import kept_apart, left_behind, own_contact
from wizard.routes.own_data_files import Absent, attached, documents, entries
from wizard.routes.powers_page import power_line
from wizard.routes.review_sections import sections
from wizard.routes.seen_lines import seen_line
from wizard.routes.sent_lines import sent_line
from wizard.vault import SealBrokenError
from wizard.zipped import Entry

OURS = {"id", "case_id", "address"}
"""What a line carries for its page's own links."""


def told() -> tuple[dict[str, Any], list[Entry]]:
    """What is written in the JSON, and the files that lie beside it.

    Which of them are not there, its "absent" says once all have been read: it is written last.
    """
    absent: Absent = {}
    lines = following.own_cases(tools(), visitor().account_id, municipality().id)
    cases, files = list[dict[str, Any]](), list[Entry]()
    for line in lines:
        with on_page_of(line.case):
            case, own_files = _case(line, absent)
        cases.append(case)
        files += own_files
    return {**_person(), "cases": cases, **_with_others(), "absent": absent}, files


def _person() -> dict[str, Any]:
    here, beside = visitor(), held_beside(tools(), visitor().account_id, municipality().id)
    return {
        "municipality": municipality().name,
        "made_at": tools().clock().isoformat(),
        "name": here.name,
        "name_said_first": here.person.told_first,
        "national_id": here.person.national_id,
        "log_ins": [_plain(one._asdict()) for one in beside.log_ins],
        "signatures": [_plain(one._asdict()) for one in beside.signatures],
        "took_part": [_plain(one._asdict()) for one in beside.took_part],
        "notices": notice_address.own(tools(), Whose(here.account_id, municipality().id))._asdict(),
    }


def _with_others() -> dict[str, Any]:
    """Consents, powers, and what the reader was asked for or does for others."""
    account_id, here = visitor().account_id, municipality().id
    found = groups(with_births(tools(), consents_of(tools(), account_id, here)))
    shared = (one for sharing in found.sharing for one in sharing.lines)
    return {
        "consents": [_plain(asdict(one)) for one in (*found.help, *shared, *found.over)],
        "powers": [
            _plain(asdict(power_line(one))) for one in held(tools(), visitor().person.national_id, here)
        ],
        "asked": [_plain(asdict(asked_line(one))) for one in asked_of(tools(), account_id, here)],
        "for_others": [
            _plain(asdict(case_line(one.line, one.address))) | own_contact(one)
            for one in cases_for_others(tools(), account_id, here)
        ],
    }


def _case(line: Line, absent: Absent) -> tuple[dict[str, Any], list[Entry]]:
    known = _plain(asdict(case_line(line))) | {"started_at": line.case.started_at.isoformat()}
    known["seen_by"] = [_plain(asdict(seen_line(one))) for one in who_has_seen(tools(), line.case)]
    if line.case.removed:
        return known | {"in_archive": True}, []
    try:
        more, files = (_sent if line.received_at else _draft)(line.case, absent)
    except (UnreadableError, SealBrokenError):
        return known | {"unreadable": True}, []
    return known | more, files


def _read(case: CaseRow) -> Draft:
    with tools().store.connect() as db:
        return read_draft(db, tools(), case, reader())


def _draft(case: CaseRow, absent: Absent) -> tuple[dict[str, Any], list[Entry]]:
    found = _read(case)
    answers = [
        {
            "step": language().text(section.step.title),
            "answers": [{"question": row.label, "answer": row.text} for row in section.rows],
        }
        for section in sections(found)
    ]
    infos = [info for files in found.walk.now.files.values() for info in files]
    left = left_behind(found) if found.fills_in else {}
    return {"answers": answers, **left, **attached(case, infos)}, list(entries(case, infos, absent))


def _sent(case: CaseRow, absent: Absent) -> tuple[dict[str, Any], list[Entry]]:
    found = following.sent_or_fail(tools(), case)
    infos, told_of = sent_files(tools(), found), sent_line(found)
    known = {
        "sent": found.request.model_dump(mode="json"),
        "events": [asdict(event) for event in told_of.events],
        "documents": [f"{case.reference}.{one.format}" for one in found.documents],
    }
    if case.author_id == visitor().account_id:
        filled_in = _read(case)
        known |= kept_apart(filled_in.walk) | left_behind(filled_in, _titles(found))
        infos += _not_sent(filled_in, infos)
    return known | attached(case, infos), [*documents(found, absent), *entries(case, infos, absent)]


def _titles(found: Sent) -> frozenset[str]:
    """Of the steps that were sent, in the reader's language: some are asked of nobody by now, as after a birthday."""
    content = found.request.content
    there = language_of(content.language)
    sent = {section.title for section in content.sections}
    steps = journey(found.case.journey).steps
    return frozenset(language().text(step.title) for step in steps if there.text(step.title) in sent)


def _not_sent(found: Draft, sent: list[FileInfo]) -> list[FileInfo]:
    """Files of questions that the way does not lead to any more."""
    known = {info.id for info in sent}
    return [info for files in found.walk.now.files.values() for info in files if info.id not in known]


def _plain(value: Any) -> Any:
    """Without what pages need for their links."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items() if name not in OURS}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date | datetime) else value
