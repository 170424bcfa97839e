"""What is posted without showing anew who one is, and why not: whatever is not here asks first (``confirming.py``).

A test holds it against all addresses, both ways.
"""

from collections.abc import Mapping

UNCONFIRMED: Mapping[str, frozenset[str]] = {
    "a way in, out, or past a page, which is asked of nobody in particular": frozenset(
        {
            "account.carry_code",
            "account.confirm_here",
            "account.ended_elsewhere",
            "account.enter",
            "account.leave",
            "account.logout",
            "account.sent_to_confirm",
            "account.sent_to_provider",
            "account.sent_to_staff_provider",
            "account.staff_ended_elsewhere",
            "public.found",
            "public.language",
            "public.policy_reports",
        }
    ),
    "which mails one gets, at an address that was given and confirmed before": frozenset(
        {"apply.choose_kinds"}
    ),
    "what is filled in binds nobody before it is sent, and sending asks": frozenset(
        {
            "apply.answer",
            "apply.autosave",
            "apply.begin",
            "apply.begin_for",
            "apply.keep",
            "apply.take_back_consents",
        }
    ),
    "leads to what this very log-in may read without it": frozenset(
        {"apply.open_case", "apply.open_for", "office.give_reason", "office.seek"}
    ),
    "shuts somebody out who can be let in again by the next press, and nothing is lost": frozenset(
        {"apply.end_help", "apply.take_back"}
    ),
    "staff's work in a case, under their name: a protected one asks at its door": frozenset(
        {
            "office.deliver_again",
            "office.let_go",
            "office.make_documents_again",
            "office.paper_came",
            "office.put_into_archive",
            "office.send_on",
            "office.take",
            "office.take_out_of_archive",
            "office.try_stuck_now",
            "office.write_last_day",
        }
    ),
    "a person stands before them, or their paper lies there: staff say who it was": frozenset(
        {
            "apply.paper_scanned",
            "counter.begin",
            "counter.take_up",
            "office.begin_paper",
            "office.put_in_paper",
        }
    ),
    "about the screen itself, and ends a log-in or a mark": frozenset(
        {"counter.not_shared", "counter.shared"}
    ),
}
"""By reason, the views that do not ask."""
