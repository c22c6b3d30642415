"""Things that hang together, as more and more of them are joined (union-find)."""


class Union:
    """Which things are joined, directly or through others."""

    def __init__(self) -> None:
        self._parent: dict[object, object] = {}

    def find(self, one: object) -> object:
        """Return the thing that stands for all that are joined with this one."""
        root = one
        while (parent := self._parent.setdefault(root, root)) != root:
            root = parent
        while self._parent[one] != root:
            self._parent[one], one = root, self._parent[one]
        return root

    def join(self, one: object, other: object) -> None:
        """Join two things, and with them all that they are joined with."""
        self._parent[self.find(one)] = self.find(other)

    def joined(self, one: object, other: object) -> bool:
        """Tell whether two things are joined."""
        return self.find(one) == self.find(other)
