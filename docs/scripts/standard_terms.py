#!/usr/bin/python3
"""Writes standard.txt of modules/core/pii: single words of anatomy, views and measurements that DICOM PS3.16 uses.
Usage: standard_terms.py > modules/core/pii/src/main/resources/org/pixelanon/pii/token/standard.txt
Needs Debian's python3-pydicom, whose dictionaries list the terms of the context groups. Only the words are taken, as facts."""
import re
import pydicom.sr._cid_dict as groups
import pydicom.sr._concepts_dict as concepts

GROUPS = re.compile(
    "Anatom|Arter(y|ies)|Vein|SegmentationTypes|FindingSite|Region|Laterality|DXView|EchocardiographyImageView|Valve|Bone"
    "|Muscle|Biometry|PatientOrientation|PatientGantry|Quadrant|Lobes|Ultrasound|Echocardiography|MammographyView|Lymph"
    "|Coronary|LinearMeasure|VascularUltrasoundProperty")
# Names of people that the standard writes like words, people themselves, places, and words of everyday sentences.
NOT = set(
    "alias antra atlanto balke boyd bruce cockett culprit dodd ellestad giacomini glenn hunterian imagify naughton purkinje rastelli"
    " teichholz trendelenburg valsalva waldeyer carnae delphian fontan eustachian bartholin montgomery female male center central"
    " chair subject unknown state system systems school service number using with from over under cannot assessed assist cited"
    " clinically trans including obtained located touch both together when that this name site source method object person people"
    " bite bullet cast clothing crown cube mustard pepper mold mosaic sample shield stump syndrome street stem steering targestar"
    " test little great greater large small short long high half first second third fourth fifth sixth four whole hard".split())

words = set()
for terms in concepts.concepts.values():
    for codes in terms.values():
        for meaning, cids in codes.values():
            if any(GROUPS.search(groups.name_for_cid.get(cid, "")) for cid in cids):
                for i, word in enumerate(re.findall(r"[A-Za-z]{4,}", meaning)):
                    if word.islower() or (i == 0 and word[1:].islower()):
                        words.add(word.lower())
print("# Words of the terms for anatomy, views and measurements in DICOM PS3.16, made by docs/scripts/standard_terms.py")
print("# from the dictionaries of pydicom 2.3.1 (MIT). Names of people, and words of everyday sentences, are left out.")
print("== anatomy")
for word in sorted(words - NOT):
    print(word)
