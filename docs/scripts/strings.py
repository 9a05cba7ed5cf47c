#!/usr/bin/python3
"""Everything people read of the program: strings.py [ROOT] > list.txt
Help, messages, labels and properties of the main sources, one per line as `file:line<TAB>text`; what is put in at run time is `{}`."""
import os, re, sys

ROOT = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
TOKEN = re.compile(r'''/\*.*?\*/|//[^\n]*|"""(?:\\.|[^\\])*?"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'|\s+|\w+|.''', re.S)
ESCAPE = re.compile(r'\\(u[0-9a-fA-F]{4}|.)', re.S)
# what starts a text that only programs read
PROGRAM = re.compile(r'(?i)(select|insert|update|delete|create|alter|drop|pragma|with|begin|unchecked|from|where|order by|on conflict)\b[^a-z]*[ _(]'
                     r'|(static-method|rawtypes|serial|PMD|%n$)')
SILENT = ('@SuppressWarnings', '@SuppressFBWarnings', 'Pattern.compile', '.matches', 'replaceAll', 'replaceFirst', '@ServiceProvider')


def plain(token):
    body = token[3:-3].split('\n', 1)[-1] if token.startswith('"""') else token[1:-1]
    known = {'n': ' ⏎ ', 't': ' ', '"': '"', '\\': '\\', "'": "'"}
    return ESCAPE.sub(lambda m: chr(int(m[1][1:], 16)) if m[1][0] == 'u' and len(m[1]) == 5 else known.get(m[1], ' '), body)


def texts(source):
    """Strings joined by + as one text, with the line where each begins."""
    parts, line, start, depth, joined = [], 1, 1, 0, False
    for match in TOKEN.finditer(source):
        token = match[0]
        lines = token.count('\n')
        if token.startswith('"'):
            if parts and not joined:
                yield start, ''.join(parts)
                parts = []
            if not parts:
                start, depth = line, 0
            parts.append(plain(token))
            joined = False
        elif not token.startswith(('/*', '//')) and not token.isspace():
            if token == '+' and depth == 0:
                joined = True
            elif parts:
                if token in '([{':
                    depth += 1
                elif token in ')]}':
                    depth -= 1
                if depth < 0 or token in ';{' or (depth == 0 and token in ',:?'):
                    yield start, ''.join(parts)
                    parts, joined, depth = [], False, 0
                elif joined and parts[-1] != '{}':
                    parts.append('{}')
        line += lines
    if parts:
        yield start, ''.join(parts)


def read_by_people(text, before):
    words = text.strip()
    if re.match(r'[A-Z0-9]+_\w+=', words):
        return True
    if words.startswith('# {') or any(s in before for s in SILENT) or PROGRAM.match(words):
        return False
    return bool(re.search(r'[a-z]{2,}[ ,.:;]+(\{\}|[a-zA-Z(])', words) and ' ' in words)


def main():
    for folder, folders, files in os.walk(ROOT):
        folders[:] = sorted(f for f in folders if f not in ('target', 'test', '.git', 'architecture'))
        if os.sep + 'src' + os.sep + 'main' not in folder:
            continue
        for name in sorted(files):
            path = os.path.join(folder, name)
            shown = os.path.relpath(path, ROOT).replace('src/main/java/org/pixelanon/', '').replace('modules/', '')
            if name.endswith('.properties'):
                for number, row in enumerate(open(path, encoding='utf-8'), 1):
                    if row.strip() and not row.startswith('#'):
                        print(f'{shown}:{number}\t{row.strip()}')
            elif name.endswith('.java'):
                source = open(path, encoding='utf-8').read()
                rows = source.split('\n')
                for number, text in texts(source):
                    before = ' '.join(rows[max(0, number - 3):number])
                    if read_by_people(text, before):
                        print(f"{shown}:{number}\t" + " ".join("".join(c if c.isprintable() or c.isspace() else " " for c in text).split()))


main()
