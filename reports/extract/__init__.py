"""Room 2: from an article to the records it proves.

    article -> document -> page -> mentions -> people -> speech
                                 -> encounters, proposals, figures, remarks -> record

Every step is a pure function over the document. Extraction never fails: whatever a
newspaper prints, the answer is a record, perhaps an empty one.
"""

from reports.extract.document import Document
from reports.extract.records import record
from reports.lexicon import Lexicon, load
from reports.model import Article, ArticleRecord

__all__ = ["Document", "extract"]


def extract(article: Article, lexicon: Lexicon | None = None) -> ArticleRecord:
    """Return all that `article` proves, each value with the words that prove it."""
    return record(Document(article, lexicon or load()))
