"""No setting that is left behind makes the application of real people fail: only a demo has such points."""

from pathlib import Path

import pytest

from wizard.failpoints import FailedHereError, reach


@pytest.mark.parametrize("demo", ["", "false", "0"])
def test_where_real_people_are_let_in_nothing_is_struck(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, demo: str
) -> None:
    monkeypatch.setenv("VEIVISER_DEMO", demo)
    (tmp_path / "here").write_text("exception")
    for setting in ("here:exception", f"{tmp_path}/"):
        monkeypatch.setenv("VEIVISER_FAIL", setting)
        reach("here")
    assert (tmp_path / "here").exists()


def test_in_a_demo_a_point_is_struck_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEIVISER_DEMO", "true")
    monkeypatch.setenv("VEIVISER_FAIL", "here:exception")
    reach("elsewhere")
    with pytest.raises(FailedHereError):
        reach("here")


def test_a_file_of_that_name_strikes_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VEIVISER_DEMO", "true")
    monkeypatch.setenv("VEIVISER_FAIL", f"{tmp_path}/")
    (tmp_path / "here").write_text("exception")
    with pytest.raises(FailedHereError):
        reach("here")
    reach("here")
