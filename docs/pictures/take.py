"""Renew report.png from outputs/report.html: `python docs/pictures/take.py` (needs what `make test-browser` installs)."""

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
PAGE = HERE.parents[1] / "outputs" / "report.html"

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
    page = browser.new_page(viewport={"width": 1320, "height": 1100})
    page.goto(PAGE.as_uri())
    article = page.locator(".story").nth(1)
    article.evaluate("one => one.scrollIntoView()")
    article.locator(".text .s.pro:not(.unsure)").nth(1).hover()
    page.screenshot(path=HERE / "report.png")
    browser.close()
