from pipeline.analysis.analyser import Analyser
from pipeline.params import Params
from pipeline.resources import shipped
from pipeline.run.setup import Setup
from pipeline.run.worker import Worker
from pipeline.text.raw import RawArticle


def test_a_worker_forgets_the_words_of_articles_that_are_done(params: Params, analyser: Analyser) -> None:
    setup = Setup(params, shipped("models/stance.skops"), shipped("models/linker.json"), None, one_page=True)
    worker = Worker(setup)
    vars(worker)["_analyser"] = analyser  # loaded, as it is from the second job on
    known = len(analyser.nlp.vocab.strings)
    for name in ("Zorblatt", "Quimbex"):
        raw = RawArticle(name, f"{name}.txt", "", f"Mayor Ana {name} said that the {name}ing must end.")
        [worked] = worker.work([raw])
        assert worked.failure is None
        assert name.encode() in worked.pieces["speakers"]
    assert len(analyser.nlp.vocab.strings) == known
