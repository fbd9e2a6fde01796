"""What Alembic runs to change the tables: over the connection that it is handed."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"], transactional_ddl=True
)
with context.begin_transaction():
    context.run_migrations()
