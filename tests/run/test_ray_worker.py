from pathlib import Path

from pipeline.params import Params
from pipeline.resources import shipped
from pipeline.run.ray_worker import ERROR, PART, RayWorker
from pipeline.run.setup import Setup


def test_a_machine_with_another_argmap_is_refused(tmp_path: Path, params: Params) -> None:
    setup = Setup(params, shipped("models/stance.skops"), shipped("models/linker.json"), None, one_page=True)
    setup.__dict__["label_code"] = "of another version"  # as the driver's may be
    receipt = RayWorker(setup)({PART: [str(tmp_path / "0.part")]})
    assert "another argmap" in receipt[ERROR][0]
    assert list(tmp_path.iterdir()) == []
