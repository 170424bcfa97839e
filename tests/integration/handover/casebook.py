"""A small real store behind the hand-over: what the wizard's cases do for it, on any database."""

import hashlib
import uuid

from sqlalchemy import JSON, Engine, LargeBinary, create_engine, event, select
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry

from docgen.contract import Answer, Content, DocumentRequest, Labels, Letterhead, Section
from wizard.handover import enqueue


class Base(DeclarativeBase):
    pass


class Case(Base):
    __tablename__ = "cases"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    request: Mapped[dict[str, object]] = mapped_column(JSON)


class Document(Base):
    __tablename__ = "documents"
    case_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    media_type: Mapped[str] = mapped_column(primary_key=True)
    sha256: Mapped[str]
    data: Mapped[bytes] = mapped_column(LargeBinary)


class Event(Base):
    __tablename__ = "events"
    case_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    detail: Mapped[str] = mapped_column(default="")


def engine_for(url: str) -> Engine:
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _durable)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _durable(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=10000"):
        connection.execute(f"PRAGMA {pragma}")


def invented_request(reference: str, answer: str = "Vi trenger én som holder trådene.") -> DocumentRequest:
    content = Content(
        kind="form",
        language="nb",
        reference=reference,
        title="Søknad om koordinator",
        letterhead=Letterhead(
            municipality="Larvik kommune", office="Tjenestekontoret", lines=["Larvik"], colour="#123456"
        ),
        facts=[],
        sections=[
            Section(title="Behov", answers=[Answer(question="Hva trenger du hjelp til?", answer=answer)])
        ],
        attachments=[],
        declarations=[],
        labels=Labels(**dict.fromkeys(Labels.model_fields, "Ord")),
    )
    return DocumentRequest(contract=1, content=content, signatures=[], receipt=[])


class Casebook:
    """The ``HandoverStore`` of these tests."""

    def __init__(self, url: str) -> None:
        self.engine = engine_for(url)
        Base.metadata.create_all(self.engine)
        self.transaction = sessionmaker(self.engine)

    def submit(self, answer: str = "Vi trenger én som holder trådene.") -> uuid.UUID:
        with self.transaction.begin() as session:
            case_id = self.write(session, answer)
            enqueue(session, case_id)
        return case_id

    def write(self, session: Session, answer: str = "Svar") -> uuid.UUID:
        case_id = uuid.uuid4()
        request = invented_request(case_id.hex, answer)
        session.add(Case(id=case_id, request=request.model_dump(mode="json")))
        return case_id

    def frozen_request(self, case_id: uuid.UUID) -> DocumentRequest:
        with self.transaction.begin() as session:
            return DocumentRequest.model_validate(session.get_one(Case, case_id).request)

    def kept_document(self, case_id: uuid.UUID, media_type: str) -> str | None:
        with self.transaction.begin() as session:
            document = session.get(Document, (case_id, media_type))
            return document.sha256 if document else None

    def keep_document(self, case_id: uuid.UUID, media_type: str, document: bytes) -> str:
        digest = hashlib.sha256(document).hexdigest()
        try:
            with self.transaction.begin() as session:
                session.add(Document(case_id=case_id, media_type=media_type, sha256=digest, data=document))
        except IntegrityError:
            return self.kept_document(case_id, media_type) or digest
        return digest

    def documents_made(self, case_id: uuid.UUID) -> None:
        self._record(case_id, "documents_made")
        self._record(case_id, "delivered")

    def refused(self, case_id: uuid.UUID, reason: str) -> None:
        self._record(case_id, "handover_refused", reason)

    def unfinished(self) -> list[uuid.UUID]:
        ended = select(Event.case_id).where(Event.name.in_(("delivered", "handover_refused")))
        with self.transaction.begin() as session:
            return list(session.scalars(select(Case.id).where(Case.id.not_in(ended))))

    def _record(self, case_id: uuid.UUID, name: str, detail: str = "") -> None:
        with self.transaction.begin() as session:
            if session.get(Event, (case_id, name)) is None:
                session.add(Event(case_id=case_id, name=name, detail=detail))

    def events(self, case_id: uuid.UUID) -> dict[str, str]:
        with self.transaction.begin() as session:
            found = session.scalars(select(Event).where(Event.case_id == case_id))
            return {event.name: event.detail for event in found}

    def documents(self, case_id: uuid.UUID) -> dict[str, bytes]:
        with self.transaction.begin() as session:
            found = session.scalars(select(Document).where(Document.case_id == case_id))
            return {document.media_type: document.data for document in found}
