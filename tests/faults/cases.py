"""Commands with the folder they start from and the files they must leave."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import yaml

from faults.articles import FIRST, LATER, STAGES, write
from faults.faulty import NO_FAULT, OK, ROOT, Ended, Fault, Files, Server, files_of, half_written

PAGES_ABOVE = 5  # articles, so that the report has pages


@dataclass(frozen=True)
class Case:
    """A command; `words` follow its name, {out} stands for the folder of a trial."""

    name: str
    words: tuple[str, ...]
    before: Path
    new: Files

    def start(self, server: Server, out: Path, fault: Fault = NO_FAULT, **how: object) -> Ended:
        """Run the command on a folder."""
        words = [word.replace("{out}", str(out)) for word in self.words]
        return server.argmap(*words, fault=fault, near=out, **how)  # type: ignore[arg-type]

    def trial(
        self, server: Server, out: Path, fault: Fault = NO_FAULT, codes: tuple[int, ...] = (), **how: object
    ) -> str:
        """Let a fault strike, then run again; say what was lost, or nothing."""
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(self.before, out)
        ended = self.start(server, out, fault, **how)
        if problem := judge(ended, codes):
            return f"{problem}: {ended.said}"
        found = files_of(out)
        if odd := half_written(found, files_of(self.before), self.new):
            return f"half-written: {odd}"
        if ended.code == OK and found != self.new:
            return "ended well with other files"
        return self.again(server, out)

    def again(self, server: Server, out: Path) -> str:
        """Run undisturbed; say what is not as it should be."""
        after = self.start(server, out)
        if after.code != OK:
            return f"the next run ended with {after.code}: {after.said}"
        found = files_of(out)
        return "" if found == self.new else f"the next run left other files: {_differing(found, self.new)}"

    def steps(self, server: Server, out: Path) -> int:
        """Count the steps on the disk."""
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(self.before, out)
        assert self.start(server, out, Fault("count")).code == OK
        return int(server.steps.read_text())


def judge(ended: Ended, codes: tuple[int, ...]) -> str:
    """Say what is wrong with an end."""
    if ended.hung:
        return "hung"
    if ended.orphans:
        return "left a process behind"
    if "Traceback" in ended.said or "a fault of argmap itself" in ended.said:
        return "told badly"
    return "" if not codes or ended.code in codes else f"ended with {ended.code}"


def _differing(found: Files, new: Files) -> list[str]:
    return sorted(name for name in found.keys() | new.keys() if found.get(name) != new.get(name))


def build_cases(server: Server, folder: Path) -> dict[str, Case]:
    """Run and every stage on the later articles, over the outputs of the first; `run` also into pages and an empty folder."""
    first, later = write(folder / "first", FIRST), write(folder / "later", LATER)
    locks = {texts: texts.with_suffix(".lock") for texts in (first, later)}
    for texts, lock in locks.items():
        lock.write_text(texts.name)
    values = yaml.safe_load((ROOT / "params.yaml").read_text())
    values["report"]["max_articles_on_one_page"] = PAGES_ABOVE
    params = folder / "params.yaml"
    params.write_text(yaml.safe_dump(values))
    nothing = folder / "nothing"
    nothing.mkdir()
    cases: dict[str, Case] = {}

    def add(name: str, before: Path, *words: str) -> Path:
        after = folder / f"after {name}"
        shutil.copytree(before, after)
        case = Case(name, words, before, {})
        ended = case.start(server, after)
        assert ended.code == OK, ended.said
        cases[name] = Case(name, words, before, files_of(after))
        return after

    def command(stage: str, texts: Path) -> tuple[str, ...]:
        given = [str(texts)] if stage in ("clean", "run") else ["--lock", str(locks[texts])] if stage == "code" else []
        return (stage, *given, "--out", "{out}")

    ran = add("first run", nothing, *command("run", first))
    add("run", ran, *command("run", later))
    add("run into an empty folder", nothing, *command("run", later))
    add("run with pages", ran, *command("run", later), "--params", str(params))
    add("run with two workers", nothing, *command("run", later), "--workers", "2")
    staged = nothing
    for stage in STAGES:
        staged = add(f"first {stage}", staged, *command(stage, first))
    for stage in STAGES:
        staged = add(stage, staged, *command(stage, later))
    assert cases["report"].new.items() >= cases["run"].new.items()
    assert cases["run with two workers"].new == cases["run"].new == cases["run into an empty folder"].new
    return cases
