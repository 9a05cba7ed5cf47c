#!/bin/sh
# Tampers with redacted copies and lets pydicom judge those that were accepted: tampering.sh COUNT SEED FOLDER, after
# mvn -q -DskipTests -pl modules/core/dicom,modules/cli -am package
set -e
here=$(dirname "$0")
root=$here/../..
java -Xmx512m -cp "$root/modules/core/dicom/target/test-classes:$root/modules/cli/target/app/lib/*" org.pixelanon.dicom.Tampering "$1" "$2" "$3"
/usr/bin/python3 "$here/tampering.py" "$3"
