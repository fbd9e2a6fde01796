"""The first tables: articles, what they prove, and what they are about."""

import sqlalchemy as sa
from alembic import op

revision = "0001_articles"
down_revision = None

ID = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables, and say which format they are."""
    version = sa.Column("version", sa.Integer, primary_key=True)
    format_ = op.create_table("format", version)
    op.create_table(
        "article",
        sa.Column("id", ID, primary_key=True),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("published", sa.Date),
        sa.Column("outlet", sa.Text),
        sa.Column("url", sa.Text),
    )
    op.create_table(
        "record",
        sa.Column("article", ID, sa.ForeignKey("article.id"), primary_key=True),
        sa.Column("json", sa.Text, nullable=False),
        sa.Column("relevant", sa.Boolean, nullable=False),
        sa.Column("class", sa.Text, nullable=False),
        sa.Column("published", sa.Date, index=True),
    )
    op.create_table(
        "about",
        sa.Column("article", ID, sa.ForeignKey("record.article"), primary_key=True),
        sa.Column("kind", ID, primary_key=True),
        sa.Column("code", ID, primary_key=True),
        sa.Index("about_subject", "kind", "code"),
    )
    op.bulk_insert(format_, [{"version": 1}])
