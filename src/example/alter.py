"""What is done to a passage on its way into the corpus. All of it is deterministic."""
import random, re, textwrap

from prose import WORD

MISREAD = {"e": "c", "c": "e", "l": "1", "i": "l", "o": "0", "n": "u", "u": "n", "h": "b", "a": "o", "s": "5", "t": "f",
           "m": "rn", "d": "cl", "b": "h", "g": "q", "w": "vv", "I": "l", "S": "5", "B": "8", "O": "0", ",": ".", "r": "v"}


def straight(text):
    """Typewriter quotes and dashes."""
    for old, new in (("“", '"'), ("”", '"'), ("„", '"'), ("‘", "'"), ("’", "'"), ("—", " -- ")):
        text = text.replace(old, new)
    return text


def wrapped(text, width):
    """Hard line ends; paragraphs stay apart by a blank line. No word is broken."""
    return "\n\n".join(textwrap.fill(" ".join(p.split()), width, break_on_hyphens=False, break_long_words=False) for p in text.split("\n\n"))


def folded(text):
    """Lower case without punctuation."""
    return " ".join(word.lower() for word in WORD.findall(text))


def hyphenated(paragraph, width, chance):
    """Lines of a narrow column, long words broken at the line's end with a hyphen."""
    lines, line = [], ""
    for word in paragraph.split():
        if len(line) + len(word) + 1 <= width:
            line = f"{line} {word}".strip()
            continue
        room = width - len(line) - 2
        if room >= 3 and len(word) - room >= 3 and word.isalpha() and chance() < .8:
            lines.append(f"{line} {word[:room]}-")
            line = word[room:]
        else:
            lines.append(line)
            line = word
    return lines + [line]


def misread(line, chance):
    """About one letter in forty is taken for another."""
    return "".join(MISREAD[c] if c in MISREAD and chance() < .026 else c for c in line)


def scanned(text, running_head, first_page, seed):
    """As OCR leaves it: a narrow column, letters misread, a running head wherever a page begins."""
    chance = random.Random(seed).random
    lines = []
    for paragraph in straight(text).split("\n\n"):
        column = hyphenated("    " + paragraph, 56, chance)
        lines += ["   " + column[0], *column[1:]]
    pages = [lines[i:i + 26] for i in range(0, len(lines), 26)]
    text = "\n".join(misread(line, chance) for line in pages[0])
    for number, page in enumerate(pages[1:], first_page + 1):
        text += f"\n\n{number}                {running_head}\n\n" + "\n".join(misread(line, chance) for line in page)
    return text


def shuffled(items, seed):
    """Another order, the same one each time."""
    chance, items = random.Random(seed).random, list(items)
    for i in range(len(items) - 1, 0, -1):
        j = int(chance() * (i + 1))
        items[i], items[j] = items[j], items[i]
    return items
