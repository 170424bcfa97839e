"""All that is held of the reader, as their own pages tell it: what they may not read there is not here either."""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date, datetime
from functools import partial
from typing import Any, TypeAlias

import structlog

from forms.situation import FileInfo
from wizard.cases import following, notice_address
from wizard.cases.asked import asked_of
from wizard.cases.attaching import read_attachment, sent_files
from wizard.cases.drafts import read_draft
from wizard.cases.errors import FileHeldBackError, FileUnavailableError, UnreadableError
from wizard.cases.finding import CaseRow
from wizard.cases.following import Line, Sent
from wizard.cases.grown_up import with_births
from wizard.cases.held import held
from wizard.cases.noticing import Whose
from wizard.cases.others import cases_for_others
from wizard.cases.own_data import held_beside
from wizard.cases.said_for import consents_of
from wizard.cases.who_has_seen import who_has_seen
from wizard.routes.asked_lines import asked_line
from wizard.routes.case_lines import case_line
from wizard.routes.consent_groups import groups
from wizard.routes.here import language, municipality, on_page_of, reader, tools, visitor
from wizard.routes.powers_page import power_line
from wizard.routes.review_sections import sections
from wizard.routes.seen_lines import seen_line
from wizard.routes.sent_lines import sent_line
from wizard.uploads.kinds import KINDS
from wizard.vault import SealBrokenError
from wizard.zipped import Entry

OURS = {"id", "case_id", "address"}
"""What a line carries for its page's own links."""

INFECTED, WAITS, UNAVAILABLE, GONE = "infected", "not_screened_yet", "cannot_be_read_now", "gone"

Absent: TypeAlias = dict[str, str]
"""Of each file that is not in the ZIP, why."""

log = structlog.get_logger()


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
            _plain(asdict(case_line(one.line, one.address)))
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


def _draft(case: CaseRow, absent: Absent) -> tuple[dict[str, Any], list[Entry]]:
    with tools().store.connect() as db:
        found = read_draft(db, tools(), case, reader())
    answers = [
        {
            "step": language().text(section.step.title),
            "answers": [{"question": row.label, "answer": row.text} for row in section.rows],
        }
        for section in sections(found)
    ]
    infos = [info for files in found.walk.now.files.values() for info in files]
    return {"answers": answers, **_attached(case, infos)}, list(_entries(case, infos, absent))


def _sent(case: CaseRow, absent: Absent) -> tuple[dict[str, Any], list[Entry]]:
    found = following.sent_or_fail(tools(), case)
    infos, told_of = sent_files(tools(), found), sent_line(found)
    known = {
        "sent": found.request.model_dump(mode="json"),
        "events": [asdict(event) for event in told_of.events],
        "documents": [f"{case.reference}.{one.format}" for one in found.documents],
    }
    return known | _attached(case, infos), [*_documents(found, absent), *_entries(case, infos, absent)]


def _attached(case: CaseRow, infos: list[FileInfo]) -> dict[str, Any]:
    return {
        "files": [
            {
                "file": _file_name(case, number, info),
                "name": info.name,
                "size": info.size,
                "sha256": info.sha256,
            }
            for number, info in enumerate(infos, start=1)
        ]
    }


def _documents(found: Sent, absent: Absent) -> Iterator[Entry]:
    here, case = tools(), found.case
    for one in found.documents:
        name = f"{case.reference}/{case.reference}.{one.format}"
        read = partial(following.document_bytes, here, case.id, one.format)
        yield Entry(name, partial(_bytes, absent, name, read))


def _entries(case: CaseRow, infos: list[FileInfo], absent: Absent) -> Iterator[Entry]:
    here = tools()
    for number, info in enumerate(infos, start=1):
        name, file_id = _file_name(case, number, info), uuid.UUID(info.id)

        def read(file_id: uuid.UUID = file_id) -> bytes | None:
            found = read_attachment(here, case.id, file_id)
            return found and found[1]

        yield Entry(name, partial(_bytes, absent, name, read))


def _file_name(case: CaseRow, number: int, info: FileInfo) -> str:
    """Without what its owner called it: what that was stands in the JSON."""
    ending = next((one for one in KINDS if info.name.lower().endswith(one)), "")
    return f"{case.reference}/{number}{ending}"


def _bytes(absent: Absent, name: str, read: Callable[[], bytes | None]) -> bytes | None:
    """The file, where its page would hand it out now; else it is left out, and ``absent`` says why."""
    try:
        found = read()
    except FileHeldBackError as error:
        absent[name] = INFECTED if error.infected else WAITS
        return None
    except FileUnavailableError as error:
        log.error("file_unavailable", file=str(error.file_id), cause=error.cause)  # noqa: TRY400 -- a traceback tells no more
        absent[name] = UNAVAILABLE
        return None
    if found is None:
        absent[name] = GONE
    return found


def _plain(value: Any) -> Any:
    """Without what pages need for their links."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items() if name not in OURS}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date | datetime) else value
