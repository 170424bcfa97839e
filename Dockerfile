# One image for wizard, worker and docgen: what runs is chosen by the command, what it may do by its settings.
FROM python:3.11-slim-bookworm AS build
WORKDIR /veiviser
COPY requirements.lock ./
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock

FROM python:3.11-slim-bookworm
# veiviser backup copies PostgreSQL by its own pg_dump, which must be as new as the server: from PostgreSQL's own packages.
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates postgresql-common \
    && /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh -y \
    && apt-get install -y --no-install-recommends postgresql-client-18 && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --home-dir /veiviser veiviser && mkdir -p /data && chown veiviser /data
COPY --from=build /venv /venv
# The command as README has it. Its code is this folder's, as the servers' is.
RUN printf '#!/bin/sh\nexec /venv/bin/python -m wizard "$@"\n' > /usr/local/bin/veiviser && chmod 755 /usr/local/bin/veiviser
WORKDIR /veiviser
COPY wsgi.py gunicorn.conf.py ./
COPY forms forms
COPY wizard wizard
COPY docgen docgen
COPY templates templates
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
USER veiviser
EXPOSE 8000
CMD ["gunicorn", "wsgi:app", "--bind", "0.0.0.0:8000"]
