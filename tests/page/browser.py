"""A chromium without a network, driven by its driver; what it says and asks for is kept."""

import json
import os
import shutil
import tempfile


class Missing(Exception):
    """What the test needs and this machine has not."""


def needed():
    """Paths of browser and driver."""
    try:
        import selenium  # noqa: F401
    except ImportError:
        raise Missing("python3-selenium is not installed") from None
    paths = [shutil.which(name) for name in ("chromium", "chromedriver")]
    if None in paths:
        raise Missing("chromium or chromium-driver is not installed")
    return paths


FLAGS = ("--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
         "--disable-component-update --disable-sync --disable-dev-shm-usage --window-size=1280,900").split()


class Browser:
    """Ends its own processes and removes its folder."""

    def __enter__(self):
        chromium, driver = needed()
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service

        self.folder = tempfile.mkdtemp(prefix="xuewei-page-")
        options = webdriver.ChromeOptions()
        options.binary_location = chromium
        for flag in FLAGS:
            options.add_argument(flag)
        options.add_argument("--user-data-dir=" + self.folder)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(service=Service(driver), options=options)
        self.driver.set_script_timeout(60)
        return self

    def __exit__(self, *_):
        self.driver.quit()
        shutil.rmtree(self.folder, ignore_errors=True)

    def open(self, path):
        """Opens a file and waits until its engine is there, or is known to be missing."""
        self.driver.get_log("browser")
        self.driver.get_log("performance")
        self.path = "file://" + os.path.abspath(path)
        self.driver.get(self.path)
        self.run("""const done = arguments[arguments.length - 1];
            const look = () => document.documentElement.dataset.ready ? done() : setTimeout(look, 20);
            look();""", wait=True)

    def run(self, script, *arguments, wait=False):
        call = self.driver.execute_async_script if wait else self.driver.execute_script
        return call(script, *arguments)

    def said(self):
        """Lines of the console, errors of scripts and of the policy among them."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def asked(self):
        """Addresses that it asked for, other than the page itself and what is inside it."""
        urls = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            # The browser's own start page is not ours.
            if message["method"] == "Network.requestWillBeSent" and message["params"]["documentURL"] == self.path:
                urls.append(message["params"]["request"]["url"])
        return [url for url in urls if url != self.path and not url.startswith(("data:", "blob:"))]
