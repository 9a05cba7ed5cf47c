package org.pixelanon.synth;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.pixelanon.synth.People.Person;

/**
 * Who was examined, when, where and by whom: the identity in both the tags and the drawn text of a
 * file.
 */
record Study(
        Person patient,
        String id,
        Day birth,
        String sex,
        Day day,
        int second,
        String accession,
        String institution,
        Person physician,
        Person operator,
        String uid) {

    private static final List<String> MONTHS =
            List.of(
                    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                    "Dec");

    /** A date. */
    record Day(int year, int month, int day) {

        String dicom() {
            return form("%1$04d%2$02d%3$02d");
        }

        /** One of the usual ways of writing a date. */
        String written(Chance chance) {
            String name = MONTHS.get(month - 1);
            return switch (chance.below(9)) {
                case 0 -> form("%3$02d/%2$02d/%1$04d");
                case 1 -> form("%2$02d/%3$02d/%1$04d");
                case 2 -> form("%3$02d.%2$02d.%1$04d");
                case 3 -> form("%1$04d-%2$02d-%3$02d");
                case 4 -> form("%3$02d-" + name.toUpperCase(Locale.ROOT) + "-%1$04d");
                case 5 -> form("%3$d " + name + " %1$04d");
                case 6 -> form("%1$04d/%2$02d/%3$02d");
                case 7 -> name + form(" %3$d, %1$04d");
                default -> dicom();
            };
        }

        private String form(String pattern) {
            return String.format(Locale.ROOT, pattern, year, month, day);
        }
    }

    static Study draw(People people, Chance chance) {
        Person patient = people.pick(chance);
        Day birth =
                new Day(chance.between(1931, 2012), chance.between(1, 12), chance.between(1, 28));
        Day day = new Day(chance.between(2014, 2024), chance.between(1, 12), chance.between(1, 28));
        Person physician = people.pick(chance);
        String town = people.pick(chance).town();
        String institution =
                switch (chance.below(6)) {
                    case 0 -> town + " General Hospital";
                    case 1 -> "St. " + physician.given() + " Hospital";
                    case 2 -> "Klinikum " + town;
                    case 3 -> town.toUpperCase(Locale.ROOT) + " MEDICAL CENTER";
                    case 4 -> "Hospital de " + town;
                    default -> town + " Radiology";
                };
        return new Study(
                patient,
                chance.of("", "", "MRN", "P", "H") + chance.digits(chance.between(6, 10)),
                birth,
                chance.of("M", "F"),
                day,
                chance.between(7 * 3600, 21 * 3600),
                chance.of("", "A", "ACC", "RX") + chance.digits(chance.between(7, 9)),
                institution,
                physician,
                people.pick(chance),
                "2.25." + (chance.next() >>> 1) + (chance.next() >>> 1));
    }

    int age() {
        return day.year - birth.year;
    }

    String time(int offset, String pattern) {
        int at = second + offset;
        return String.format(Locale.ROOT, pattern, at / 3600, at / 60 % 60, at % 60);
    }

    /**
     * Writes the tags.
     *
     * @param file where
     * @param modality e.g. CR
     * @param partly each identifying tag is missing once in this many times; 0 for never
     */
    void describe(DicomBuilder file, String modality, int partly, Chance chance) {
        file.text(0x0008_0060, "CS", modality);
        file.text(Tags.SOP_INSTANCE, "UI", uid);
        file.text(0x0020_000D, "UI", uid + "1").text(0x0020_000E, "UI", uid + "2");
        file.text(0x0020_0010, "SH", "1").text(0x0020_0011, "IS", "1");
        file.text(0x0020_0013, "IS", "1");
        file.text(0x0008_0070, "LO", "PixelAnon synth");
        file.text(0x0008_1090, "LO", "Drawn " + modality);
        file.text(0x0028_0301, "CS", "YES");
        String[][] identity = {
            {"00080020", "DA", day.dicom()},
            {"00080030", "TM", time(0, "%02d%02d%02d")},
            {"00080050", "SH", accession},
            {"00080080", "LO", institution},
            {"00080090", "PN", pn(physician)},
            {"00081070", "PN", pn(operator)},
            {"00100010", "PN", pn(patient)},
            {"00100020", "LO", id},
            {"00100030", "DA", birth.dicom()},
            {"00100040", "CS", sex},
            {"00101010", "AS", String.format(Locale.ROOT, "%03dY", age())},
        };
        StringBuilder all = new StringBuilder();
        for (String[] entry : identity) {
            all.append(entry[2]);
        }
        boolean latin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(all);
        Charset charset = latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        file.charset(charset).text(0x0008_0005, "CS", latin ? "ISO_IR 100" : "ISO_IR 192");
        for (String[] entry : identity) {
            boolean missing = partly > 0 && chance.oneIn(partly);
            file.text(Integer.parseUnsignedInt(entry[0], 16), entry[1], missing ? "" : entry[2]);
        }
    }

    private static String pn(Person person) {
        return person.family() + "^" + person.given();
    }
}
