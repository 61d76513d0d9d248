"""Outputs of a run in which every free text, in every file, is one that would run, load or lead elsewhere if it could."""

import json
import re
from pathlib import Path
from typing import Any

MARK = "argmapRan"  # a payload that runs sets this on the window
RUN = f"window.{MARK}=1"
ELSEWHERE = "http://hostile.invalid"  # no request may leave the page, not even a failing one

PAYLOADS = [
    f"<script>{RUN}</script>",
    f"</script><script>{RUN};alert(1)</script>",
    f"</title></style></textarea></noscript></template></svg><img src=x onerror={RUN}>",
    f'"><img src="{ELSEWHERE}/a.png" onerror="{RUN}">',
    f"' autofocus onfocus={RUN} onmouseover='{RUN}' x='",
    f"<svg onload={RUN}><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror={RUN}&gt;'>",
    f'<iframe srcdoc="<script>parent.{MARK}=1</script>" src="{ELSEWHERE}"></iframe>',
    f'<meta http-equiv="refresh" content="0;url={ELSEWHERE}/">',
    f'<base href="{ELSEWHERE}/"><link rel=stylesheet href="{ELSEWHERE}/x.css">',
    f"}}</style><style>*{{background:url({ELSEWHERE}/b)}}</style>",
    f"x;background:url({ELSEWHERE}/c);}}*{{color:red;content:url({ELSEWHERE}/d)",
    f"javascript:{RUN}",
    f"JaVa\tScRiPt:{RUN}//",
    f"data:text/html,<script>{RUN}</script>",
    f"{{{{ cycler.__init__.__globals__ }}}}{{% set x = 7*7 %}}${{{RUN}}}`${{{RUN}}}`<%= 7*7 %>",
    f"<!--><script>{RUN}</script>--><![CDATA[<script>{RUN}</script>]]>",
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    f"&lt;script&gt;{RUN}&lt;/script&gt;&#60;script&#62;{RUN}&#60;/script&#62;",
    f'=HYPERLINK("{ELSEWHERE}","x")',
    "+cmd|' /C calc'!A0",
    f"[x](javascript:{RUN}) ![y]({ELSEWHERE}/e.png) <b onclick={RUN}>z</b> | `a` |\n\n# h",
    f'"]; n0 [URL="javascript:{RUN}", label=<<b>x</b>>]; //',
    f"===\ntitle: x\n===\n[n0]: y #tag\n  {{a: b}}\n  +> [n1] /* {RUN} */",
    "\u202eevil\u2066\u202dtxt\u2069\u200f\u061c",
    "'; DROP TABLE articles; --",
    f'<form action="{ELSEWHERE}"><button formaction="javascript:{RUN}">a</button></form>',
    f"<object data={ELSEWHERE}><embed src={ELSEWHERE}><video src={ELSEWHERE} onerror={RUN}></video>",
]  # fmt: skip

TOGETHER, STEP = 6, 5  # payloads in one text; the titles of five articles hold all of them
FREE = {
    "title",
    "source",
    "url",
    "name",
    "role",
    "affiliation",
    "entity",
    "source_file",
    "issue",
    "point",
    "first",
    "last",
}
FREE |= {"authors", "why", "text", "method"}
IDS = "../../{n}<script>{run}</script>\"'&?#%2F"


