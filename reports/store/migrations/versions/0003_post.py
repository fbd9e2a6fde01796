"""The outbox, what the schedule has settled, and who cannot be reached."""

import sqlalchemy as sa
from alembic import op

revision = "0003_post"
down_revision = "0002_chronicle"

ID = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables of the post."""
    op.create_table(
        "edition",
        sa.Column("subject", ID, primary_key=True),
        sa.Column("period", ID, primary_key=True),
        sa.Column("revision", sa.Integer, primary_key=True),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("contents", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "body",
        sa.Column("sha256", ID, primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "parcel",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("subject", ID, nullable=False),
        sa.Column("period", ID, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("recipient", ID, nullable=False, index=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("message_id", ID, nullable=False, unique=True),
        sa.Column("head", sa.LargeBinary, nullable=False),
        sa.Column("body", ID, sa.ForeignKey("body.sha256"), nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("step", sa.Text),
        sa.Column("owner", sa.Text),
        sa.Column("until", sa.DateTime),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("queued_at", sa.DateTime, nullable=False),
        sa.Column("next_at", sa.DateTime, nullable=False),
        sa.Column("said", sa.Text),
        sa.Column("told", sa.Boolean, nullable=False),
        sa.UniqueConstraint("subject", "period", "revision", "recipient"),
        sa.Index("parcel_waiting", "state", "next_at"),
    )
    op.create_table(
        "suspension",
        sa.Column("address", ID, primary_key=True),
        sa.Column("since", sa.DateTime, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
    )
    op.create_table(
        "bounce",
        sa.Column("digest", ID, primary_key=True),
        sa.Column("message_id", ID, nullable=False),
        sa.Column("address", ID, nullable=False, index=True),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("said", sa.Text, nullable=False),
        sa.Column("read_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "begun",
        sa.Column("subject", ID, primary_key=True),
        sa.Column("kind", ID, primary_key=True),
        sa.Column("since", sa.DateTime, nullable=False),
    )
    op.create_table(
        "settled",
        sa.Column("subject", ID, primary_key=True),
        sa.Column("period", ID, primary_key=True),
        sa.Column("decision", sa.Text, nullable=False),
        sa.Column("decided_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "turn",
        sa.Column("name", ID, primary_key=True),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("until", sa.DateTime, nullable=False),
    )
