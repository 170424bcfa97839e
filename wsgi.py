"""gunicorn's way in: ``wsgi:app``."""

from wizard.app import create_app

app = create_app()
