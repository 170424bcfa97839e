"""The hand-over's writes on SQLite wait for their turn, as the wizard's do, and let the next one have it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYetError
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from wizard.hand_over_turns import own_engine
from wizard.turn import Turn


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "own.sqlite"


@pytest.fixture
def engine(file: Path) -> Iterator[Engine]:
    made = own_engine(f"sqlite:///{file}")
    assert made
    with made.begin() as db:
        db.exec_driver_sql("CREATE TABLE written (word)")
    yield made
    made.dispose()


def writes(engine: Engine) -> None:
    with engine.begin() as db:
        db.exec_driver_sql("INSERT INTO written VALUES ('et ord')")


def test_what_it_writes_waits_for_its_turn(engine: Engine, file: Path) -> None:
    other = Turn(file)
    with ThreadPoolExecutor(1) as pool:
        with other.taken(1):
            writing = pool.submit(writes, engine)
            with pytest.raises(NotYetError):
                writing.result(timeout=0.2)
        writing.result(timeout=30)
    other.close()


def test_what_it_reads_waits_for_none(engine: Engine, file: Path) -> None:
    other = Turn(file)
    with other.taken(1), engine.connect() as db:
        assert db.exec_driver_sql("SELECT count(*) FROM written").scalar_one() == 0
    other.close()


@pytest.mark.parametrize("ends", ["committed", "rolled back"])
def test_the_next_one_has_the_turn_once_it_has_ended(engine: Engine, file: Path, ends: str) -> None:
    writes(engine)
    if ends == "rolled back":
        with pytest.raises(OperationalError), engine.begin() as db:
            db.exec_driver_sql("INSERT INTO nowhere VALUES ('et ord')")
    other = Turn(file)
    with other.taken(0):
        pass
    other.close()


@pytest.mark.parametrize("url", ["postgresql+psycopg://somebody@/somewhere", "sqlite://"])
def test_on_any_other_database_it_makes_its_own(url: str) -> None:
    assert own_engine(url) is None
