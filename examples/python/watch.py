"""Prints every record once, a line of JSON each.

    python3 examples/python/watch.py ws://127.0.0.1:8765 --streams memory,processor --position watch.json

With --position it goes on where it was ended. HOSTPULSE_TOKEN may hold a token.
"""

import argparse
import asyncio
import json
import logging
import os
import signal
import sys

from hostpulse import Hostpulse, Refused


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("url", nargs="?", default="ws://127.0.0.1:8765")
    parser.add_argument("--streams", help="names with commas between them; without it what everyone gets")
    parser.add_argument("--since", help="a cursor, a time, or a length of time ago such as 10m")
    parser.add_argument("--position", help="a file in which the place is kept")
    return parser.parse_args()


def load(file):
    if file and os.path.exists(file):
        with open(file, encoding="utf-8") as text:
            return json.load(text)
    return None


def save(file, position):
    """What was printed is printed: only then is the place kept, in one move."""
    if file and position:
        with open(file + ".new", "w", encoding="utf-8") as text:
            json.dump(position, text)
        os.replace(file + ".new", file)


async def watch(options):
    hostpulse = Hostpulse(
        options.url,
        token=os.environ.get("HOSTPULSE_TOKEN"),
        streams=options.streams.split(",") if options.streams else None,
        since=options.since,
        position=load(options.position),
    )
    async for message in hostpulse.messages():
        if message["type"] == "monitoring_data":
            for record in message["records"]:
                print(json.dumps(record), flush=True)
            save(options.position, hostpulse.position)
        elif message["type"] == "gap":
            logging.warning("%(stream)s %(first)s to %(last)s are missing: %(reason)s", message)
        elif message["type"] == "subscribed" and message.get("recovered") is False:
            logging.warning("not everything is left: %s", "; ".join(message["reasons"]))


async def main():
    logging.basicConfig(stream=sys.stderr, format="%(message)s")
    watching = asyncio.ensure_future(watch(arguments()))
    for ending in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(ending, watching.cancel)
    try:
        await watching
    except asyncio.CancelledError:
        return 0
    except Refused as error:
        logging.error("%s", error)
        return 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
