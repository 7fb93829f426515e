"""Checks a site in a running Chromium: site.py SITE-URL DEBUGGING-PORT SCREENSHOT-FOLDER TOKEN."""
import base64
import json
import os
import pathlib
import re
import sys
import urllib.error
import urllib.parse
import urllib.request

from tab import Tab

PAGES = {
    "index.html": "Lambda instances",
    "LambdaInstanceStatus.html": "API - lambda instance status - Description",
    "Schemas/LambdaInstanceWithStatus.html": "LambdaInstanceWithStatus",
    "Guide/Authentication.html": "Authentication",
}
WIDTHS = {"desktop": 1280, "phone": 390}

SCRIPTS = {name: (pathlib.Path(__file__).parent / name).read_text() for name in ("unlabeled.js", "contrast.js")}


def check_page(tab, site, path, heading, scheme, device, screenshots):
    tab.open(site + path, scheme, WIDTHS[device])
    problems = list(tab.complaints())
    headings = tab.value("[...document.querySelectorAll('h1')].map(h => h.innerText.replace('¶', '').trim())")
    if headings != [heading]:
        problems.append(f"headings {headings}")
    if not tab.value("document.title").strip() or not tab.value("document.documentElement.lang"):
        problems.append("no title or no language")
    levels = tab.value("[...document.querySelectorAll('article :is(h1,h2,h3,h4,h5,h6)')].map(h => +h.tagName[1])")
    problems += [f"a heading of level {after} behind one of {before}" for before, after in zip(levels, levels[1:]) if after > before + 1]
    if tab.value("document.body.dataset.mdColorScheme") != {"light": "default", "dark": "slate"}[scheme]:
        problems.append("not in the scheme that the reader prefers")
    if tab.value("document.documentElement.scrollWidth > innerWidth"):
        problems.append("scrolls sideways")
    problems += ["no label: " + element for element in tab.value(SCRIPTS["unlabeled.js"])]
    problems += ["contrast " + text for text in tab.value(SCRIPTS["contrast.js"])]
    size = tab.call("Page.getLayoutMetrics")["cssContentSize"]
    picture = tab.call("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=size | {"scale": 1})["data"]
    with open(f"{screenshots}/{path.replace('/', '-')[:-5]}-{scheme}-{device}.png", "wb") as file:
        file.write(base64.b64decode(picture))
    return problems


# What readers type, and the page that is found.
SEARCHES = {
    "instance status": "LambdaInstanceStatus.html",
    "lambdaInstanceList": "LambdaInstanceList.html",
    "/backend/authenticate": "Authentication.html",
    "AuthenticationResult": "Schemas/AuthenticationResult.html",
}


def check_search(tab, site, words, page):
    tab.open("about:blank", "light", 1280)
    tab.open(site, "light", 1280)
    tab.value("document.querySelector('[data-md-component=search-query]').focus()")
    opened = tab.until("document.querySelector('[data-md-toggle=search]').checked")
    for letter in words:
        tab.call("Input.dispatchKeyEvent", type="keyDown", key=letter, text=letter)
        tab.call("Input.dispatchKeyEvent", type="keyUp", key=letter)
    found = tab.until(f"[...document.querySelectorAll('.md-search-result__link')].some(a => a.href.includes('/docs/{page}'))")
    return ([] if opened else ["the search does not open"]) + ([] if found else ["the search does not find " + page])


def check_samples(tab, site):
    """A tab shows its sample alone, and the button copies it."""
    tab.call("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
    problems = []
    for name, start in {"curl": "curl", "Swift": "let response", "JavaScript": "const response", "Python": "import requests"}.items():
        tab.open(site + "LambdaInstanceStatus.html", "light", 1280)
        tab.value(f"[...document.querySelectorAll('.tabbed-labels label')].find(l => l.innerText.trim() === '{name}').click()")
        shown = "[...document.querySelectorAll('.tabbed-block')].filter(b => b.checkVisibility())"
        if not tab.until(f"{shown}.length === 1 && {shown}[0].innerText.trim().startsWith('{start}')"):
            problems.append(f"the tab {name} does not show its sample")
            continue
        sample = tab.value(f"{shown}[0].querySelector('code').innerText.trim()")
        button = f"{shown}[0].querySelector('[data-clipboard-target], [data-md-type=copy], .md-clipboard')"
        if not tab.until(f"!!{button}"):
            problems.append(f"the sample in {name} has no button to copy it")
            continue
        tab.click(button)
        if not tab.until(f"navigator.clipboard.readText().then(text => text.trim() === {json.dumps(sample)})"):
            problems.append(f"the button does not copy the sample in {name}: " + tab.value("navigator.clipboard.readText()"))
    return problems + list(tab.complaints())


def check_requests(tab, site, token):
    """The page sends the request to the server that the reader names, and shows the response."""
    server = urllib.parse.urljoin(site, "/")
    expected = {
        ("3", "Token " + token, server): "HTTP 200", ("4711", "Token " + token, server): "HTTP 404",
        ("3", "Token nobody", server): "HTTP 401", ("3", "", "javascript:alert(1)"): "must be an http or https URL",
    }
    problems = []
    for (uuid, credential, address), start in expected.items():
        tab.open(site + "LambdaInstanceStatus.html", "light", 1280)
        values = json.dumps([address, credential, uuid])
        tab.value(f"[...document.querySelectorAll('.try-it input')].forEach((input, i) => input.value = {values}[i])")
        tab.value("document.querySelector('.try-it form').requestSubmit()")
        if not tab.until(f"document.querySelector('.try-it pre').innerText.includes({json.dumps(start)})"):
            problems.append(f"{start} is expected: " + tab.value("document.querySelector('.try-it pre').innerText"))
        # A response of another status than success is an error of the network's to the browser.
        problems += [text for text in tab.complaints() if "Failed to load resource" not in text]
    tab.open(site + "LambdaInstanceStatus.html#200-data", "light", 1280)
    if not tab.value("document.querySelector(':target')?.innerText === 'data'"):
        problems.append("no link leads to the property")
    return problems


def check_versions(tab, site):
    """The folder of versions leads to the newest, whose pages offer the others."""
    tab.open(site + "versions/", "light", 1280)
    problems = [] if tab.until("location.href.endsWith('/versions/v10/')") else ["no page of the newest version"]
    if not tab.until("document.querySelectorAll('.md-version__link').length"):
        return problems + ["no selector of versions"]
    names = tab.value("[...document.querySelectorAll('.md-version__link')].map(a => a.innerText.trim())")
    problems += [] if names == ["v10", "v2"] else [f"the selector lists {names}"]
    problems += tab.complaints()
    tab.value("document.querySelectorAll('.md-version__link')[1].click()")
    if not tab.until("location.href.endsWith('/versions/v2/') && document.querySelector('.md-version__current')?.innerText === 'v2'"):
        problems.append("the selector does not open the older version")
    return problems


def check_links(site):
    """Follows every link from the first page on, and looks for the places within pages that they name."""
    pages, problems, open_links = {}, [], [(site, site)]
    while open_links:
        source, link = open_links.pop()
        address, _, fragment = link.partition("#")
        if address not in pages:
            try:
                with urllib.request.urlopen(address) as answer:
                    text = answer.read().decode("utf-8", "replace") if "html" in answer.headers["Content-Type"] else ""
            except urllib.error.HTTPError as error:
                problems.append(f"{source} links to {address}: {error.code}")
                text = ""
            pages[address] = set(re.findall(r'\bid="([^"]+)"', text))
            for target in re.findall(r'(?:href|src)="([^"]*)"', text):
                target = urllib.parse.urljoin(address, target.replace("&amp;", "&"))
                if target.startswith(site):
                    open_links.append((address, target))
        # Browsers look for the fragment as it is written, then for what it stands for.
        if fragment and pages[address] and not {fragment, urllib.parse.unquote(fragment)} & pages[address]:
            if not fragment.startswith("__"):
                problems.append(f"{source} links to {link}, where nothing has this id")
    return problems


def main():
    site, port, screenshots, token = sys.argv[1:]
    os.makedirs(screenshots, exist_ok=True)
    tab = Tab(port)
    results = {"search for " + words: check_search(tab, site, words, page) for words, page in SEARCHES.items()}
    results |= {"links": check_links(site), "samples": check_samples(tab, site), "requests": check_requests(tab, site, token)}
    results["versions"] = check_versions(tab, site)
    for path, heading in PAGES.items():
        for scheme in ("light", "dark"):
            for device in WIDTHS:
                results[f"{path}, {scheme}, {device}"] = check_page(tab, site, path, heading, scheme, device, screenshots)
    for name, problems in results.items():
        for problem in problems:
            print(f"{name}: {problem}")
    failed = sum(bool(problems) for problems in results.values())
    print(f"{len(results) - failed} passed, {failed} failed")
    return failed > 0


sys.exit(main())
