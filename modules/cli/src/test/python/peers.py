#!/usr/bin/python3
"""Other people's programs judge a run over the corpus: peers.py CORPUS REPORT.json RECTS.csv COMPARE.py
Prints 'BAD reason file' for everything wrong, 'UNDECIDED file' where no peer can decode the pixels, and one line of totals."""
import csv, json, os, subprocess, sys, warnings
import pydicom

warnings.filterwarnings('ignore')
corpus, report, rects, compare = sys.argv[1:5]
# refused by name: moving pictures and what no Java library decodes
REFUSED = ('1.2.840.10008.1.2.4.10', '1.2.840.10008.1.2.4.11', '1.2.840.10008.1.2.4.92', '1.2.840.10008.1.2.4.93', '1.2.840.10008.1.2.7')
HTJ2K = '1.2.840.10008.1.2.4.20'  # becomes JPEG 2000 without loss
manifest = {os.path.basename(r['file']): r for r in csv.DictReader(open(os.path.join(corpus, 'MANIFEST.csv'), newline=''))}
entries = json.load(open(report))['files']
names = [os.path.basename(e['input']) for e in entries]
totals = {'Clean': 0, 'Redacted': 0, 'NeedsReview': 0, 'Failed': 0, 'judged': 0, 'undecided': 0, 'read': 0}


def bad(reason, name):
    print('BAD %s | %s' % (reason, name))


def incomplete(row):
    words = row['malformed'].split()
    if 'pixeldata' not in words:
        return False
    at = words.index('pixeldata')
    return int(words[at + 2]) + 1 < int(words[at + 4])  # one byte of padding may be missing


def reads(path):
    """Whether dcmdump and pydicom read a file to its end."""
    dcmtk = subprocess.run(['dcmdump', '-q', path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
    try:
        str(pydicom.dcmread(path, force=True))
        return dcmtk, True
    except Exception:
        return dcmtk, False


def judge(entry, row):
    words = ['/usr/bin/python3', compare, entry['input'], entry['output'], rects]
    if row['ts_uid'].startswith(HTJ2K):
        words.append('--transcoded')
    said = subprocess.run(words, capture_output=True, text=True)
    if said.returncode == 0:
        totals['judged'] += 1
    elif said.returncode == 1 and 'Traceback' not in said.stderr:
        bad('judge: ' + said.stdout.split(' | ')[0].replace('BAD ', ''), row['file'])
    else:  # no peer decodes it, or gdcm aborted: its elements were compared, its samples were not
        totals['undecided'] += 1
        print('UNDECIDED | ' + row['file'])


for name in sorted(set(manifest) | set(names)):
    if names.count(name) != 1:
        bad('%d times in the report' % names.count(name), name)
for entry in entries:
    row = manifest[os.path.basename(entry['input'])]
    totals[entry['outcome']] += 1
    written = entry['outcome'] in ('Clean', 'Redacted')
    decodable = row['dec_gdcm'] == 'ok' or row['dec_pydicom_gdcm'] == 'ok'
    if written and (incomplete(row) or not os.path.exists(entry['output'])):
        bad('incomplete or not written but ' + entry['outcome'], row['file'])
    if not row['ts_uid'].startswith(REFUSED) and decodable and not incomplete(row) and not written:
        bad('decodable but ' + entry['outcome'], row['file'])
    if incomplete(row) and entry['outcome'] != 'Failed':
        bad('incomplete but ' + entry['outcome'], row['file'])
    if 'internal error' in entry.get('reason', ''):
        bad(entry['reason'], row['file'])
    if not written:
        continue
    before, after = reads(entry['input']), reads(entry['output'])
    for program, one, two in zip(('dcmdump', 'pydicom'), before, after):
        if one and not two:
            bad(program + ' cannot read the output', row['file'])
    totals['read'] += all(after)
    if entry['outcome'] == 'Redacted':
        judge(entry, row)
print('TOTALS ' + ' '.join('%s=%d' % item for item in totals.items()))
