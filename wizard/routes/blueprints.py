"""The parts of the site; the modules beside this one add their views to them."""

from flask import Blueprint

public = Blueprint("public", __name__)
account = Blueprint("account", __name__)
apply = Blueprint("apply", __name__)
office = Blueprint("office", __name__)
counter = Blueprint("counter", __name__)

GUIDE = "/<municipality>/finn-fram"
FORM = "/<municipality>/skjema/<word>"
SEARCH = "/<municipality>/sok"
CASE = "/<municipality>/sak/<case:case_id>"
OWN_DATA = "/<municipality>/opplysningene-mine"
NOTICES = "/<municipality>/varsler"
CONSENTS = "/<municipality>/samtykker"
HANDLE_FOR = "/<municipality>/handle-for"
STEP = f"{CASE}/steg/<slug>"
COUNTER = "/<municipality>/skranke"
CODE = "/<municipality>/kode"
OFFICE = "/<municipality>/kontor"
OFFICE_CASE = f"{OFFICE}/sak/<uuid:case_id>"
PAPER_INTAKE = f"{OFFICE}/papir/<uuid:case_id>"
