#!/usr/bin/env python3
"""Builds the example in corpora/ from the prose beside this script.

  build.py           writes corpora/example-shelf, corpora/example-corpus and corpora/example-truth.tsv anew
  build.py --check   writes nothing; exits with 1 if what stands there has another content

Needs Python 3.9 or later and the zstd command, nothing else. Two runs write the same bytes; another version of zlib or zstd may pack
the same content into other bytes, which --check does not mind.
It refuses to write if two texts share twelve words in a row that are not planted, or if there are fewer clean documents than others.
"""
import argparse, csv, gzip, io, re, shutil, subprocess, sys, zipfile
from dataclasses import dataclass
from pathlib import Path

sys.dont_write_bytecode = True  # no __pycache__ among the sources

import pack
from alter import folded, scanned, shuffled, straight, wrapped
from prose import HERE, Source, documents, plain, spans, works, WORD

CORPORA = HERE.parent.parent / "corpora"
SEED = 2
PLACEHOLDER = re.compile(r"\{\{([^|}]+)\|([^|}]+)\|(\d+)(?:\|(\w+))?\}\}")
WIDTHS = {"orrowby-the-lamp-at-skerrow": 72, "sperlhammer-der-uhrmacher": None}
CHUNK_CLAIMS = {"source": "ebooks", "url": "https://mirror.example.org/ebooks/lamp-at-skerrow.txt", "license": "unknown", "created": "2022-12-01"}


@dataclass
class Planted:
    """A passage in a document. start and end count code points of its text, first and last the words of the work."""
    start: int
    end: int
    work: object
    first: int
    last: int
    kind: str

    @property
    def words(self):
        return self.last - self.first + 1


@dataclass
class Document:
    source: Source
    text: str
    planted: list

    @property
    def name(self):
        """What the truth calls it: the record's id, or a loose file's path within the corpus."""
        place = self.source.facts["place"]
        return self.source.id if place == "shard" else place


def words_of(work, start, end):
    return work.word_index(start), next(i for i, w in enumerate(work.words) if w[1] >= end)


def quoting(source, shelf):
    """The document with its placeholders filled in: as printed, or folded."""
    text, planted, done = "", [], 0
    for match in PLACEHOLDER.finditer(source.body):
        work, kind = shelf[match[1]], match[4] or "verbatim"
        start, end = work.span(match[2], int(match[3]))
        tail = "" if kind == "folded" else re.match(r"[.!?,;:]?[”“]?", work.text[end:])[0]
        quote = folded(work.text[start:end]) if kind == "folded" else work.text[start:end]
        text += source.body[done:match.start()]
        planted.append(Planted(len(text), len(text) + len(quote), work, *words_of(work, start, end), kind))
        text += quote + tail
        done = match.end()
    return Document(source, text + source.body[done:], planted)


def whole(source, work):
    """The book in another typography: straight quotes, narrow lines, its own head."""
    head = f"{work.title.upper()}\nby {work.author}\n[typed up from the paperback; the line breaks are mine]\n\n"
    body = wrapped(straight(work.text), 64)
    return Document(source, head + body, [Planted(len(head), len(head) + len(body), work, 0, len(work.words) - 1, "whole")])


def ocr(source, work, anchor, count):
    start, end = work.span(anchor, count)
    head = "BOX 07 LEAF 112 RECTO\n\n"
    body = scanned(work.text[start:end] + work.text[end], work.title.upper(), 41, SEED)
    return Document(source, head + body, [Planted(len(head), len(head) + len(body), work, *words_of(work, start, end), "ocr")])


def reworded(source, work):
    passage = (HERE / "planted" / "reworded.txt").read_text("utf-8").strip()
    start, end = work.text.index("They hung themselves up"), work.text.index("and win.") + len("and win")
    at = source.body.index("{{reworded}}")
    text = source.body.replace("{{reworded}}", passage)
    return Document(source, text, [Planted(at, at + len(passage), work, *words_of(work, start, end), "reworded")])


