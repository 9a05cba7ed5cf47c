package org.pixelanon.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pixelanon.synth.People.Person;

/** Makes the lines that devices burn into pictures: patient, examination and technique. */
record Captions(Study study, Chance chance) {

    String name(Person person) {
        String family = person.family();
        String given = person.given();
        String upper = family.toUpperCase(Locale.ROOT);
        String initial = given.substring(0, given.offsetByCodePoints(0, 1));
        return switch (chance.below(7)) {
            case 0 -> upper + "^" + given.toUpperCase(Locale.ROOT);
            case 1 -> upper + ", " + given.toUpperCase(Locale.ROOT);
            case 2 -> upper + ", " + given;
            case 3 -> family + ", " + given;
            case 4 -> given + " " + family;
            case 5 -> upper + " " + given.toUpperCase(Locale.ROOT);
            default -> upper + ", " + initial;
        };
    }

    /** The patient: two to four lines. */
    List<Caption> patient() {
        List<Caption> lines = new ArrayList<>();
        lines.add(Caption.secret("patient name", name(study.patient())));
        String label = chance.of("", "ID: ", "ID ", "MRN: ", "Pat.ID ");
        lines.add(Caption.secret("patient id", label + study.id()));
        if (!chance.oneIn(3)) {
            String dob = chance.of("", "DOB: ", "DOB ", "*", "Born ", "geb. ");
            lines.add(Caption.secret("birth date", dob + study.birth().written(chance)));
        }
        if (chance.oneIn(2)) {
            lines.add(Caption.secret("age", age()));
        }
        return lines;
    }

    private String age() {
        int years = study.age();
        return switch (chance.below(4)) {
            case 0 -> "Age: " + years;
            case 1 -> String.format(Locale.ROOT, "%03dY %s", years, study.sex());
            case 2 -> years + " Y";
            default -> study.sex() + " " + years + "y";
        };
    }

    /** The examination: two to five lines. */
    List<Caption> examination() {
        List<Caption> lines = new ArrayList<>();
        lines.add(Caption.secret("institution", study.institution()));
        lines.add(Caption.secret("study date", study.day().written(chance)));
        if (chance.oneIn(2)) {
            lines.add(time(0));
        }
        if (chance.oneIn(2)) {
            String label = chance.of("", "Acc: ", "ACC# ", "Acc.No ");
            lines.add(Caption.secret("accession", label + study.accession()));
        }
        if (chance.oneIn(2)) {
            String title = chance.of("Dr. ", "Ref: ", "Phys: ", "DR ");
            lines.add(Caption.secret("physician", title + name(study.physician())));
        }
        if (chance.oneIn(4)) {
            lines.add(Caption.secret("operator", "Op: " + name(study.operator())));
        }
        if (chance.oneIn(5)) {
            lines.add(
                    Caption.secret("telephone", chance.of("Tel ", "Tel. ", "Ph: ") + telephone()));
        }
        return lines;
    }

    private String telephone() {
        return switch (chance.below(4)) {
            case 0 -> "(" + chance.digits(3) + ") " + chance.digits(3) + "-" + chance.digits(4);
            case 1 ->
                    "+"
                            + chance.of(44, 49, 33, 39, 48)
                            + " "
                            + chance.digits(3)
                            + " "
                            + chance.digits(6);
            case 2 -> "0" + chance.digits(3) + " " + chance.digits(3) + " " + chance.digits(4);
            default -> chance.digits(3) + "-" + chance.digits(3) + "-" + chance.digits(4);
        };
    }

    Caption time(int offset) {
        return Caption.secret("time", study.time(offset, "%02d:%02d:%02d"));
    }

    /** The technique: two to four harmless lines in the style of devices. */
    List<Caption> technique(String modality) {
        List<String> lines =
                switch (modality) {
                    case "US" -> ultrasound();
                    case "CT" -> tomography();
                    case "MR" -> resonance();
                    case "XA" -> angiography();
                    default -> radiography();
                };
        int keep = chance.between(2, 4);
        return lines.stream().limit(keep).map(l -> Caption.harmless("technique", l)).toList();
    }

    private List<String> ultrasound() {
        String mi = tenths(3, 15);
        String tis = tenths(1, 12);
        List<String> lines = new ArrayList<>();
        lines.add(chance.of("MI " + mi + " TIs " + tis, "MI " + mi, "TIs " + tis + " MI " + mi));
        lines.add("FR " + chance.between(12, 80) + "Hz");
        lines.add(
                chance.of(
                        "Depth " + chance.between(6, 24) + " cm",
                        "D " + chance.between(6, 24) + ".0cm"));
        lines.add(
                chance.of("Gain " + chance.between(30, 80) + "%", "Gn " + chance.between(30, 80)));
        lines.add("Freq " + tenths(20, 75) + " MHz");
        return rotated(lines);
    }

    private List<String> tomography() {
        return rotated(
                List.of(
                        "kVp " + chance.of(80, 100, 120, 140),
                        "mAs " + chance.between(30, 300),
                        "W " + chance.of(350, 400, 1500) + " L " + chance.of(40, 50, 300),
                        "SL " + tenths(6, 50) + " mm",
                        "FOV " + chance.between(200, 500) + " mm"));
    }

    private List<String> resonance() {
        return rotated(
                List.of(
                        "TR " + chance.between(400, 6000) + " TE " + chance.between(8, 120),
                        "FOV " + chance.between(160, 420) + " mm",
                        "SL " + tenths(10, 60) + " mm",
                        "FA " + chance.between(10, 180),
                        "W " + chance.between(300, 1500) + " L " + chance.between(100, 700)));
    }

    private List<String> angiography() {
        return rotated(
                List.of(
                        chance.of("RAO ", "LAO ") + chance.between(5, 60),
                        chance.of("CRA ", "CAU ") + chance.between(5, 40),
                        "kVp " + chance.between(60, 120),
                        chance.between(3, 30) + " fps",
                        "FOV " + chance.between(15, 42) + " cm"));
    }

    private List<String> radiography() {
        return rotated(
                List.of(
                        chance.of("AP", "PA", "LAT", "AP ERECT", "PA ERECT", "AP SUPINE"),
                        "kVp " + chance.between(50, 130) + " mAs " + chance.between(1, 80),
                        chance.of("PORTABLE", "ERECT", "SUPINE", "MOBILE"),
                        chance.between(50, 130) + " kV " + chance.between(1, 80) + " mAs"));
    }

    /** A radiographer's marker. */
    Caption marker() {
        return Caption.harmless("marker", chance.of("L", "R", "AP", "PA", "ERECT", "PORTABLE"));
    }

    /** A line that may be anywhere on the picture. */
    Caption loose(String modality) {
        return switch (chance.below(5)) {
            case 0 -> Caption.secret("patient name", name(study.patient()));
            case 1 -> Caption.secret("study date", study.day().written(chance));
            case 2 -> Caption.secret("patient id", study.id());
            case 3 -> Caption.secret("accession", study.accession());
            default -> technique(modality).get(0);
        };
    }

    private List<String> rotated(List<String> lines) {
        int by = chance.below(lines.size());
        List<String> result = new ArrayList<>(lines.subList(by, lines.size()));
        result.addAll(lines.subList(0, by));
        return result;
    }

    private String tenths(int low, int high) {
        int value = chance.between(low, high);
        return value / 10 + "." + value % 10;
    }
}
