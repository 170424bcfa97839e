"""What a staff provider's words mean stands in a file: what is wrong in it is told with its line and what would do."""

from pathlib import Path

import pytest

from forms.municipality import municipalities
from wizard.accounts import Post
from wizard.oidc import staff_file
from wizard.oidc.staff_file import StaffFileError, read

SOUND = """\
[claims]
number = "national_id"

[level]
claim = "amr"
good = ["mfa", "fido"]

[[role]]
told = "saksbehandler"
municipality = "larvik"
handles = true

[[role]]
told = "skjermet"
municipality = "larvik"
handles = true
sees_restricted = true

[[role]]
told = "skranke"
municipality = "larvik"
helps = "Servicesenteret"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "staff.toml"
    path.write_text(text)
    return path


@pytest.mark.parametrize(
    ("told", "post"),
    [
        ("saksbehandler", Post("larvik")),
        (["saksbehandler", "noe annet"], Post("larvik")),
        (["skjermet"], Post("larvik", sees_restricted=True)),
        (["skranke"], Post("larvik", handles=False, helps="Servicesenteret")),
        (["skranke", "skjermet"], Post("larvik", sees_restricted=True, helps="Servicesenteret")),
        (["noe annet"], None),
        ("saksbehandler skranke", None),
        ([["saksbehandler"]], None),
        ({"saksbehandler": True}, None),
        ([], None),
        (None, None),
    ],
)
def test_roles_are_held_word_for_word(tmp_path: Path, told: object, post: Post | None) -> None:
    file = read(written(tmp_path, SOUND), municipalities())
    assert file.post(told, "larvik") == post
    assert file.post(told, "senja") is None


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            '"larvik"\nhandles = true\n\n',
            '"larvig"\nhandles = true\n\n',
            ":10: role.1.municipality: is one of",
        ),
        ('helps = "Servicesenteret"', 'helps = "Torget"', ":22: role.3.helps: is one of Tjenestekontoret"),
        ('helps = "Servicesenteret"', "", ":19: role.3: say handles = true, or helps"),
        (
            'helps = "Servicesenteret"',
            'helps = "Servicesenteret"\nsees_restricted = true',
            ":19: role.3: sees",
        ),
        ('told = "skjermet"\n', "", ":13: role.2.told: it is missing: write it"),
        (
            "sees_restricted = true",
            "see_restricted = true",
            ":17: role.2.see_restricted: there is no such name",
        ),
        ('number = "national_id"', 'name = "name"', ":1: claims.number: it is missing"),
        ('good = ["mfa", "fido"]', "good = []", ":6: level.good: "),
        ('good = ["mfa", "fido"]', 'good = "mfa"', ":6: level.good: "),
        ("[level]", "[levels]", ":1: level: it is missing"),
        ("[level]", "[again]\nseconds = -1\n\n[level]", ":5: again.seconds: "),
        ("[level]", "[again]\nminutes = 4\n\n[level]", ":4: again: minutes must last longer than seconds"),
        ("[claims]", "[claims", "is no TOML"),
        (SOUND, "", "role: it is missing"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in SOUND
    with pytest.raises(StaffFileError) as told:
        read(written(tmp_path, SOUND.replace(old, new, 1)), municipalities())
    assert says in str(told.value)
    assert str(tmp_path / "staff.toml") in str(told.value)


def test_the_one_that_is_shown_is_sound(tmp_path: Path) -> None:
    shown = str(staff_file.__doc__).partition("\n\n")[2]
    assert len(read(written(tmp_path, shown), municipalities()).role) == shown.count("[[role]]")


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    text = SOUND.replace('"larvik"', '"larvig"')
    with pytest.raises(StaffFileError) as told:
        read(written(tmp_path, text), municipalities())
    assert [line.split(":")[1] for line in str(told.value).splitlines()] == ["10", "15", "21"]


def test_a_file_that_is_not_there_or_is_no_text(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(StaffFileError, match="cannot be read"):
            read(path, municipalities())
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(StaffFileError, match="cannot be read"):
        read(tmp_path / "bytes.toml", municipalities())
