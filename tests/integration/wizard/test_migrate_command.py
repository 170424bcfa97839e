"""The command that whoever runs it brings a database to this version with."""

from pathlib import Path

from tests.database import rows
from tests.running_site import Site


def test_the_command_makes_the_tables_and_leaves_them_when_they_are_there(
    database_url: str, tmp_path: Path
) -> None:
    site = Site(tmp_path, database_url)
    site.run("migrate")
    made = rows(database_url)
    assert {name.rpartition(".")[2] for name in made} >= {"cases", "workflow_status"}
    site.run("migrate")
    assert rows(database_url) == made
