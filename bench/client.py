"""A simple client in a process of its own: `python -m bench.client PORT SECONDS THREADS PATH`.

The cookie comes on standard input; prints the number of answers per second.
"""

import sys
import threading
import time
from http.client import HTTPConnection

_WARM_UP = 20


def _ask(connection: HTTPConnection, path: str, cookie: str) -> None:
    connection.request("GET", path, headers={"Cookie": cookie, "Host": "localhost"})
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise SystemExit(f"{path} answers {answer.status}")


def _keep_asking(port: int, path: str, cookie: str, until: float, counts: list[int]) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    number = 0
    while time.perf_counter() < until:
        _ask(connection, path, cookie)
        number += 1
    counts.append(number)
    connection.close()


def main(port: int, seconds: float, threads: int, path: str) -> None:
    """Ask for the page over connections that are kept open, and print answers per second."""
    cookie = sys.stdin.read().strip()
    warm = HTTPConnection("127.0.0.1", port, timeout=60)
    for _each in range(_WARM_UP):
        _ask(warm, path, cookie)
    counts: list[int] = []
    begun = time.perf_counter()
    asking = [
        threading.Thread(target=_keep_asking, args=(port, path, cookie, begun + seconds, counts))
        for _each in range(threads)
    ]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    if len(counts) < threads:
        raise SystemExit(f"{path}: a connection broke")
    print(sum(counts) / (time.perf_counter() - begun))


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
