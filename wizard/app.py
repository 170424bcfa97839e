"""The Flask application: everything is put together here, and nothing else is done."""

from contextlib import suppress
from pathlib import Path

from flask import Flask
from flask_wtf import CSRFProtect
from htmx_flask import Htmx
from jinja2 import StrictUndefined
from sqlalchemy.exc import OperationalError, ProgrammingError
from werkzeug.middleware.proxy_fix import ProxyFix

from forms.journeys.registry import journey
from forms.marks import mark_told
from wizard import (
    assets,
    blanks,
    calling,
    failures,
    guard,
    handover,
    headers,
    kiosk,
    languages,
    leaving,
    logging_setup,
    looking,
    origin,
    references,
    request_id,
    sound_settings,
)
from wizard.case_address import CaseConverter
from wizard.cases import rehashing
from wizard.routes import (
    account,
    archived,
    attachments,
    autosave,
    blueprints,
    carried_code,
    codes,
    confirming,
    cosigning,
    counter_help,
    counter_page,
    counter_paper,
    counter_signing,
    deadline_box,
    delivered_again,
    desk_pages,
    documents,
    documents_again,
    ended_elsewhere,
    figures,
    given_back,
    going,
    guide_pages,
    handling_for,
    health,
    journey_page,
    kiosk_pages,
    log_in_ends,
    log_ins,
    missing_numbers,
    naming,
    notices,
    own_consents,
    own_data,
    own_keys,
    paper,
    paper_intake,
    policy_reports,
    power_taken_back,
    reasons,
    searching,
    security_txt,
    seeking,
    sending,
    sending_on,
    sent_back,
    signatures,
    spoken_withdrawal,
    start,
    steps,
    stuck,
    supplied,
    throwing_away,
    who_has_seen,
)
from wizard.routes.own_address import page_to_come_back_to
from wizard.routes.told import done
from wizard.settings import Settings, load
from wizard.tools import Enqueue, Tools, make_tools
from wizard.ways_in import ways_in

VIEWS = (
    account,
    archived,
    attachments,
    autosave,
    carried_code,
    codes,
    confirming,
    cosigning,
    counter_help,
    counter_page,
    counter_paper,
    counter_signing,
    deadline_box,
    desk_pages,
    documents,
    delivered_again,
    documents_again,
    ended_elsewhere,
    figures,
    going,
    guide_pages,
    handling_for,
    health,
    journey_page,
    kiosk_pages,
    log_in_ends,
    log_ins,
    naming,
    notices,
    own_consents,
    own_keys,
    own_data,
    paper,
    paper_intake,
    policy_reports,
    reasons,
    searching,
    security_txt,
    seeking,
    sending,
    sending_on,
    sent_back,
    signatures,
    missing_numbers,
    power_taken_back,
    spoken_withdrawal,
    supplied,
    start,
    steps,
    stuck,
    throwing_away,
    who_has_seen,
)
"""The modules whose views are on the blueprints once they are imported."""

ROOT = Path(__file__).resolve().parent.parent


def create_app(settings: Settings | None = None, enqueue: Enqueue | None = None) -> Flask:
    """The wizard. Settings come from the environment unless given; start-up fails where one is missing or weak."""
    settings = settings or load()
    ways = ways_in(settings)  # fails where nobody could log in
    sound_settings.hold(settings)
    app = Flask(
        "veiviser", template_folder=str(ROOT / "templates"), static_folder=str(ROOT / "wizard" / "static")
    )
    app.url_map.converters["case"] = CaseConverter
    _configure(app, settings)
    app.extensions["ways_in"] = ways
    app.jinja_env.globals["elsewhere"] = not ways.demo
    app.jinja_env.globals["sends_mail"] = bool(settings.mail_server)
    app.extensions["tools"] = _tools(settings, enqueue or handover.enqueue)
    blanks.init_app(app, settings)
    health.init_app(app)
    logging_setup.configure()
    request_id.init_app(app, settings)
    looking.init_app(app)
    origin.init_app(app)
    logging_setup.init_app(app)
    languages.init_app(app)
    leaving.init_app(app)
    kiosk.init_app(app)
    guard.init_app(app, settings)
    csrf = CSRFProtect(app)
    csrf.exempt(ended_elsewhere.ended_elsewhere)
    csrf.exempt(ended_elsewhere.staff_ended_elsewhere)
    csrf.exempt(policy_reports.policy_reports)
    given_back.init_app(app)
    Htmx(app)
    headers.init_app(app)
    assets.init_app(app)
    calling.init_app(app)
    references.init_app(app)
    failures.init_app(app)
    parts = (blueprints.public, blueprints.account, blueprints.apply, blueprints.office, blueprints.counter)
    for part in parts:
        app.register_blueprint(part)
    return app


def _tools(settings: Settings, enqueue: Enqueue) -> Tools:
    made = make_tools(settings, enqueue)
    try:
        with suppress(
            OperationalError, ProgrammingError
        ):  # no database, or an empty one: the pages will say so
            rehashing.hold(made)
    except rehashing.OtherKeysError:
        made.store.close()
        raise
    return made


def _configure(app: Flask, settings: Settings) -> None:
    app.config.update(
        SECRET_KEY=settings.secret_key.get_secret_value(),
        SECRET_KEY_FALLBACKS=settings.former_secret_keys(),
        SESSION_COOKIE_NAME="__Host-veiviser" if settings.secure_cookies else "veiviser",
        SESSION_COOKIE_SECURE=settings.secure_cookies,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=settings.max_body_bytes,
        MAX_FORM_MEMORY_SIZE=settings.max_step_bytes,
        MAX_FORM_PARTS=1000,
        TRUSTED_HOSTS=settings.trusted_hosts,
        WTF_CSRF_SECRET_KEY=[
            *settings.former_secret_keys(),
            settings.secret_key.get_secret_value(),
        ],  # as kiosk's
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,  # it wants a Referer, which our own headers forbid: see wizard.origin
        BABEL_DEFAULT_LOCALE="nb",
        BABEL_TRANSLATION_DIRECTORIES=str(ROOT / "wizard" / "translations"),
    )
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.globals.update(
        faults=(),
        notice="",
        alone=False,
        page_to_come_back_to=page_to_come_back_to,
        lasts_longer=log_in_ends.lasts_longer,
        warned=log_in_ends.WARNED,
        shown_after=log_in_ends.shown_after,
        done=done,
        journey_of=journey,
        mark_told=mark_told,
    )
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    if settings.proxies:
        count = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]
