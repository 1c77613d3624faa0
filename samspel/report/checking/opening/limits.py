"""How much is read at most. A report of this kind has 10 to 40 pages; these leave ample room."""

MEGABYTE = 1024 * 1024

FILE_BYTES = 60 * MEGABYTE
"""The file itself: a scanned report is 1 to 20 MB."""
CHARACTERS = 3_000_000
"""The text of it: three hundred pages are about one million."""
LINE_CHARACTERS = 20_000
"""One line of it: nobody writes a paragraph of six pages."""
LINES = 60_000
NUMBERS = 12_000
"""Numbers in it: a report has 100 to 1 000."""
PAGES = 200
SCANNED_PAGES = 60
"""Pages to recognise: each takes seconds."""
PARTS = 2_000
"""Parts inside a Word file."""
UNPACKED_BYTES = 150 * MEGABYTE
"""A Word file's parts unpacked: mostly pictures."""
MARKUP_BYTES = 15 * MEGABYTE
"""Its parts of text: they grow tenfold in memory."""
