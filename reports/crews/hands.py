"""What every crew is: an executor that tells how many hands it has."""

from collections.abc import Callable
from concurrent.futures import Executor, Future


class Crew(Executor):
    """Hands that work is given to."""

    @property
    def width(self) -> int:
        """Return how many pieces of work are done at a time."""
        raise NotImplementedError


class Alone(Crew):
    """Our own process: work is done when it is given, and what it raises flies."""

    @property
    def width(self) -> int:
        """Return one."""
        return 1

    def submit[**P, T](
        self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]:
        """Do the work at once."""
        done: Future[T] = Future()
        done.set_result(fn(*args, **kwargs))
        return done