class Swap:
    """Replaces texts, the same by the same in all files, so that what belongs together still does."""

    def __init__(self, articles: list[str]) -> None:
        self.ids = {a: IDS.format(n=n, run=RUN) for n, a in enumerate(articles)}
        self.names: dict[str, str] = {}
        self.texts: dict[str, str] = {}

    def text(self, value: str) -> str:
        """Give some payloads, of which all come first somewhere; the number tells a text from others."""
        number = len(self.names)
        chosen = [PAYLOADS[(number + n * STEP) % len(PAYLOADS)] for n in range(TOGETHER)]
        return self.names.setdefault(value, f"{' '.join(chosen)} {number}")

    def identity(self, value: str) -> str:
        """Give an id or a record's id anew."""
        article, colon, rest = value.rpartition(":") if value not in self.ids else (value, "", "")
        return f"{self.ids[article]}{colon}{rest}" if article in self.ids else value

    def record(self, found: Any, article: str | None = None, key: str = "") -> Any:
        """Give a record anew."""
        if isinstance(found, dict):
            article = found.get("article") or article
            new = {k: self.record(v, article, k) for k, v in found.items()}
            start, text = found.get("start"), self.texts.get(article or "")
            if text is not None and "text" in found and isinstance(start, int):
                new["text"] = text[start : found["end"]]
            return new
        if isinstance(found, list):
            return [self.record(v, article, key) for v in found]
        if not isinstance(found, str):
            return found
        moved = self.identity(found)
        if moved != found or key not in FREE or re.fullmatch(r"\d{4}(-\d\d)*(T.*)?", found):
            return moved
        return self.text(found)


def make_hostile(run: Path, out: Path) -> Path:
    """Copy a run's output files with every free text replaced by a payload."""
    out.mkdir(parents=True)
    articles = [json.loads(line) for line in (run / "articles.jsonl").open(encoding="utf-8")]
    swap = Swap([a["id"] for a in articles])
    for article in articles:
        length = len(article["text"])
        # Lines end where they did, so that the blocks of the article are as they were.
        payload = " ".join(PAYLOADS).replace("\n", " ")
        long = (payload * (length // len(payload) + 1))[:length]
        swap.texts[article["id"]] = "".join(
            "\n" if old == "\n" else new for old, new in zip(article["text"], long, strict=True)
        )
    for path in sorted(run.glob("*.jsonl")):
        with (out / path.name).open("w", encoding="utf-8") as lines:
            for line in path.open(encoding="utf-8"):
                old = json.loads(line)
                new = swap.record(old)
                if path.name == "articles.jsonl":
                    new["text"] = swap.texts[old["id"]]
                    new["url"] = swap.text(f"url of {old['id']}")
                lines.write(json.dumps(new, ensure_ascii=False) + "\n")
    return out


class Watch:
    """Opens pages and keeps what they did that they should not."""

    def __init__(self, browser: Any, own: str) -> None:
        self.context = browser.new_context()
        self.page = self.context.new_page()
        self.own = own
        self.faults: list[str] = []
        self.page.add_init_script(
            "addEventListener('securitypolicyviolation', e => console.log('CSP ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample))"
        )
        self.page.on("dialog", self._dialog)
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("console", self._console)
        self.page.on("popup", lambda page: self.faults.append(f"popup: {page.url}"))
        self.context.on("request", self._request)

    def _dialog(self, dialog: Any) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _console(self, message: Any) -> None:
        if "CSP " in message.text or "Content Security Policy" in message.text:
            self.faults.append(message.text)

    def _request(self, request: Any) -> None:
        if not request.url.startswith(self.own):
            self.faults.append(f"request: {request.url}")

    def open(self, address: str) -> Any:
        """Go to a page and do all that a reader can do without leaving it."""
        self.page.goto(address)
        self.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        for select in self.page.locator("select:visible:enabled").all():
            if select.locator("option").count() > 1:
                select.select_option(index=1)
        for box in self.page.locator("input[type=search]:visible, input[type=text]:visible").all():
            box.fill(PAYLOADS[0])
        self.page.evaluate(
            "document.querySelectorAll('body *').forEach(e => ['pointerover', 'mouseover', 'focusin', 'focus'].forEach("
            "n => e.dispatchEvent(new Event(n, {bubbles: n !== 'focus'}))))"
        )
        return self.page

    def check(self) -> None:
        """Hold that nothing ran and nothing left."""
        assert self.page.evaluate(f"window.{MARK}") is None
        assert self.faults == [], self.faults

    def close(self) -> None:
        """Close the pages."""
        self.context.close()
