"""Tables for tables.sh and the loops that its figures are compared with: tables.py make|summary|group|sample|pandas FILE [N]"""
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


def check(path):
    """the summary of pixelanon, as JSON on standard input, against ours"""
    import json
    told = {c['name']: c for c in json.load(sys.stdin)[0]['columns']}
    for name, counts in zip(COLUMNS, summary(path)):
        column = told[name]
        assert column['distinct'] == len(counts) - ('' in counts), name
        assert column['empty'] == counts.get('', 0), name
        top = sorted(((-n, v) for v, n in counts.items() if v))[:len(column['top'])]
        assert [(-t['rows'], t['value']) for t in column['top']] == top, name
    print('equal: %d columns' % len(COLUMNS))


if __name__ == '__main__':
    what, path = sys.argv[1:3]
    result = make(path, int(sys.argv[3])) if what == 'make' else globals()[what](path)
    if result is not None:
        print(what, len(result))
