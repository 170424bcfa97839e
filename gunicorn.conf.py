"""How gunicorn serves wizard and docgen, wherever it is started from this folder."""

workers = 2
threads = 4
timeout = 90
"""Seconds: longer than docgen's longest answer."""
graceful_timeout = 65
keepalive = 5
max_requests = 20_000
max_requests_jitter = 2_000
control_socket_disable = True
