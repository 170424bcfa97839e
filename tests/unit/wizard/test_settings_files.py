"""Where files lie is a folder or a bucket, and a bucket is reached by https and a key that is the site's own."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from tests.unit.wizard.test_sound_settings import complaints, settings
from wizard.settings_files import Bucket
from wizard.sound_settings import hold

REACHED = {
    "files": "s3://veiviser-files/larvik",
    "files_endpoint": "https://s3.larvik.test",
    "files_key_id": "invented",
    "files_secret": "invented-secret",
}


def test_a_place_is_read_as_what_it_is() -> None:
    assert settings(files="/srv/files").files == Path("/srv/files")
    assert settings(files="s3://veiviser-files").files == Bucket("veiviser-files", "")
    assert settings(files="s3://veiviser-files/larvik/a/").files == Bucket("veiviser-files", "larvik/a")


@pytest.mark.parametrize(
    "written", ["s3://", "s3:/bucket", "s3://Bucket", "s3://bucket/a b", "s3://bucket/../a", "http://x/y"]
)
def test_what_is_neither_folder_nor_bucket_is_told(written: str) -> None:
    with pytest.raises(ValidationError, match="path of a f"):
        settings(files=written)


def test_a_bucket_that_is_reached_by_https_or_inside_is_sound() -> None:
    for way in (
        {},
        {"files_endpoint": "http://127.0.0.1:9000"},
        {"files_endpoint": "http://garage:3900", "files_inside": True},
    ):
        hold(settings(**REACHED | way))


WRONG = {
    "key": ({"files_key_id": ""}, "VEIVISER_FILES_KEY_ID"),
    "secret": ({"files_secret": ""}, "VEIVISER_FILES_SECRET"),
    "nowhere": ({"files_endpoint": ""}, "VEIVISER_FILES_ENDPOINT, the address"),
    "plain": ({"files_endpoint": "http://s3.larvik.test"}, "VEIVISER_FILES_ENDPOINT is not https"),
    "scheme": ({"files_endpoint": "ftp://s3.larvik.test"}, "VEIVISER_FILES_ENDPOINT is not https"),
}


def test_what_others_told_of_a_bucket_is_not_mixed_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "https://elsewhere.test")
    (said,) = complaints(**REACHED)
    assert said.startswith("AWS_ENDPOINT_URL_S3: take it out")


@pytest.mark.parametrize("kind", WRONG)
def test_a_bucket_that_others_reach_or_nobody_does_stops_the_start(kind: str) -> None:
    changed, told = WRONG[kind]
    (said,) = complaints(**REACHED | changed)
    assert told in said
    assert "invented" not in said
