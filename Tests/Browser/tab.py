"""A tab of a running Chromium."""
import json
import time
import urllib.parse
import urllib.request

import websocket


class Tab:
    """A tab, controlled through the DevTools protocol."""

    def __init__(self, port):
        opening = urllib.request.Request(f"http://127.0.0.1:{port}/json/new?about:blank", method="PUT")
        address = json.load(urllib.request.urlopen(opening))["webSocketDebuggerUrl"]
        self.socket = websocket.create_connection(address, suppress_origin=True, timeout=30)
        self.number = 0
        self.events = []
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")
        # Without a window no page has the focus, and none would open its search.
        self.call("Emulation.setFocusEmulationEnabled", enabled=True)

    def call(self, method, **parameters):
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self.socket.recv())
            if message.get("id") == self.number:
                if "error" in message:
                    raise RuntimeError(message["error"])
                return message["result"]
            self.events.append(message)

    def value(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"])
        return result["result"].get("value")

    def click(self, element):
        """A click as by hand, without which a page may not write to the clipboard."""
        self.value(f"{element}.scrollIntoView({{block: 'center'}})")
        time.sleep(0.2)
        box = self.value(f"{element}.getBoundingClientRect().toJSON()")
        place = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2, "button": "left", "clickCount": 1}
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, **place)

    def until(self, expression):
        for _ in range(100):
            if self.value(expression):
                return True
            time.sleep(0.1)
        return False

    def open(self, url, scheme, width):
        self.events.clear()
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 500)
        self.call("Page.navigate", url=url)
        self.until(f"location.href === {json.dumps(url)} && document.readyState === 'complete'")
        time.sleep(0.4)

    def complaints(self):
        """What the page had to say that a developer would see in red."""
        self.value("1")
        for event in self.events:
            parameters = event.get("params", {})
            if event["method"] == "Runtime.exceptionThrown":
                yield "exception: " + json.dumps(parameters["exceptionDetails"])[:300]
            elif event["method"] == "Log.entryAdded" and parameters["entry"]["level"] == "error":
                yield f"{parameters['entry']['text']} {parameters['entry'].get('url', '')}"
            elif event["method"] == "Runtime.consoleAPICalled" and parameters["type"] == "error":
                yield "console: " + json.dumps(parameters["args"])[:300]
            elif event["method"] == "Network.requestWillBeSent":
                host = urllib.parse.urlparse(parameters["request"]["url"]).hostname
                if host not in (None, "127.0.0.1"):
                    yield "asks another server: " + parameters["request"]["url"]
