"""The tables of the post; see `outbox` for what they are for."""

import sqlalchemy as sa

from reports.store.tables import ID, TABLES, Moment

#: A briefing as it was put into the outbox; a correction is told by comparing two.
EDITION = sa.Table(
    "edition",
    TABLES,
    sa.Column("subject", ID, primary_key=True),
    sa.Column("period", ID, primary_key=True),
    sa.Column("revision", sa.Integer, primary_key=True),
    sa.Column("digest", sa.Text, nullable=False),
    sa.Column("contents", sa.LargeBinary, nullable=False),
)
#: What letters have in common, once: all but their heads.
BODY = sa.Table(
    "body",
    TABLES,
    sa.Column("sha256", ID, primary_key=True),
    sa.Column("content", sa.LargeBinary, nullable=False),
)
#: One letter to one reader. `owner` works on it until `until`.
PARCEL = sa.Table(
    "parcel",
    TABLES,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("subject", ID, nullable=False),
    sa.Column("period", ID, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("recipient", ID, nullable=False, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("message_id", ID, nullable=False, unique=True),
    sa.Column("head", sa.LargeBinary, nullable=False),
    sa.Column("body", ID, sa.ForeignKey(BODY.c.sha256), nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("step", sa.Text),
    sa.Column("owner", sa.Text),
    sa.Column("until", Moment),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("queued_at", Moment, nullable=False),
    sa.Column("next_at", Moment, nullable=False),
    sa.Column("said", sa.Text),
    sa.Column("told", sa.Boolean, nullable=False),
    sa.UniqueConstraint("subject", "period", "revision", "recipient"),
    sa.Index("parcel_waiting", "state", "next_at"),
)
#: Addresses that nothing is mailed to.
SUSPENSION = sa.Table(
    "suspension",
    TABLES,
    sa.Column("address", ID, primary_key=True),
    sa.Column("since", Moment, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
)
#: Delivery reports on letters of ours, each read once.
BOUNCE = sa.Table(
    "bounce",
    TABLES,
    sa.Column("digest", ID, primary_key=True),
    sa.Column("message_id", ID, nullable=False),
    sa.Column("address", ID, nullable=False, index=True),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("said", sa.Text, nullable=False),
    sa.Column("read_at", Moment, nullable=False),
)
#: Since when the schedule owes a subject, or a pattern of subjects, a kind of period.
BEGUN = sa.Table(
    "begun",
    TABLES,
    sa.Column("subject", ID, primary_key=True),
    sa.Column("kind", ID, primary_key=True),
    sa.Column("since", Moment, nullable=False),
)
#: What was decided of each period that the schedule owed: once, and for good.
SETTLED = sa.Table(
    "settled",
    TABLES,
    sa.Column("subject", ID, primary_key=True),
    sa.Column("period", ID, primary_key=True),
    sa.Column("decision", sa.Text, nullable=False),
    sa.Column("decided_at", Moment, nullable=False),
)
#: Whose turn it is to do what only one may do at a time.
TURN = sa.Table(
    "turn",
    TABLES,
    sa.Column("name", ID, primary_key=True),
    sa.Column("owner", sa.Text, nullable=False),
    sa.Column("until", Moment, nullable=False),
)
