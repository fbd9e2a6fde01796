"""From an outline to a document for offices that edit; nobody else knows python-docx.

The document is right to left in all its parts, has real headings, tables, footnotes
and fields, and carries its typeface with it.
"""

from reports.render.word.writer import to_docx

__all__ = ["to_docx"]
