"""The two media types of a document, and the bytes that each begins with."""

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAGIC = {PDF: b"%PDF-", DOCX: b"PK\x03\x04"}
