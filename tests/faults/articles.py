"""Twelve short made-up articles, and the same a day later: one changed, one gone, one new."""

from pathlib import Path

STAGES = ("code", "clean", "sentences", "entities", "quotes", "stance", "maps", "corpus", "report")
FIRST = {
    "alder": "Alder keeps its rule\n\nMayor Ida Brandt said the sanctuary rule keeps families safe. Sheriff Cole Mayhew disagreed.",
    "birch": "“Nobody should fear calling the police,” said Chief Rosa Ibarra. The council of Birch votes on Monday.",
    "cedar": "Governor Tom Hale called sanctuary cities a danger to the public. He gave no figures.",
    "dogwood": "Dogwood sues\n\nThe city of Dogwood sued the state because the ban on sanctuary policies breaks the constitution.",
    "elm": "According to the Elm Workers’ Union, detainers cost the county $2 million a year. It wants them to end.",
    "fir": "Police in Fir will no longer ask for papers. Critics say that this invites crime.",
    "ginkgo": "“It is a law of mercy,” Rev. Ann Oyelaran said. “It is a law of chaos,” answered state Sen. Bill Kerr.",
    "hazel": "The school board of Hazel met on Tuesday. It rained.",
    "ivy": "Ivy County must honor federal detainers, a judge ruled. The county said it would appeal.",
    "juniper": "Because witnesses come forward, sanctuary policies make streets safer, Prof. Lena Frost argued.",
    "katsura": "Opponents of the bill fear raids. Supporters, among them Rep. Sam Dole, deny that any are planned.",
    "larch": "Mayor Ida Brandt said the sanctuary rule keeps families safe. She repeated it in Larch.",
}
LATER = {
    **{name: text for name, text in FIRST.items() if name != "hazel"},
    "cedar": "Governor Tom Hale now says sanctuary cities are no danger. He gave figures, and thanked Mayor Ida Brandt.",
    "maple": "“We will not yield,” Councilwoman Dee Park said of Maple’s sanctuary rule. The sheriff said it protects criminals.",
}


def write(folder: Path, texts: dict[str, str]) -> Path:
    """Write each text to a file of its own."""
    folder.mkdir(parents=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder
