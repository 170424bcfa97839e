"""The media types of docgen's answers, and the bytes that a document of each begins with."""

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PROBLEM = "application/problem+json"
MAGIC = {PDF: b"%PDF-", DOCX: b"PK\x03\x04"}
