"""The labelling configuration of a Label Studio project: what an annotator sees and can choose."""

from pipeline.annotate.check import ENTITY_LABELS
from pipeline.annotate.flat import VALUES
from pipeline.annotate.regions import ISSUE, RELATIONS, SENTENCE, TIE
from pipeline.gold.corpus import ATTRIBUTION

FILE = "label-studio.xml"
SPAN, TEXT, SPEAKER = "span", "text", "speaker"  # names of the tags, which are the `from_name` and `to_name` of results
COLOURS = {SENTENCE: "#d9d9d9", "source": "#1f78b4", "cue": "#33a02c", "content": "#a6cee3"}
TITLES = {"kind": "Kind", "stance": "Stance", "quote": "Speech", "role": "Role", ISSUE: "Serves the issue itself"}


def config() -> str:
    """Give the XML; choices show beside a selected sentence."""
    shown = f'visibleWhen="region-selected" whenTagName="{SPAN}" whenLabelValue="{SENTENCE}"'
    lines = ["<View>", "  <Relations>"]
    lines += [f'    <Relation value="{value}"/>' for value in (*RELATIONS, TIE)]
    lines += ["  </Relations>", f'  <Labels name="{SPAN}" toName="{TEXT}" choice="single">']
    lines += [f'    <Label value="{label}" background="{COLOURS[label]}"/>' for label in (SENTENCE, *ATTRIBUTION)]
    lines += [f'    <Label value="{label}"/>' for label in sorted(ENTITY_LABELS)]
    lines += [
        "  </Labels>",
        '  <Header value="$title"/>',
        f'  <Text name="{TEXT}" value="$text" granularity="symbol"/>',
    ]
    for name, values in VALUES.items():
        lines += [f"  <View {shown}>", f'    <Header value="{TITLES[name]}" size="6"/>']
        lines += [f'    <Choices name="{name}" toName="{TEXT}" perRegion="true" choice="single" showInline="true">']
        lines += [f'      <Choice value="{value}"/>' for value in values]
        lines += ["    </Choices>", "  </View>"]
    lines += [f"  <View {shown}>", '    <Header value="Speaker" size="6"/>']
    lines += [f'    <TextArea name="{SPEAKER}" toName="{TEXT}" perRegion="true" maxSubmissions="1" editable="true"/>']
    return "\n".join([*lines, "  </View>", "</View>"]) + "\n"
