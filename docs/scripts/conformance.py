#!/usr/bin/python3
"""Other people's programs judge every syntax: conformance.py PIXELANON COMPARE.py FILES_FOLDER TABLE.md
Redacts two rectangles per plane of every file, once in its own syntax and once decompressed, and asks compare.py (pydicom, gdcm),
dcmdump, gdcminfo and pydicom about the outputs; the table is written when all have answered. `mvn -Pcorpus verify` runs it."""
import collections, json, os, re, subprocess, sys, tempfile, textwrap, warnings

import pydicom

warnings.filterwarnings('ignore')
pixelanon, compare, files, target = sys.argv[1:5]
if not os.listdir(files):
    sys.exit('no files in ' + files)
# files that the judge reads wrongly; why is said at the end of the table
JUDGE_ERRS = ('CT0012.fragmented_no_bot_jpeg_ls', 'OBXXXX1A_expb', 'J2K_pixelrep_mismatch', 'liver_rle')
RECTANGLES = '1,1,+6,+4;2,7,+5,+3'
work = tempfile.mkdtemp()


def redact(name, *options):
    out, rects, report = (os.path.join(work, name + end) for end in ('', '.csv', '.json'))
    subprocess.run([pixelanon, 'redact', files, '--rect', RECTANGLES, '-o', out, '--write-csv', rects, '--report', report, '-q', *options],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return {os.path.basename(e['input']): e for e in json.load(open(report))['files']}, rects


def says(*command):
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def judged(entry, rects, *options):
    """ok, BAD with the reason, or nothing where no peer decodes the pixels"""
    run = subprocess.run(['/usr/bin/python3', compare, entry['input'], entry['output'], rects, *options], capture_output=True, text=True)
    said = run.stdout.split(' | ')[0].strip()
    return said if said.startswith(('ok', 'BAD')) else ''


def pydicom_reads(path):
    try:
        return bool(str(pydicom.dcmread(path, force=True)))
    except Exception:
        return False


own, own_rects = redact('own')
plain, plain_rects = redact('plain', '--transfer-syntax', 'explicit')
COLUMNS = ['files', 'redacted', 'same syntax', 'verified', 'decoded by the judge', 'samples equal', 'judge ok', 'dcmdump', 'gdcm', 'pydicom']
table = collections.defaultdict(lambda: dict.fromkeys(COLUMNS, 0))
remarks = []
for name, entry in sorted(own.items()):
    try:
        syntax = pydicom.dcmread(entry['input'], force=True, stop_before_pixels=True).file_meta.get('TransferSyntaxUID', pydicom.uid.UID(''))
    except Exception:
        syntax = pydicom.uid.UID('')
    row = table[(str(syntax), syntax.name if syntax else 'none stated')]
    row['files'] += 1
    if entry['outcome'] != 'Redacted':
        remarks.append('`%s`: %s, %s' % (name, entry['outcome'], entry.get('reason', '').split(files)[-1].split(': ', 1)[-1]))
        continue
    out = entry['output']
    row['redacted'] += 1
    row['verified'] += 'verification' in entry
    try:
        row['same syntax'] += pydicom.dcmread(out, force=True, stop_before_pixels=True).file_meta.get('TransferSyntaxUID', '') == syntax
    except Exception:
        row['same syntax'] += 1  # no reader but ours: its bytes were compared by the verifier
    verdict = judged(entry, own_rects, *([] if not str(syntax).startswith('1.2.840.10008.1.2.4.20') else ['--transcoded']))
    row['judge ok'] += verdict.startswith('ok')
    if verdict.startswith('BAD'):
        remarks.append('`%s`: judge: %s' % (name, verdict[4:]))
    other = plain.get(name, {})
    decompressed = other.get('outcome') == 'Redacted' and any('decompressed' in note for note in other.get('notProcessed', []) + other.get('notes', []))
    exact = judged(other, plain_rects, '--transcoded') if decompressed else verdict
    row['decoded by the judge'] += exact.startswith(('ok', 'BAD'))
    row['samples equal'] += exact.startswith('ok') or exact.startswith('BAD changed 0028')
    if decompressed and exact.startswith('BAD') and not exact.startswith('BAD changed 0028') and not verdict.startswith('BAD'):
        remarks.append('`%s`: judge of the decompressed copy: %s' % (name, exact[4:]))
    for program, one in (('dcmdump', ['dcmdump', '-q']), ('gdcm', ['gdcminfo'])):
        row[program] += says(*one, out) or not says(*one, entry['input'])
    row['pydicom'] += pydicom_reads(out) or not pydicom_reads(entry['input'])
lines = []
print = lines.append
HEADINGS = {'same syntax': 'same', 'decoded by the judge': 'decoded', 'samples equal': 'equal'}
NEEDLESS = r', Non-Hierarchical|, First-Order Prediction| \\[Selection Value 1\\]| Image Compression| \\(Near-Lossless\\)'
PREFIX = '1.2.840.10008.1.2'


def label(uid, name):
    """A transfer syntax in few words: its name and what its UID has beyond those of all"""
    if name == uid or not uid:
        return name
    return '%s `%s`' % (re.sub(NEEDLESS, '', name), uid[len(PREFIX):] or PREFIX)


print('# Conformance by transfer syntax\n')
print('| transfer syntax | ' + ' | '.join(HEADINGS.get(c, c) for c in COLUMNS) + ' |\n|---|' + '---|' * len(COLUMNS))
for (uid, name), row in sorted(table.items(), key=lambda r: [int(n) if n else 0 for n in r[0][0].split('.')]):
    print('| %s | ' % label(uid, name) + ' | '.join(str(row[c]) for c in COLUMNS) + ' |')
print("""
UIDs are without the leading `1.2.840.10008.1.2`.

**What it means.** Every copy that was written passed our verification and is read by dcmdump, gdcm and pydicom like its
original. Files that were not redacted are damaged, unsupported or need review; they have no copy.

- *redacted*: two rectangles were blanked on every plane. *same*: the copy has the transfer syntax of the original.
- *verified*: by our own verifier. *decoded*, *equal*, *judge ok*: an independent program (pydicom, gdcm) decoded the
  pixels, found them equal outside the rectangles, and found every element as expected. It decodes fewer syntaxes.
- *dcmdump*, *gdcm*, *pydicom*: the tool reads the copy, or does not read the original either.

`mvn -Pcorpus verify` (`docs/scripts/conformance.py`) makes this page from a folder of real files.""")
print('\n## Remarks\n')
for remark in remarks:
    print(textwrap.fill(remark.replace('](', ']\\('), 120, initial_indent='- ', subsequent_indent='  ', break_long_words=False, break_on_hyphens=False))
print("""
## Where the judge is wrong

- `CT0012.fragmented_no_bot_jpeg_ls`: gdcm decodes both files differently from dcmtk and differently in each run; our
  samples equal those of dcmtk.
- `OBXXXX1A_expb`: big endian words with swapped bytes (PS3.5 8.1.1), which pydicom 2 does not swap back.
- `J2K_pixelrep_mismatch`: signed by its elements, unsigned by its codestream; the judge assumes unsigned black.
- `liver_rle`: single bits packed into bytes, which PS3.5 annex G does not define; no other tool decodes it.

Frames that no other tool here decodes (progressive and high-throughput files, deflated frames, single bits in JPEG
2000) are compared in the tests with dcmtk, OpenJPEG's own tool, or the native form of the same image.""")
with open(target, 'w') as out:
    out.write('\n'.join(lines) + '\n')
unexpected = [r for r in remarks if ': judge' in r and not any(name in r for name in JUDGE_ERRS)]
unproven = [row for row in table.values() if not row['redacted'] == row['verified'] == row['dcmdump'] == row['gdcm'] == row['pydicom']]
if unexpected or unproven:
    sys.exit('the judge disagrees: %s; outputs that are not proven or not read: %s' % (unexpected, unproven))
