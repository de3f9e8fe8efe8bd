"""Files of the formats on the shelf and in the corpus, byte for byte the same each time."""
import gzip, html, io, json, re, subprocess, uuid, zipfile

from alter import wrapped
from prose import plain

XHTML = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{language}" xml:lang="{language}">
<head><title>{title}</title></head>
<body>
{body}
</body>
</html>
"""
CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
OPF = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="uid" xml:lang="{language}">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="uid">urn:uuid:{uid}</dc:identifier>{isbn}
    <dc:title>{title}</dc:title>
    <dc:creator>{author}</dc:creator>
    <dc:language>{language}</dc:language>{published}
    <dc:rights>{rights}</dc:rights>
    <meta property="dcterms:modified">2025-01-01T00:00:00Z</meta>
  </metadata>
  <manifest>
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
{items}
  </manifest>
  <spine>
{refs}
  </spine>
</package>
"""
PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>{meta}
</head>
<body>
{body}
</body>
</html>
"""
RIGHTS = "Written for the Bookplate project. Apache License 2.0."


def marked_up(paragraph):
    return re.sub(r"\*(\S(?:[^*\n]*\S)?)\*", r"<em>\1</em>", html.escape(paragraph, quote=False))


def sections(chapters, level=2):
    for heading, paragraphs in chapters:
        yield heading, "\n".join([f"<h{level}>{html.escape(heading, quote=False)}</h{level}>", *(f"<p>{marked_up(p)}</p>" for p in paragraphs)])


def epub(facts, chapters):
    """A valid EPUB 3: a title page and a file for each chapter."""
    safe = {name: html.escape(str(value), quote=False) for name, value in facts.items()}
    imprint = f"<p>{safe['publisher']}, {safe['year']}</p>" if "publisher" in facts else ""
    pages = [(facts["title"], f"<h1>{safe['title']}</h1>\n<p>{safe['author']}</p>\n{imprint}".strip()), *sections(chapters)]
    names = [f"page-{i}.xhtml" for i in range(len(pages))]
    entries = "\n".join(f'<li><a href="{name}">{html.escape(title, quote=False)}</a></li>' for name, (title, _) in zip(names, pages))
    nav = f'<nav epub:type="toc">\n<ol>\n{entries}\n</ol>\n</nav>'
    opf = OPF.format(
        uid=uuid.uuid5(uuid.NAMESPACE_URL, "https://example.org/bookplate/" + facts["id"]), rights=RIGHTS,
        isbn=f"\n    <dc:identifier>urn:isbn:{facts['isbn']}</dc:identifier>" if facts.get("isbn") else "",
        published=f"\n    <dc:publisher>{safe['publisher']}</dc:publisher>\n    <dc:date>{safe['year']}</dc:date>" if "publisher" in facts else "",
        items="\n".join(f'    <item id="p{i}" href="{name}" media-type="application/xhtml+xml"/>' for i, name in enumerate(names)),
        refs="\n".join(f'    <itemref idref="p{i}"/>' for i in range(len(names))),
        title=safe["title"], author=safe["author"], language=facts["language"])
    files = {"META-INF/container.xml": CONTAINER, "OEBPS/content.opf": opf,
             "OEBPS/nav.xhtml": XHTML.format(language=facts["language"], title=safe["title"], body=nav)}
    for name, (title, body) in zip(names, pages):
        files["OEBPS/" + name] = XHTML.format(language=facts["language"], title=html.escape(title, quote=False), body=body)
    return zipped({"mimetype": "application/epub+zip", **files})


def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(entry, text)
    return out.getvalue()


def book_page(facts, chapters):
    """A book as one HTML page."""
    safe = {name: html.escape(str(value)) for name, value in facts.items()}
    meta = "".join(f'\n<meta name="{name}" content="{value}">' for name, value in
                   (("author", safe["author"]), ("dcterms.publisher", safe["publisher"]), ("dcterms.date", safe["year"])))
    body = f"<h1>{safe['title']}</h1>\n<p>{safe['author']}</p>\n" + "\n".join(body for _, body in sections(chapters))
    return PAGE.format(language=facts["language"], title=safe["title"], meta=meta, body=body).encode()


def web_page(title, text, language="en"):
    body = f"<h1>{html.escape(title)}</h1>\n" + "\n".join(f"<p>{marked_up(p)}</p>" for p in text.split("\n\n"))
    return PAGE.format(language=language, title=html.escape(title), meta="", body=body).encode()


def book_text(work, width):
    """A book as plain text, its lines wrapped at `width`, or one line a paragraph if that is None."""
    head = f"{work.title}\n\n{work.author}\n\n{work.publisher}, {work.year}\n\n\n"
    return head + (wrapped(work.text, width) if width else work.text) + "\n"


def jsonl(records):
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records).encode()


def gzipped(data):
    out = io.BytesIO()
    with gzip.GzipFile("", "wb", 9, out, mtime=0) as packed:
        packed.write(data)
    return out.getvalue()


def zstd(*frames):
    """A file of several frames. The zstd command packs them, so its version decides the bytes."""
    return b"".join(subprocess.run(["zstd", "-19", "-q", "-c", "--no-progress"], input=f, stdout=subprocess.PIPE, check=True).stdout for f in frames)
