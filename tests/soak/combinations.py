"""Every combination of what each run of the tests tries one after the other."""

from collections.abc import Callable
from datetime import date
from itertools import product
from types import ModuleType

import pytest

from forms.municipality import municipalities
from tests.at_a_time import SiteAt
from tests.faults.conftest import struck, struck_postgresql, struck_sqlite
from tests.faults.points import AFTER_COMMIT, BEFORE_COMMIT, STORING, every
from tests.faults.test_failpoints import (
    STRUCK,
    struck_after_the_commit,
    struck_before_the_commit,
    struck_while_a_file_is_kept,
)
from tests.faults.test_hand_over_points import done_by_another
from tests.faults.test_locked import held_for
from tests.integration.conftest import database_url, postgresql
from tests.integration.handover.conftest import world
from tests.integration.handover.test_durability import POINTS as HANDING_OVER
from tests.integration.handover.test_workers import none_is_lost
from tests.integration.handover.world import World
from tests.integration.handover_live.test_live import dies_at_every_point, site
from tests.integration.wizard.test_representation import PLACES, PROMISED, marked_everywhere, site_at
from tests.integration.wizard.test_sweeping import CRASHES, own_site, swept_when_old
from tests.running_site import Site
from tests.unit.docgen.test_every_character import (
    FIELDS,
    any_code_point,
    any_with_a_font,
    has_both_files_soon,
)
from tests.unit.forms.appeal import test_every_branch as appeal
from tests.unit.forms.care_services import test_every_branch as care_services
from tests.unit.forms.coordination import test_every_branch as coordination
from tests.unit.forms.later import test_supplement as supplement
from tests.unit.forms.later import test_withdrawal as withdrawal
from tests.unit.forms.notification import test_every_branch as notification

POINTS = [point for _, point in CRASHES]
__all__ = [
    "database_url",
    "own_site",
    "postgresql",
    "site",
    "site_at",
    "struck",
    "struck_postgresql",
    "struck_sqlite",
    "world",
]


@pytest.mark.parametrize("place", municipalities())
def test_every_branch_in_every_municipality_ends_in_content_with_all_that_was_asked(place: str) -> None:
    care_services.whole(place, care_services.branches())


@pytest.mark.parametrize("form", [coordination, notification])
def test_every_branch_of_a_form_ends_in_content_with_all_that_was_asked(form: ModuleType) -> None:
    form.whole(form.branches())


@pytest.mark.parametrize("form", [supplement, withdrawal])
def test_every_branch_of_what_looks_back_is_whole(form: ModuleType) -> None:
    form.whole(few=False)


@pytest.mark.parametrize("today", [date(2026, 12, 1), date(2027, 12, 1)], ids=["in time", "late"])
def test_every_branch_of_an_appeal_ends_in_a_letter_with_all_that_was_asked(today: date) -> None:
    appeal.whole(today, few=False)


@pytest.mark.parametrize("codes", [any_code_point, any_with_a_font])
def test_a_018_a_draft_with_every_field_full_of_any_character_has_both_files_soon(
    codes: Callable[[], list[int]],
) -> None:
    has_both_files_soon(codes, FIELDS)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("way", PROMISED)
def test_a_paper_that_was_promised_is_marked_in_every_municipality(
    site_at: SiteAt, way: str, place: str
) -> None:
    marked_everywhere(site_at, way, place)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_worker_that_dies_at_every_point_hands_over_one_set_of_files_on_postgresql_too(site: Site) -> None:
    dies_at_every_point(site)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_f_06_no_case_is_lost_in_a_storm_of_kills_on_sqlite_too(world: World) -> None:
    none_is_lost(world)


@pytest.mark.parametrize(
    ("database_url", "point"), [*product(("sqlite", "postgresql"), POINTS)], indirect=["database_url"]
)
def test_what_a_crash_between_bytes_and_row_left_is_swept_when_it_is_old(own_site: Site, point: str) -> None:
    swept_when_old(own_site, point)


@pytest.mark.parametrize(STRUCK, every(*BEFORE_COMMIT), indirect=["struck"])
def test_f_01_struck_at_every_point_before_the_commit_on_each_database(
    struck: Site, point: str, way: str
) -> None:
    struck_before_the_commit(struck, point, way)


@pytest.mark.parametrize(STRUCK, every(*AFTER_COMMIT), indirect=["struck"])
def test_f_02_struck_at_every_point_after_the_commit_on_each_database(
    struck: Site, point: str, way: str
) -> None:
    struck_after_the_commit(struck, point, way)


@pytest.mark.parametrize(STRUCK, every(*STORING), indirect=["struck"])
def test_f_24_struck_at_every_point_of_keeping_a_file_on_each_database(
    struck: Site, point: str, way: str
) -> None:
    struck_while_a_file_is_kept(struck, point, way)


@pytest.mark.parametrize(
    ("database_url", "point"),
    [*product(("sqlite", "postgresql"), HANDING_OVER)],
    indirect=["database_url"],
)
def test_f_22_a_worker_that_freezes_for_long_at_every_point(world: World, point: str) -> None:
    done_by_another(world, point)


@pytest.mark.parametrize("struck", ["sqlite"], indirect=True)
def test_f_17_held_for_30_seconds_it_is_said_the_text_stays_and_it_is_saved_later(struck: Site) -> None:
    held_for(struck, 30)
