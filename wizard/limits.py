"""How often somebody may do the same within a minute: by person and route, by address where nobody is logged in.

It slows machines down, never a fast typist. What must hold to the last one is counted in the database, where it is
written: codes (cases/codes.py), help at the counter, files.
"""

import sqlite3
from ipaddress import ip_address, ip_network
from math import ceil
from typing import NamedTuple

import structlog
from flask import Flask, current_app, g, request
from werkzeug.exceptions import TooManyRequests

from wizard.routes.here import tools, who
from wizard.routes.typed import WITHOUT_PAGE
from wizard.settings import Settings
from wizard.tally import Tally

MINUTE = 60
FREE = {
    "static",
    "public.live",
    "public.ready",
    "public.theme",
    "public.warned_style",
    "account.leave",
    "account.logout",
    "account.out",
    "account.present",
    "account.time_left",
    "apply.documents",
}
"""Whoever wants out is never stopped; the rest costs next to nothing."""
COSTLY = {"public.blank"}
"""What is only read, but may ask docgen for a document."""
STEP = "apply.answer"
AUTOSAVE = "apply.autosave"
AUTOSAVES = 3
"""So many times as often as a save: it follows each pause of a second in what somebody types."""
NETWORK = {4: 32, 6: 64}
"""Bits of an address that are one customer's: in IPv6 each has a whole network."""

log = structlog.get_logger()


class Limit(NamedTuple):
    key: str
    most: int


def init_app(app: Flask, settings: Settings) -> None:
    """Counted before the access rules are asked, so that a guess at an address counts as well."""
    app.extensions["tally"] = Tally(settings.limits_file)
    app.before_request(_count)


def give_way(app: Flask) -> None:
    """A step that came too often is refused after its rule was asked: then its page can show what was typed."""
    app.before_request(_refuse_step)


def _count() -> None:
    g.wait = 0
    limit = None if request.endpoint in FREE else _limit()
    if limit is None:
        return
    g.wait = _seconds_to_wait(limit)
    if g.wait and request.endpoint != STEP:
        raise TooManyRequests(retry_after=g.wait)


def _refuse_step() -> None:
    if g.wait:
        raise TooManyRequests(retry_after=g.wait)


def _limit() -> Limit:
    settings, route = tools().settings, str(request.endpoint)
    visitor = None if route in WITHOUT_PAGE else who()
    whose = str(visitor.account_id) if visitor else _address()
    many = 1 if visitor else settings.people_behind_address
    if request.method != "POST" and route not in COSTLY:
        # whoever reads too much from an address shuts none of its others out from logging in, or from being logged out
        return Limit(f"{whose} {request.blueprint}", settings.reads_a_minute * many)
    most = {STEP: settings.saves_a_minute, AUTOSAVE: settings.saves_a_minute * AUTOSAVES}
    return Limit(f"{whose} {route}", most.get(route, settings.posts_a_minute) * many)


def _address() -> str:
    """The network that asks, as the trusted proxies tell it."""
    try:
        address = ip_address(request.remote_addr or "")
    except ValueError:
        return "unknown"
    return str(ip_network((address, NETWORK[address.version]), strict=False))


def _seconds_to_wait(limit: Limit) -> int:
    """0 where there is room. The address is kept as a keyed hash, for a minute; a count that fails lets through."""
    at = tools().clock().timestamp()
    tally: Tally = current_app.extensions["tally"]
    try:
        counted = tally.count(tools().vault.lookup(f"limit:{limit.key}"), at, MINUTE)
    except (sqlite3.Error, OSError) as error:
        if not tally.failing:  # once, not for each request until it is mended
            log.warning("not_counted", cause=type(error).__name__)
        tally.failing = True
        return 0
    tally.failing = False
    if counted.times <= limit.most:
        return 0
    if counted.times == limit.most + 1:  # once a minute, or the log itself could be flooded
        log.warning("too_often", route=request.endpoint)
    return ceil(counted.ends - at)
