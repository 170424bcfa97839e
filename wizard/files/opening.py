"""The store of files that the settings name."""

from pathlib import Path

from wizard.files.folder import Folder
from wizard.files.interface import FileStore
from wizard.files.s3 import S3, Access
from wizard.settings import Settings
from wizard.settings_files import Bucket


def open_store(settings: Settings, place: Path | Bucket | None = None) -> FileStore:
    """At ``VEIVISER_FILES``, or at another place by the same keys; nothing is asked of it yet."""
    place = settings.files if place is None else place
    if isinstance(place, Path):
        return Folder(place)
    ca_file = settings.ca_file
    return S3(
        place.name,
        place.prefix,
        Access(
            settings.files_endpoint,
            settings.files_region,
            settings.files_key_id,
            settings.files_secret.get_secret_value(),
            ca_file.read_text() if ca_file else "",
            settings.files_seconds,
        ),
    )
