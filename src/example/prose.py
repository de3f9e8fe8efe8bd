"""The sources: the works in works/, and the documents in clean/ and planted/."""
import json, re
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass
class Work:
    """A book: its metadata, its chapters as (heading, paragraphs) with *emphasis*, its plain text and that text's words."""
    facts: dict
    chapters: list
    text: str = ""
    words: list = field(default_factory=list)

    def __getattr__(self, name):
        return self.facts[name]

    def span(self, anchor, count):
        """Code points (start, end) of `count` words, the first being the first of `anchor`, which must occur once."""
        if self.text.count(anchor) != 1:
            raise SystemExit(f"{self.id}: “{anchor}” occurs {self.text.count(anchor)} times, give words that occur once")
        first = next(i for i, w in enumerate(self.words) if w[0] >= self.text.index(anchor))
        return self.words[first][0], self.words[first + count - 1][1]

    def word_index(self, offset):
        return next(i for i, w in enumerate(self.words) if w[0] >= offset)


@dataclass
class Source:
    """A document as written: what its header says, and its body with {{placeholders}}."""
    id: str
    facts: dict
    body: str


def plain(text):
    """Without the marks of *emphasis*."""
    return re.sub(r"\*(\S(?:[^*\n]*\S)?)\*", r"\1", text)


def spans(text):
    return [m.span() for m in WORD.finditer(text)]


def works():
    found = []
    for facts in json.loads((HERE / "works.json").read_text("utf-8")):
        raw = (HERE / "works" / f"{facts['id']}.txt").read_text("utf-8")
        chapters = []
        for block in raw.strip().split("\n\n"):
            if block.startswith("# "):
                chapters.append((block[2:], []))
            else:
                chapters[-1][1].append(block)
        work = Work(facts, chapters)
        work.text = plain("\n\n".join("\n\n".join([heading, *paragraphs]) for heading, paragraphs in chapters))
        work.words = spans(work.text)
        found.append(work)
    return found


def documents(folder):
    """All documents of a folder's files, in order: a line “=== id”, lines “name: value”, a blank line, the body."""
    found = []
    for path in sorted((HERE / folder).glob("*.txt")):
        text = path.read_text("utf-8")
        for block in re.split(r"(?m)^=== ", text)[1:] if text.startswith("=== ") else []:
            head, _, body = block.partition("\n\n")
            name, *lines = head.strip().split("\n")
            found.append(Source(name.strip(), dict(line.split(": ", 1) for line in lines), body.strip()))
    return found
