"""What a journey or a step is taken to say where its declaration says nothing."""

from datetime import datetime

from forms.situation import SentCase, Situation


def always(_: Situation) -> bool:
    return True


def never(_: Situation) -> bool:
    return False


def nothing(_: Situation) -> tuple[()]:
    return ()


def nothing_received(_: Situation, __: datetime) -> tuple[()]:
    return ()


def no_deadline(_: Situation) -> None:
    return None


def untold(_: Situation) -> str:
    return ""


def nothing_given(_: Situation) -> None:
    return None


def takes_nothing(_: Situation) -> None:
    return None


def untied(_: Situation) -> None:
    return None


def follows_none(_: SentCase) -> bool:
    return False
