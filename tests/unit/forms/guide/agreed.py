"""What others rely on: the journeys' words in addresses. A link to one of them must never stop working."""

WORDS = {
    "coordination": "koordinator-og-plan",
    "care_services": "helse-og-omsorg",
    "notification": "melding",
    "appeal": "klage",
    "service_complaint": "klage-pa-hjelpen",
    "power_of_attorney": "fullmakt",
    "power_of_attorney_revocation": "trekk-fullmakt",
    "consent": "samtykke",
    "consent_withdrawal": "trekk-samtykke",
    "supplement": "send-mer",
    "withdrawal": "trekk-sak",
}
