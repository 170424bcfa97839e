"""The description of docgen's HTTP face (OpenAPI 3.1), drawn from the models that check what comes in."""

from typing import Any

from pydantic.json_schema import models_json_schema

from docgen.contract import DOCX, PDF, BlankRequest, DocumentRequest, Problem
from docgen.verify import Report

PROBLEMS = {
    "401": "No valid bearer token",
    "406": "Neither of the two media types is accepted",
    "413": "The body is too long",
    "415": "The body is of another media type",
    "422": "The request is wrong, or cannot be made whole: never try again",
    "429": "All places are taken, and others wait already: try again after Retry-After seconds",
    "503": "It took too long, or nothing can be sealed now: try again after Retry-After seconds",
}


def openapi() -> dict[str, Any]:
    """The whole description."""
    _, schemas = models_json_schema(
        [
            (DocumentRequest, "validation"),
            (BlankRequest, "validation"),
            (Report, "serialization"),
            (Problem, "serialization"),
        ],
        ref_template="#/components/schemas/{model}",
    )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "docgen",
            "version": "1",
            "summary": "Word and sealed PDF documents from finished text",
        },
        "components": {
            "schemas": {name: _tagged(schema) for name, schema in schemas["$defs"].items()},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"token": []}],
        "paths": {
            "/v1/documents": {"post": _post("application/json", _either(), _document())},
            "/v1/verifications": {"post": _post(PDF, _binary(), _report())},
            "/livez": {"get": _get("The process answers")},
            "/readyz": {"get": _get("Documents can be made and sealed")},
        },
    }


def _tagged(schema: dict[str, Any]) -> dict[str, Any]:
    """What is told apart by its ``kind`` has to say it, though the model has it by default."""
    if "const" not in schema.get("properties", {}).get("kind", {}):
        return schema
    return {**schema, "required": ["kind", *schema.get("required", [])]}


def _post(media_type: str, schema: dict[str, Any], good: dict[str, Any]) -> dict[str, Any]:
    bad = {
        status: {"description": why, "content": {"application/problem+json": {"schema": _schema("Problem")}}}
        for status, why in PROBLEMS.items()
    }
    body = {"required": True, "content": {media_type: {"schema": schema}}}
    return {"requestBody": body, "responses": {"200": good, **bad}}


def _document() -> dict[str, Any]:
    text = {"schema": {"type": "string"}, "required": True}
    return {
        "description": "The finished document",
        "headers": {
            "Content-Digest": {"description": "SHA-256 of the document (RFC 9530)", **text},
            "Request-Sha256": {"description": "SHA-256 of the request's canonical JSON (RFC 8785)", **text},
        },
        "content": {PDF: {"schema": _binary()}, DOCX: {"schema": _binary()}},
    }


def _report() -> dict[str, Any]:
    return {"description": "What was found", "content": {"application/json": {"schema": _schema("Report")}}}


def _get(description: str) -> dict[str, Any]:
    return {"security": [], "responses": {"200": {"description": description}}}


def _either() -> dict[str, Any]:
    return {"oneOf": [_schema("DocumentRequest"), _schema("BlankRequest")]}


def _schema(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _binary() -> dict[str, Any]:
    return {"type": "string", "format": "binary"}
