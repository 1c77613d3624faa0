"""A mail server of a few lines: it takes mails, refuses at a chosen step, or breaks off."""

import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class MailServer(socketserver.ThreadingTCPServer):
    """Keeps the mails that it took; ``refuse`` gives a reply to a command, ``at_end`` is called
    when a mail has come whole, before the server answers, and may say to hang up."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Talk)
        self.taken: list[str] = []
        self.refuse: dict[str, str] = {}
        self.at_end: Callable[[], bool] = lambda: False

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class _Talk(socketserver.StreamRequestHandler):
    server: MailServer

    def handle(self) -> None:
        self.say("220 ready")
        for line in self.rfile:
            word = line.split(b":")[0].strip().decode().upper()
            refusal = self.server.refuse.get(word.split(" ")[0])
            if refusal == "hang up":
                return
            if refusal:
                self.say(refusal)
            elif word == "QUIT":
                self.say("221 bye")
                return
            elif word == "DATA":
                self.say("354 go on")
                if not self.take():
                    return
            else:
                self.say("250 well")

    def take(self) -> bool:
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                break
            lines.append(line.decode())
        if "END" in self.server.refuse:
            self.say(self.server.refuse["END"])
            return True
        self.server.taken.append("".join(lines))
        if self.server.at_end():
            return False
        self.say("250 taken")
        return True

    def say(self, reply: str) -> None:
        self.wfile.write(f"{reply}\r\n".encode())


@contextmanager
def mail_server(port: int = 0) -> Iterator[MailServer]:
    """A server that listens until one leaves."""
    with MailServer(port) as server:
        listening = threading.Thread(target=server.serve_forever, args=(0.01,))
        listening.start()
        try:
            yield server
        finally:
            server.shutdown()
            listening.join()
