"""The labelling configuration of a Label Studio project: what an annotator sees and can choose."""

from pipeline.annotate.check import ENTITY_LABELS
from pipeline.annotate.flat import VALUES
from pipeline.annotate.regions import ISSUE, RELATIONS, SENTENCE, TIE
from pipeline.gold.corpus import ATTRIBUTION

FILE = "label-studio.xml"
SPAN, TEXT, SPEAKER = "span", "text", "speaker"  # names of the tags, which are the `from_name` and `to_name` of results
COLOURS = {SENTENCE: "#d9d9d9", "source": "#1f78b4", "cue": "#33a02c", "content": "#a6cee3"}
TITLES = {"kind": "Kind", "stance": "Stance", "quote": "Speech", "role": "Role", ISSUE: "Serves the issue itself"}
SIDE = "position: sticky; top: 0; align-self: start; max-height: 90vh; overflow-y: auto"  # stays beside a long text


def config() -> str:
    """Give the XML; the choices stand beside the text and show while a sentence is selected."""
    lines = ["<View>", "  <Relations>"]
    lines += [f'    <Relation value="{value}"/>' for value in (*RELATIONS, TIE)]
    lines += ["  </Relations>", f'  <Labels name="{SPAN}" toName="{TEXT}" choice="single">']
    lines += [f'    <Label value="{label}" background="{COLOURS[label]}"/>' for label in (SENTENCE, *ATTRIBUTION)]
    lines += [f'    <Label value="{label}"/>' for label in sorted(ENTITY_LABELS)]
    lines += ["  </Labels>", '  <Header value="$title"/>']
    lines += ['  <View style="display: grid; grid-template-columns: 1fr 220px; gap: 1em">']
    lines += [f'    <Text name="{TEXT}" value="$text" granularity="symbol"/>', f'    <View style="{SIDE}">']
    lines += [line for name, values in VALUES.items() for line in _choices(name, values)]
    lines += [f"      <View {_shown()}>", '        <Header value="Speaker" size="6"/>']
    lines += [
        f'        <TextArea name="{SPEAKER}" toName="{TEXT}" perRegion="true" maxSubmissions="1" editable="true"/>',
        "      </View>",
    ]
    return "\n".join([*lines, "    </View>", "  </View>", "</View>"]) + "\n"


def _choices(name: str, values: tuple[str, ...]) -> list[str]:
    head = [f"      <View {_shown()}>", f'        <Header value="{TITLES[name]}" size="6"/>']
    head += [f'        <Choices name="{name}" toName="{TEXT}" perRegion="true" choice="single" showInline="true">']
    return [*head, *(f'          <Choice value="{value}"/>' for value in values), "        </Choices>", "      </View>"]


def _shown() -> str:
    return f'visibleWhen="region-selected" whenTagName="{SPAN}" whenLabelValue="{SENTENCE}"'
