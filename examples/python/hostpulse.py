"""A Hostpulse client for Python 3.9 and newer, with the package websockets (10 or newer).

    async for message in Hostpulse("ws://127.0.0.1:8765").messages():
        if message["type"] == "monitoring_data":
            print(message["data"]["memory"]["percentage"])

It comes back by itself when the connection is lost, at a random moment, and asks for what it missed.
"""

import asyncio
import json
import logging
import random

import websockets

log = logging.getLogger("hostpulse")

SHORTEST, LONGEST = 0.5, 30.0  # seconds
STEADY = 10.0  # a connection that lasted so long was a good one
SUBSCRIBE = 1


class Refused(Exception):
    """Another attempt would be refused as well: a wrong token, a wrong subscription."""


class Hostpulse:
    """One broker. Used by one task."""

    def __init__(self, url, *, token=None, streams=None, fields=None, interval=None, alerts=False, since=None, position=None):
        """streams, fields, interval, alerts and since are what `subscribe` takes, see docs/PROTOCOL.md.

        position is what `position` was in an earlier life.
        """
        self._url = url
        self._protocols = ["hostpulse.v1"] + ([f"hostpulse.token.{token}"] if token else [])
        self._wanted = {"streams": streams, "fields": fields, "interval": interval, "alerts": alerts}
        self._cursor = position["cursor"] if position else since
        self._seen = dict(position["seen"]) if position else {}
        self._come_back = None
        self._failures = 0

    @property
    def position(self):
        """Where to go on in another life: keep it as JSON. None before there is anything to come back to."""
        return {"cursor": self._cursor, "seen": self._seen} if self._cursor else None

    async def messages(self):
        """Every message, over all connections. monitoring_data has one more member, `records`: what is new in it."""
        while True:
            self._come_back = None
            began = asyncio.get_running_loop().time()
            try:
                async for message in self._connection():
                    yield message
                reason = "the server closed the connection"
            except (OSError, asyncio.TimeoutError, websockets.WebSocketException) as error:
                self._give_up_if_refused(error)
                reason = str(error) or type(error).__name__
            if asyncio.get_running_loop().time() - began > STEADY:
                self._failures = 0
            wait = self._wait()
            log.warning("%s; again in %.1f s", reason, wait)
            await asyncio.sleep(wait)

    async def _connection(self):
        # websockets asks and answers pings by itself, and notices a dead connection within 40 s.
        async with websockets.connect(
            self._url, subprotocols=self._protocols, max_size=None, open_timeout=15, ping_interval=20, ping_timeout=20
        ) as socket:
            subscribed = False
            async for text in socket:
                message = json.loads(text)
                kind = message["type"]
                if kind == "connection":
                    await socket.send(json.dumps(self._subscribe()))
                elif kind == "subscribed":
                    subscribed = True
                elif kind == "goodbye":
                    self._come_back = message["reconnect_in_ms"] / 1000
                elif kind == "error" and message.get("id") == SUBSCRIBE:
                    if message["code"] == "INVALID_ARGUMENT":
                        raise Refused(message["message"])
                    log.error("%s: %s", message["code"], message["message"])
                    return
                elif kind == "monitoring_data":
                    if not subscribed:
                        continue  # this is what others get
                    message["records"] = self._news(message)
                yield message

    def _subscribe(self):
        wanted = {name: value for name, value in self._wanted.items() if value is not None}
        since = {"since": self._cursor} if self._cursor else {}
        return {"type": "subscribe", "id": SUBSCRIBE, **wanted, **since}

    def _news(self, message):
        """Live messages repeat the newest record of streams that have nothing new."""
        news = []
        for stream, state in message["streams"].items():
            place = {"sequence": state.get("sequence"), "timestamp": state.get("timestamp")}
            if place["sequence"] is not None and self._seen.get(stream) != place:
                self._seen[stream] = place
                # Without data it has the reason.
                has = {"data": message["data"][stream]} if stream in message["data"] else {"no_data": message["no_data"].get(stream)}
                news.append({"stream": stream, **place, **has})
        self._cursor = message.get("cursor", self._cursor)
        return news

    def _wait(self):
        """Twice as long after each failure, and at random, so that not all come back at once."""
        wait = min(LONGEST, SHORTEST * 2 ** min(self._failures, 10)) * random.uniform(0.5, 1)
        first, self._failures = self._failures == 0, self._failures + 1
        if self._come_back is None:
            return wait
        return self._come_back if first else max(self._come_back, wait)

    @staticmethod
    def _give_up_if_refused(error):
        # Before websockets 14 the error has the status, later its response has.
        status = getattr(getattr(error, "response", error), "status_code", None)
        if status is not None and 400 <= status < 500 and status not in (408, 425, 429):
            raise Refused(f"the server answers the handshake with {status}") from error
