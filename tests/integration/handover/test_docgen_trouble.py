"""Whatever the document service does, a case is kept and tried again, and only a refusal ends it."""

import time

import pytest

from docgen.contract import DOCX
from tests.integration.handover.world import World, until
from wizard.handover import DELAYED_AFTER


def test_f_07_documents_follow_when_a_stopped_docgen_is_back(world: World) -> None:
    docgen = world.start_small_docgen()
    docgen.kill()
    docgen.wait()
    world.start_worker()
    case_id = world.submit()
    until(lambda: world.logs().count("docgen_unavailable") > 2)
    assert world.store.unfinished() == [case_id]
    world.start_small_docgen()
    until(lambda: world.delivered(case_id))


def test_a_refused_request_is_shown_to_the_office_and_not_sent_again(world: World) -> None:
    world.start_small_docgen()
    poison, sound = world.submit(), world.submit()
    world.docgen_is(status=422, only=world.reference(poison))
    world.start_worker()
    until(lambda: world.delivered(sound))
    until(lambda: "handover_refused" in world.events(poison))
    time.sleep(2)  # long enough for a retry or the reconciler, were there one
    assert world.store.unfinished() == []
    assert len([who for _, who, _ in world.asked() if who == world.reference(poison)]) == 1


def test_f_08_one_case_that_docgen_fails_on_holds_no_other_up(world: World) -> None:
    world.start_small_docgen()
    poison = world.submit()
    others = [world.submit() for _ in range(5)]
    world.docgen_is(status=500, only=world.reference(poison))
    world.start_worker()
    until(lambda: all(world.delivered(case_id) for case_id in others))
    assert world.store.unfinished() == [poison]
    world.docgen_is()
    until(lambda: world.delivered(poison))


def test_f_11_docgen_is_left_in_peace_for_as_long_as_it_asks(world: World) -> None:
    world.start_small_docgen()
    world.docgen_is(status=429, retry_after=2)
    world.start_worker()
    case_id = world.submit()
    until(lambda: len(world.asked()) == 1)
    world.docgen_is()
    until(lambda: world.delivered(case_id))
    first, second = (float(when) for when, _, media_type in world.asked() if media_type == DOCX)
    assert second - first >= 2


MOODS = ({"body": "html"}, {"body": "empty"}, {"body": "cut"}, {"hash": "0" * 64}, {"type": "text/html"})


@pytest.mark.parametrize(
    ("database_url", "mood"),
    [("postgresql", MOODS[0]), *(("sqlite", mood) for mood in MOODS)],
    indirect=["database_url"],
    ids=str,
)
def test_f_09_what_is_no_whole_answer_to_this_request_is_never_kept(
    world: World, mood: dict[str, str]
) -> None:
    world.start_small_docgen()
    world.docgen_is(**mood)
    world.start_worker()
    case_id = world.submit()
    until(lambda: len(world.asked()) > 1)
    assert world.documents(case_id) == {}
    world.docgen_is()
    until(lambda: world.delivered(case_id))


def test_f_10_a_docgen_that_never_answers_is_given_up_on_and_asked_again(world: World) -> None:
    world.start_small_docgen()
    world.docgen_is(hang=30)
    world.start_worker()
    case_id = world.submit()
    until(lambda: len(world.asked()) > 1)
    world.docgen_is()
    until(lambda: world.delivered(case_id))
    assert world.documents(case_id).keys() == {"docx", "pdf"}


def test_documents_that_are_long_in_coming_are_told_of_once_and_tried_for_still(world: World) -> None:
    world.start_small_docgen()
    world.docgen_is(status=503)
    world.start_worker()
    case_id = world.submit()
    until(lambda: len(world.asked()) > DELAYED_AFTER + 2)
    assert world.events(case_id) == ["handover_delayed"]
    assert world.store.unfinished() == [case_id]
    world.docgen_is()
    until(lambda: world.delivered(case_id))
    assert world.events(case_id) == ["handover_delayed", "documents_made", "delivered"]
