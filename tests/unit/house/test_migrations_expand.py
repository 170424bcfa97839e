"""A migration only adds (docs/deploying.md, "Upgrade"): the release before goes on while the new one starts."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.house.files import HOUSE

FOLDER = HOUSE / "wizard" / "migrations" / "versions"
FIRST = "0023"
"""From here on two releases may stand beside each other."""
CONTRACTS: dict[str, str] = {}
"""Migrations that take away what no release that may still run names any more, and since when that is so."""
TAKES_AWAY = re.compile(r"\b(DROP|RENAME|ALTER|TRUNCATE|DELETE)\b", re.IGNORECASE)
ADDS = {
    "create_table",
    "create_index",
    "add_column",
    "execute",
    "get_bind",
    "f",
    "bulk_insert",
    "batch_alter_table",
}
"""Alembic's operations that the former release does not notice: to a table that it does not know, or beside its own."""


def broken(source: str) -> Iterator[str]:
    """What of the upgrade the former release would notice."""
    (upgrade,) = (
        node
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef) and node.name == "upgrade"
    )
    own = {ast.literal_eval(call.args[0]) for name, call in _calls(upgrade) if name == "create_table"}
    for name, call in _calls(upgrade):
        if name not in ADDS:
            yield f"{name} takes something away"
        if name == "execute" and TAKES_AWAY.search(ast.unparse(call)):
            yield "a statement takes something away"
        if name == "add_column" and not _may_be_left_out(call):
            yield "a new column must be filled in"
        if (
            name == "create_index"
            and _says(call, "unique", value=True)
            and ast.literal_eval(call.args[1]) not in own
        ):
            yield "a rule is new"


def _calls(function: ast.FunctionDef) -> Iterator[tuple[str, ast.Call]]:
    """Each operation by its name; a batch's operations too."""
    for node in ast.walk(function):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=of), attr=name)) if of != "sa":
                yield name, node


def _may_be_left_out(call: ast.Call) -> bool:
    column = next(node for node in call.args if isinstance(node, ast.Call))
    return not _says(column, "nullable", value=False) or any(
        word.arg == "server_default" for word in column.keywords
    )


def _says(call: ast.Call, name: str, *, value: bool) -> bool:
    return any(
        word.arg == name and isinstance(word.value, ast.Constant) and word.value.value is value
        for word in call.keywords
    )


def migrations() -> list[Path]:
    return [path for path in sorted(FOLDER.glob("[0-9]*.py")) if path.name[:4] >= FIRST]


@pytest.mark.parametrize("path", migrations(), ids=lambda path: path.name[:4])
def test_f_29_a_migration_only_adds_unless_it_is_told_why_it_may_take_away(path: Path) -> None:
    found = list(broken(path.read_text(encoding="utf-8")))
    assert bool(found) == (path.name[:4] in CONTRACTS), found


UNFIT = {
    "a column gone": "op.drop_column('cases', 'reference')",
    "another kind": "op.alter_column('cases', 'reference', type_=sa.Text())",
    "by a statement": "op.execute('ALTER TABLE cases RENAME TO files')",
    "to be filled in": "op.add_column('cases', sa.Column('new', sa.Integer(), nullable=False))",
    "in a batch": "\n    with op.batch_alter_table('cases') as batch:\n        batch.drop_column('reference')",
    "a new rule": "op.create_index('ix', 'cases', ['reference'], unique=True)",
}


@pytest.mark.parametrize("name", sorted(UNFIT))
def test_the_fence_sees_what_the_former_release_would_notice(name: str) -> None:
    assert list(broken(f"def upgrade() -> None:\n    {UNFIT[name]}\n"))