def copy(source, shelf):
    kind, _, what = source.facts["plant"].partition(" ")
    name, *rest = what.split("|")
    if kind == "whole":
        return whole(source, shelf[name])
    return ocr(source, shelf[name], rest[0], int(rest[1])) if kind == "ocr" else reworded(source, shelf[name])


def chunks(work, size):
    """The whole book, `size` words a document; the last one is what remains."""
    for number, first in enumerate(range(0, len(work.words), size)):
        last = min(first + size, len(work.words)) - 1
        end = work.words[last + 1][0] if last + 1 < len(work.words) else len(work.text)
        text = work.text[work.words[first][0]:end].rstrip()
        source = Source(f"ebooks-000412-{number:02d}", {"place": "shard", **CHUNK_CLAIMS}, "")
        yield Document(source, text, [Planted(0, len(text), work, first, last, "chunk")])


def clean(source):
    return Document(source, source.body if source.facts["place"].endswith((".md", ".epub")) else plain(source.body), [])


def shards(found, count=3):
    """Dealt out so that each shard has its share of the book's chunks, then shuffled."""
    in_shards = sorted((d for d in found if d.source.facts["place"] == "shard"), key=lambda d: not any(p.kind == "chunk" for p in d.planted))
    pieces = [d for d in in_shards if any(p.kind == "chunk" for p in d.planted)]
    others = shuffled([d for d in in_shards if d not in pieces], SEED)
    return [shuffled(pieces[i::count] + others[i::count], SEED + i) for i in range(count)]


def record(document):
    claims = {name: document.source.facts[name] for name in ("source", "url", "license", "created")}
    return {"id": document.source.id, "text": document.text, **claims}


def loose(document):
    facts, place = document.source.facts, document.source.facts["place"]
    if place.endswith(".html"):
        return pack.web_page(facts["title"], document.text)
    if place.endswith(".epub"):
        chapters = [(p.split("\n\n")[0], p.strip().split("\n\n")[1:]) for p in re.split(r"(?m)^# ", document.text) if p]
        return pack.epub({"id": document.source.id, **facts}, chapters)
    return (document.text + "\n").encode()


def shelf_files(shelf):
    table = io.StringIO()
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(["source", "id", "title", "authors", "isbn", "publisher", "year", "rights"])
    files = {}
    for work in shelf.values():
        name = f"{work.id}.{work.format}"
        if work.format == "epub":
            files[name] = pack.epub(work.facts, work.chapters)
        elif work.format == "html":
            files[name] = pack.book_page(work.facts, work.chapters)
        else:
            files[name] = pack.book_text(work, WIDTHS[work.id]).encode()
        if work.listed:
            rows.writerow([name, work.id, work.title, work.author, work.isbn, work.publisher, work.year, "in-copyright"])
    return {**files, "catalogue.csv": table.getvalue().encode()}


def corpus_files(found):
    plain_shard, gzip_shard, zstd_shard = ([record(d) for d in shard] for shard in shards(found))
    half = len(zstd_shard) // 2
    files = {d.name: loose(d) for d in found if d.source.facts["place"] != "shard"}
    return {**files, "shards/part-000.jsonl": pack.jsonl(plain_shard), "shards/part-001.jsonl.gz": pack.gzipped(pack.jsonl(gzip_shard)),
            "shards/part-002.jsonl.zst": pack.zstd(pack.jsonl(zstd_shard[:half]), pack.jsonl(zstd_shard[half:]))}


