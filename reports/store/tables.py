"""The tables as they are now; `migrations` tells how they came to be so.

What is kept whole lies in columns of text and JSON. All other columns are for finding,
and every one of them can be made again from what is kept whole.
"""

import datetime

import sqlalchemy as sa

#: Ids sort by code point everywhere; PostgreSQL would ask the locale.
ID = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


class Moment(sa.TypeDecorator[datetime.datetime]):
    """A moment, kept as it is in Greenwich and without saying so."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(
        self, value: datetime.datetime | None, dialect: sa.Dialect
    ) -> datetime.datetime | None:
        """Return the moment as it is kept."""
        del dialect
        return value and value.astimezone(datetime.UTC).replace(tzinfo=None)

    def process_result_value(
        self, value: datetime.datetime | None, dialect: sa.Dialect
    ) -> datetime.datetime | None:
        """Return the moment that was kept."""
        del dialect
        return value and value.replace(tzinfo=datetime.UTC)


TABLES = sa.MetaData()

#: Each text that was handed over under an id, once, however often and wherever it was;
#: `origin` is the first by spelling of where it stood.
REVISION = sa.Table(
    "revision",
    TABLES,
    sa.Column("id", ID, primary_key=True),
    sa.Column("article", ID, nullable=False, index=True),
    sa.Column("given", ID, nullable=False),
    sa.Column("origin", ID, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("title", sa.Text),
    sa.Column("published", sa.Date),
    sa.Column("outlet", sa.Text),
    sa.Column("url", sa.Text),
    #: What the page is known by, as JSON; not yet there in a store taken over.
    sa.Column("look", sa.Text),
)
#: Where texts stood, and which of them the place held last.
PLACE = sa.Table(
    "place",
    TABLES,
    sa.Column("file", ID, primary_key=True),
    sa.Column("id", ID, primary_key=True),
    sa.Column("revision", ID, sa.ForeignKey(REVISION.c.id), nullable=False, index=True),
    sa.Column("gathered", Moment),
    sa.Index("place_id", "id"),
)
#: What every text proves, as the JSON of the contract of `extract`.
RECORD = sa.Table(
    "record",
    TABLES,
    sa.Column("revision", ID, sa.ForeignKey(REVISION.c.id), primary_key=True),
    sa.Column("json", sa.Text, nullable=False),
)
#: By which keys a page is found again.
PAGE_KEY = sa.Table(
    "page_key",
    TABLES,
    sa.Column("key", ID, primary_key=True),
    sa.Column("revision", ID, sa.ForeignKey(REVISION.c.id), primary_key=True),
    sa.Index("page_key_revision", "revision"),
    sqlite_with_rowid=False,
)
#: One page, and which of its texts counts. `since` and `until` are the first and the
#: last of the days that it tells of, that of the page among them.
ARTICLE = sa.Table(
    "article",
    TABLES,
    sa.Column("id", ID, primary_key=True),
    sa.Column("revision", ID, sa.ForeignKey(REVISION.c.id), nullable=False),
    sa.Column("relevant", sa.Boolean, nullable=False),
    sa.Column("class", sa.Text, nullable=False),
    sa.Column("sample", sa.Boolean, nullable=False),
    sa.Column("outlet", ID),
    sa.Column("published", sa.Date),
    sa.Column("since", sa.Date),
    sa.Column("until", sa.Date),
    sa.Column("gathered", Moment),
    sa.Index("article_days", "since", "until"),
)
#: What relevant articles are about.
ABOUT = sa.Table(
    "about",
    TABLES,
    sa.Column("article", ID, sa.ForeignKey(ARTICLE.c.id), primary_key=True),
    sa.Column("kind", ID, primary_key=True),
    sa.Column("code", ID, primary_key=True),
    sa.Column("since", sa.Date),
    sa.Column("until", sa.Date),
    sa.Index("about_subject", "kind", "code", "since", "until", "article"),
    sqlite_with_rowid=False,
)
#: What of an article is compared with others. One without a component is unsettled;
#: `first_key` brings together what is likely to be compared.
MENTION = sa.Table(
    "mention",
    TABLES,
    sa.Column("id", ID, primary_key=True),
    sa.Column("article", ID, sa.ForeignKey(ARTICLE.c.id), nullable=False, index=True),
    sa.Column("kind", ID, nullable=False),
    sa.Column("shape", ID, nullable=False),
    sa.Column("first_key", ID, nullable=False),
    sa.Column("component", ID),
    sa.Column("json", sa.Text, nullable=False),
    sa.Index("mention_component", "component", "kind", "first_key", "id"),
)
MENTION_KEY = sa.Table(
    "mention_key",
    TABLES,
    sa.Column("key", ID, primary_key=True),
    sa.Column("mention", ID, sa.ForeignKey(MENTION.c.id), primary_key=True),
    sa.Index("mention_key_mention", "mention"),
    sqlite_with_rowid=False,
)
#: What many articles together tell, as JSON. `since` and `until` hold every day that
#: it, or a page that tells of it, has.
KNOWN = sa.Table(
    "known",
    TABLES,
    sa.Column("id", ID, primary_key=True),
    sa.Column("kind", ID, nullable=False),
    sa.Column("component", ID, nullable=False, index=True),
    sa.Column("since", sa.Date),
    sa.Column("until", sa.Date),
    sa.Column("json", sa.Text, nullable=False),
    sa.Index("known_days", "kind", "since", "until"),
)
KNOWN_ABOUT = sa.Table(
    "known_about",
    TABLES,
    sa.Column("known", ID, sa.ForeignKey(KNOWN.c.id), primary_key=True),
    sa.Column("kind", ID, primary_key=True),
    sa.Column("code", ID, primary_key=True),
    sa.Column("what", ID, nullable=False),
    sa.Column("since", sa.Date),
    sa.Column("until", sa.Date),
    sa.Index("known_about_subject", "kind", "code", "what", "since", "until", "known"),
    sqlite_with_rowid=False,
)
#: Inputs that could not be read, as the last run that met them said.
REFUSAL = sa.Table(
    "refusal",
    TABLES,
    sa.Column("origin", ID, primary_key=True),
    sa.Column("file", ID, nullable=False, index=True),
    sa.Column("why", sa.Text, nullable=False),
    sa.Column("hint", sa.Text, nullable=False),
    sa.Column("refused", Moment),
)
#: Keys of pages that were taken out, so that gathering does not bring them back.
WITHDRAWN = sa.Table(
    "withdrawn",
    TABLES,
    sa.Column("key", ID, primary_key=True),
    sa.Column("article", ID, nullable=False, index=True),
)
#: Briefings that were issued, and what they printed, as JSON.
ISSUE = sa.Table(
    "issue",
    TABLES,
    sa.Column("subject", ID, primary_key=True),
    sa.Column("period", ID, primary_key=True),
    sa.Column("revision", sa.Integer, primary_key=True),
    sa.Column("since", sa.Date),
    sa.Column("until", sa.Date),
    sa.Column("issued", Moment, nullable=False),
    sa.Column("digest", sa.Text, nullable=False),
    sa.Column("json", sa.Text, nullable=False),
)
#: What the whole store was settled with, by name.
SETTLED_WITH = sa.Table(
    "settled_with",
    TABLES,
    sa.Column("name", ID, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
