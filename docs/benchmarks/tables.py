"""Tables for tables.sh, the loops that its figures are compared with, and checks of what was counted:
tables.py make|summary|group|sample|pandas|check FILE [N], tables.py queries -, tables.py same SUMMARY.json <counts of sqlite3"""
import collections, csv, random, sys, time

COLUMNS = ('Modality,DicomFilePath,BurnedInAnnotation,RecognizableVisualFeatures,Manufacturer,ManufacturerModelName,SoftwareVersions,'
           'SecondaryCaptureDeviceManufacturer,SecondaryCaptureDeviceManufacturerModelName,ModelName,CodeMeaning,CommentsOnRadiationDose,'
           'ImageType2,ImageType,ImplementationVersionName,SeriesDescription,WindowWidth,Rows,Columns,BitsStored,BitsAllocated,NumberOfFrames,'
           'OverlayRows,OverlayColumns,OverlayType,NumberOfFramesInOverlay,OverlayDescription,OverlayBitsAllocated,OverlayBitPosition,'
           'ZeihmCreator,ZeihmImageCaptureData').split(',')
GROUP = ['Manufacturer', 'ManufacturerModelName', 'Rows', 'Columns']
SAMPLE = ['ModelName', 'ImageType2', 'BurnedInAnnotation']


def make(path, rows):
    rnd = random.Random(11)
    pools = {'Modality': ['CT'], 'BurnedInAnnotation': ['', '', 'NO', 'YES'], 'RecognizableVisualFeatures': [''],
             'Manufacturer': ['Maker %d' % i for i in range(12)], 'ManufacturerModelName': ['Model %d, type "%s"' % (i, 'ABC'[i % 3]) for i in range(60)],
             'SoftwareVersions': ['v%d.%d' % (i // 9, i % 9) for i in range(80)], 'CommentsOnRadiationDose': [''] * 5 + ['DLP %d' % i for i in range(900)],
             'ImageType2': ['AXIAL', 'LOCALIZER', '', 'JPEG'], 'ImageType': ['ORIGINAL\\PRIMARY\\AXIAL', 'DERIVED\\SECONDARY\\MPR', 'ORIGINAL\\PRIMARY', 'MOSAIC', 'DERIVED\\PRIMARY\\é'],
             'SeriesDescription': ['Series %d of the trunk' % i for i in range(20000)], 'WindowWidth': ['[400]', '350', '[1500, 400]', ''] + [str(i) for i in range(100, 900)],
             'Rows': ['512'] * 20 + ['[256]', '1024', '768'], 'Columns': ['512'] * 20 + ['256', '1024'], 'NumberOfFrames': ['', '', '1', '[30]'],
             'OverlayRows': [''] * 9 + ['512']}
    choices = [pools.get(c) or ['', c + ' A', c + ' B'] for c in COLUMNS]
    path_column = COLUMNS.index('DicomFilePath')
    with open(path, 'w', newline='', encoding='utf-8') as out:
        writer = csv.writer(out, lineterminator='\n')
        writer.writerow(COLUMNS)
        for i in range(rows):
            row = [c[int(rnd.random() * len(c))] for c in choices]
            row[path_column] = '2021/%02d/%06d/series%d/image%07d.dcm' % (i % 12, i // 40, i % 7, i)
            writer.writerow(row)


def summary(path):
    counts = [{} for _ in COLUMNS]
    with open(path, newline='', encoding='utf-8') as file:
        reader = csv.reader(file)
        next(reader)
        for row in reader:
            for column, value in zip(counts, row):
                column[value] = column.get(value, 0) + 1
    return counts


def group(path):
    kept = {}
    rnd = random.Random(1)
    with open(path, newline='', encoding='utf-8') as file:
        for row in csv.DictReader(file):
            rows = kept.setdefault(tuple(row[c] for c in GROUP), [0, []])
            rows[0] += 1
            if len(rows[1]) < 3:
                rows[1].append(row)
            elif (place := rnd.randrange(rows[0])) < 3:
                rows[1][place] = row
    return kept


def sample(path):
    places = {}
    with open(path, newline='', encoding='utf-8') as file:
        reader = csv.reader(file)
        header = next(reader)
        wanted = [header.index(c) for c in SAMPLE]
        for number, row in enumerate(reader):
            places.setdefault(','.join(row[c] for c in wanted), []).append(number)
    return {k: random.choices(v, k=20) for k, v in places.items()}


def pandas(path):
    import pandas as pd
    frame = pd.read_csv(path, dtype=str, na_filter=False)
    return [rows.sample(min(3, len(rows)), random_state=1) for _, rows in frame.groupby(GROUP)]


def numbers(counts):
    """count, others, least, most and sum of the integers of a column, brackets passed over"""
    found, others = [], 0
    for value, rows in counts.items():
        try:
            found.append((int(value.replace('[', '').replace(']', '')), rows))
        except ValueError:
            others += rows if value else 0
    rows = sum(r for _, r in found)
    return rows, others, min((n for n, _ in found), default=0), max((n for n, _ in found), default=0), sum(n * r for n, r in found)


def check(path):
    """the summary of pixelanon, as JSON on standard input, against ours"""
    import json
    told = {c['name']: c for c in json.load(sys.stdin)[0]['columns']}
    numeric = 0
    for name, counts in zip(COLUMNS, summary(path)):
        column = told[name]
        assert column['distinct'] == len(counts) - ('' in counts), name
        assert column['empty'] == counts.get('', 0), name
        top = sorted(((-n, v) for v, n in counts.items() if v))[:len(column['top'])]
        assert [(-t['rows'], t['value']) for t in column['top']] == top, name
        ours = numbers(counts)
        n = column.get('numbers')
        assert bool(n) == (ours[0] > 0 and ours[0] >= ours[1]), name
        if n:
            numeric += 1
            assert (n['count'], n['notNumeric'], n['min'], n['max'], n['total']) == ours, (name, ours)
            assert abs(n['mean'] - ours[4] / ours[0]) < 1e-9, name
    print('equal: %d columns, %d of them numbers' % (len(COLUMNS), numeric))


def queries(_):
    print(' union all '.join('select %d, \'%s\', count(distinct nullif(%s, \'\')), sum(%s = \'\') from t' % (i, c, c, c) for i, c in enumerate(COLUMNS)) + ' order by 1;')


def same(path):
    """the summary of pixelanon against what sqlite3 answers to the queries"""
    import json
    with open(path, encoding='utf-8') as file:
        told = {c['name']: c for c in json.load(file)[0]['columns']}
    lines = [line.rstrip('\n').split('|') for line in sys.stdin]
    assert [name for _, name, _, _ in lines] == COLUMNS
    for _, name, distinct, empty in lines:
        assert (told[name]['distinct'], told[name]['empty']) == (int(distinct), int(empty)), name
    print('equal: %d columns' % len(lines))


if __name__ == '__main__':
    what, path = sys.argv[1:3]
    result = make(path, int(sys.argv[3])) if what == 'make' else globals()[what](path)
    if result is not None:
        print(what, len(result))