def truth(found):
    """One row a passage. A place in HTML or EPUB depends on the reader, so it stays empty."""
    lines = ["doc\tstart\tend\twork\tref_start\tref_end\tkind\twords"]
    for document in sorted(found, key=lambda d: d.name):
        for p in document.planted:
            here = ("", "") if document.name.endswith(".html") else (p.start, p.end)
            there = ("", "")
            if p.work.format == "txt":
                words = spans(pack.book_text(p.work, WIDTHS[p.work.id]))
                head = len(words) - len(p.work.words)
                there = words[head + p.first][0], words[head + p.last][1]
            lines.append("\t".join(map(str, (document.name, *here, p.work.id, *there, p.kind, p.words))))
    return ("\n".join(lines) + "\n").encode()


def runs(text, n=12):
    words = [w.lower().replace("’", "'") for w in WORD.findall(text)]
    return {" ".join(words[i:i + n]) for i in range(len(words) - n + 1)}


def own_text(document):
    """The document without what is planted in it; a placeholder's gap ends a run."""
    parts, done = [], 0
    for p in document.planted:
        parts.append(document.text[done:p.start])
        done = p.end
    return [*parts, document.text[done:]]


def refuse_accidents(shelf, found):
    """Twelve words in a row stand in two texts only where they were planted."""
    owner = {}
    texts = [(work.id, [work.text]) for work in shelf.values()] + [(d.name, own_text(d)) for d in found]
    for name, parts in texts:
        for run in set().union(*(runs(part) for part in parts)):
            if owner.setdefault(run, name) != name:
                sys.exit(f"{name} and {owner[run]} share “{run}”: reword one of them")
    for document in found:
        for p in document.planted:
            for run in runs(document.text[p.start:p.end]):
                if owner.get(run, p.work.id) != p.work.id:
                    sys.exit(f"the passage of {p.work.id} in {document.name} is in {owner[run]} too: reword one of them")


def unpacked(name, data):
    """The content, whatever packed it."""
    if name.endswith(".gz"):
        return gzip.decompress(data)
    if name.endswith(".zst"):
        return subprocess.run(["zstd", "-d", "-q", "-c"], input=data, stdout=subprocess.PIPE, check=True).stdout
    if name.endswith(".epub"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(entry, archive.read(entry)) for entry in archive.namelist()]
    return data


def check(files):
    there = {str(p.relative_to(CORPORA)) for top in ("example-shelf", "example-corpus") for p in (CORPORA / top).rglob("*") if p.is_file()}
    for name in sorted(there - set(files)):
        sys.exit(f"corpora/{name} is not built from src/example: remove it")
    for name, data in files.items():
        path = CORPORA / name
        if not path.is_file() or unpacked(name, path.read_bytes()) != unpacked(name, data):
            sys.exit(f"corpora/{name} differs from what src/example says: run src/example/build.py")


def write(files):
    for folder in ("example-shelf", "example-corpus"):
        shutil.rmtree(CORPORA / folder, ignore_errors=True)
    for name, data in files.items():
        path = CORPORA / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--check", action="store_true", help="write nothing, compare")
    options = args.parse_args()
    shelf = {work.id: work for work in works()}
    book, size = (HERE / "planted" / "chunks.txt").read_text("utf-8").split()
    found = [clean(s) for s in documents("clean")] + list(chunks(shelf[book], int(size)))
    found += [copy(s, shelf) if "plant" in s.facts else quoting(s, shelf) for s in documents("planted")]
    refuse_accidents(shelf, found)
    marked = sum(1 for d in found if d.planted)
    if len({d.name for d in found}) != len(found) or marked * 2 > len(found):
        sys.exit(f"{len(found)} documents, {marked} of them with passages: names must differ, and half must be clean")
    files = {f"example-shelf/{n}": data for n, data in shelf_files(shelf).items()}
    files |= {f"example-corpus/{n}": data for n, data in corpus_files(found).items()}
    files["example-truth.tsv"] = truth(found)
    check(files) if options.check else write(files)
    print(f"{len(shelf)} works, {sum(len(w.words) for w in shelf.values())} words; {len(found)} documents, {marked} with passages; "
          f"{sum(map(len, files.values()))} bytes")


if __name__ == "__main__":
    main()
