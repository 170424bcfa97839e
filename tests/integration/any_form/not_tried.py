"""Steps that no sample's answers lead to, or that ask for nothing but files: no form is tried there."""

NOT_TRIED = {
    "appeal": "late other-parent own-view representative safe-place subject waiting young",
    "care_services": (
        "attachments coordination coordinator other-parent own-view representative request safe-place subject young"
    ),
    "consent": "child other-parent own-view representative says-yes subject",
    "consent_withdrawal": "safe-place subject young",
    "coordination": "attachments safe-place young",
    "notification": "call legal-basis",
    "power_of_attorney": "own-proxy subject",
    "service_complaint": "other-parent own-view recipient representative safe-place subject young",
    "supplement": "representative subject",
    "withdrawal": "representative subject",
}
"""By journey: what would have to be answered otherwise before they come."""
