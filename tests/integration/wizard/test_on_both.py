"""What SQLite lets in and PostgreSQL does not, and the other way: on both kinds a visitor meets the same."""

from datetime import UTC, datetime, timedelta
from urllib.parse import quote_from_bytes

import pytest
from sqlalchemy.engine import make_url

from tests.draft import begin, filled, told
from tests.migrated import migrated
from tests.running_site import Site
from wizard.models_workers import Chore
from wizard.store import Store

LONG = "å" * 10_000
"""Longer than any column of letters."""
SAVED = 303
NUL, SURROGATE = b"f\x00r", b"f\xed\xa0\x80r"


@pytest.mark.parametrize(
    ("letters", "status", "shown"),
    [(NUL, 303, "\nfr<"), (SURROGATE, 422, "\nf\ufffd\ufffd\ufffdr<")],
    ids=["nul", "lone-surrogate"],
)
def test_letters_that_one_database_would_not_take_are_left_out_or_asked_about(
    either_site: Site, letters: bytes, status: int, shown: str
) -> None:
    draft = begin(either_site.visitor("stille"))
    draft.fill(until="need")
    need = filled(draft.walk(told(need={"what_matters": "FØR"})), "need")
    fields = draft.guest.told(draft.step("need")).along(need)
    body = "&".join(f"{name}={quote_from_bytes(value.encode())}" for name, value in fields)
    sent = draft.guest.http.post(
        draft.step("need"),
        content=body.replace(quote_from_bytes("FØR".encode()), quote_from_bytes(letters)),
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    )
    assert sent.status_code == status
    assert shown in (draft.see("need") if status == SAVED else sent.text)


@pytest.mark.parametrize("name", ["\x00", "a\x00b", LONG], ids=["nul", "nul-within", "long"])
def test_a_name_that_fits_no_column_is_nobodys_and_nothing_is_there(either_site: Site, name: str) -> None:
    guest = either_site.visitor("stille")
    for path, data in (
        (f"{guest.at}/begynn", {"journey": name}),
        (f"{guest.at}/logg-inn", {"person": name}),
    ):
        assert guest.post(path, data, page=f"{guest.at}/mine-saker").status_code in {400, 404, 413, 422}
    quoted = quote_from_bytes(name.encode())[:3000]
    for path in (f"/{quoted}/", f"{guest.at}/sak/{quoted}", f"{guest.at}/mine-saker?side={quoted}"):
        assert guest.get(path).status_code in {200, 400, 404}


def test_as_many_letters_as_an_answer_may_have_are_kept_to_the_last(either_site: Site) -> None:
    draft = begin(either_site.visitor("stille"))
    draft.fill(until="need")
    text = "æ" * 1990 + "𝒵 slutt"
    answer = draft.answer("need", filled(draft.walk(told(need={"what_matters": text})), "need"))
    assert answer.status_code == 303
    assert text in draft.see("need")


def test_a_moment_is_the_same_in_whatever_zone_it_is_told_and_kept(database_url: str) -> None:
    """Both half past two of the night in which summer ends, and a server that has its own zone."""
    migrated(database_url)
    url = make_url(database_url)
    if url.get_backend_name() == "postgresql":
        url = url.update_query_dict({"options": "-c timezone=Asia/Kathmandu"})
    store = Store(url.render_as_string(hide_password=False))
    moments = [
        datetime.fromisoformat(told)
        for told in (
            "2026-10-25T02:30:00+02:00",
            "2026-10-25T02:30:00+01:00",
            "2026-03-29T03:00:00.000001+02:00",
            "2038-01-19T04:14:08+01:00",
        )
    ]
    with store.write() as db:
        db.add_all(Chore(name=str(place), taken_at=at) for place, at in enumerate(moments))
    with store.read() as db:
        kept = [db.get_one(Chore, str(place)).taken_at for place in range(len(moments))]
    store.close()
    assert kept == moments
    assert kept[1] - kept[0] == timedelta(hours=1)
    assert {one.tzinfo for one in kept} == {UTC}
