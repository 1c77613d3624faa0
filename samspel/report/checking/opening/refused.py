"""What ends the reading of a file."""


class NotReadable(Exception):
    """The file is no report that can be read; the message is one translated sentence."""


class NeedsRecognition(Exception):
    """The pages are pictures, which take longer to read; ``pages`` is how many."""

    def __init__(self, pages: int) -> None:
        super().__init__(pages)
        self.pages = pages
