"""The addresses' builders, compiled once for all applications of a process and of those forked from it.

Werkzeug compiles two functions for every rule of every application, a third of a second for all of ours. They depend on
nothing but the rule as it is declared, and are its own.
"""

from collections.abc import Callable
from typing import Any

from flask import Flask
from werkzeug.routing import Rule

from wizard import app as wizard
from wizard.case_address import CaseConverter
from wizard.routes import blueprints

_compile = Rule._compile_builder  # noqa: SLF001 -- what takes the time is here
_compiled: dict[Any, Callable[..., tuple[str, str]]] = {}


def _kept(rule: Rule, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:  # noqa: FBT001, FBT002 -- as it is called
    declared = (rule.rule, tuple(rule._trace), repr(rule.defaults), append_unknown)  # noqa: SLF001
    if declared not in _compiled:
        _compiled[declared] = _compile(rule, append_unknown)
    return _compiled[declared]


def _keep_rules() -> None:
    """From now on in this process; those of our own application are compiled at once."""
    Rule._compile_builder = _kept  # type: ignore[method-assign, assignment] # noqa: SLF001
    app = Flask("rules")
    app.url_map.converters["case"] = CaseConverter
    assert wizard.VIEWS, "their views are on the blueprints"
    for name in ("public", "account", "apply", "office", "counter"):
        app.register_blueprint(getattr(blueprints, name))


_keep_rules()
