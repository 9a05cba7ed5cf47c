#!/usr/bin/env python3
"""Opens a database as the Python tool does, adds a rectangle and a mark, and lists what is there.

python_side.py FOLDER NAME

Where pydal is installed it opens the database. Elsewhere what pydal does with its notes is done
here, from the description of the format: the note of a table is a pickle named after the MD5 of
the database's address; without it CREATE TABLE is sent; one that differs from the definition lets
columns be added. The last line tells who opened it.
"""
import datetime
import hashlib
import os
import pickle
import sqlite3
import sys

ADDRESS = "sqlite://dcmaudit.sqlite.db"
TABLES = {
    "DicomRects": [("filename", "string"), ("top", "integer"), ("bottom", "integer"), ("left", "integer"),
                   ("right", "integer"), ("frame", "integer"), ("overlay", "integer"), ("ocrengine", "integer"),
                   ("ocrtext", "string"), ("nerengine", "integer"), ("nerpii", "integer"),
                   ("last_modified", "datetime"), ("last_modified_by", "string")],
    "DicomTags": [("filename", "string"), ("mark", "boolean"), ("comment", "string"), ("Modality", "string"),
                  ("ImageType", "string"), ("ManufacturerModelName", "string"), ("BurnedInAnnotation", "string"),
                  ("Rows", "integer"), ("Columns", "integer"), ("last_modified", "datetime"),
                  ("last_modified_by", "string")],
}
RECT = dict(filename=None, top=3, bottom=7, left=1, right=9, frame=0, overlay=-1, ocrengine=1, ocrtext="T",
            nerengine=50, nerpii=1, last_modified=datetime.datetime(2026, 1, 2, 3, 4, 5), last_modified_by="me")
TAG = dict(filename=None, mark=False, comment="seen", Modality="CR", Rows=5,
           last_modified=datetime.datetime(2026, 1, 2, 3, 4, 5), last_modified_by="me")


class NoCode(pickle.Unpickler):
    """A note holds text, numbers and truth values; nothing of it may be a program."""

    def find_class(self, module, name):
        raise pickle.UnpicklingError("a note names " + module + "." + name)


def definition(table):
    sql = {"string": "CHAR(512)", "integer": "INTEGER", "datetime": "TIMESTAMP", "boolean": "CHAR(1)",
           "id": "INTEGER PRIMARY KEY AUTOINCREMENT"}
    made = {}
    for sortable, (name, kind) in enumerate([("id", "id")] + TABLES[table], start=1):
        unique = table == "DicomTags" and name == "filename"
        made[name] = dict(length=512, unique=unique, notnull=False, sortable=sortable, type=kind,
                          sql=sql[kind] + (" UNIQUE" if unique else ""), rname='"%s"' % name, raw_rname=name)
    return made


def open_alone(folder):
    db = sqlite3.connect(os.path.join(folder, "dcmaudit.sqlite.db"), detect_types=sqlite3.PARSE_DECLTYPES)
    for table in TABLES:
        want = definition(table)
        note = os.path.join(folder, hashlib.md5(ADDRESS.encode()).hexdigest() + "_" + table + ".table")
        if not os.path.exists(note):
            db.execute("CREATE TABLE \"%s\"(%s)" % (table, ", ".join('"%s" %s' % (k, v["sql"]) for k, v in want.items())))
            with open(note, "wb") as out:
                pickle.dump(want, out)
            continue
        with open(note, "rb") as file:
            has = NoCode(file).load()
        for name in want:
            if name.lower() not in {k.lower() for k in has}:
                db.execute('ALTER TABLE "%s" ADD "%s" %s' % (table, name, want[name]["sql"]))
        if has != want:
            raise SystemExit("the note of %s is not what pydal writes: %s" % (table, has))
    return db


def alone(folder, name):
    db = open_alone(folder)
    for table, row in (("DicomRects", RECT), ("DicomTags", TAG)):
        row = dict(row, filename=name)
        if "mark" in row:
            row["mark"] = "T" if row["mark"] else "F"
        db.execute('INSERT INTO "%s"(%s) VALUES (%s)' % (
            table, ",".join('"%s"' % k for k in row), ",".join("?" * len(row))),
            [v.isoformat(" ") if isinstance(v, datetime.datetime) else v for v in row.values()])
    db.commit()
    for row in db.execute('SELECT "filename","top","bottom","left","right","ocrtext","last_modified" FROM "DicomRects"'):
        print("|".join(map(str, row)))
    for row in db.execute('SELECT "filename","mark","Modality","last_modified" FROM "DicomTags"'):
        print("|".join(map(str, row)))
    print("opened by the format")


def with_pydal(folder, name):
    from pydal import DAL, Field
    db = DAL(ADDRESS, folder=folder, attempts=60)
    for table, columns in TABLES.items():
        db.define_table(table, *[Field(n, type=k, unique=(table == "DicomTags" and n == "filename"))
                                 for n, k in columns])
    if db._migrated:
        raise SystemExit("pydal changed " + ", ".join(db._migrated))
    db.DicomRects.insert(**dict(RECT, filename=name))
    db.DicomTags.insert(**dict(TAG, filename=name))
    db.commit()
    for row in db(db.DicomRects).select():
        print("|".join(map(str, (row.filename, row.top, row.bottom, row.left, row.right, row.ocrtext, row.last_modified))))
    for row in db(db.DicomTags).select():
        print("|".join(map(str, (row.filename, "T" if row.mark else "F", row.Modality, row.last_modified))))
    db.close()
    print("opened by pydal")


if __name__ == "__main__":
    try:
        import pydal
    except ImportError:
        alone(*sys.argv[1:])
    else:
        with_pydal(*sys.argv[1:])
