import stat
from pathlib import Path

from wizard.demo import kept_keys


def test_the_demos_keys_are_made_once_and_readable_by_nobody_else(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    first = kept_keys(path)
    assert kept_keys(path) == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_two_demos_share_no_key(tmp_path: Path) -> None:
    one, other = (kept_keys(tmp_path / name) for name in ("one.json", "other.json"))
    assert not set(one.values()) & set(other.values())
