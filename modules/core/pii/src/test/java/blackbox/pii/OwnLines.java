package blackbox.pii;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.datafaker.Faker;

/**
 * Lines as machines burn them in, drawn from templates of our own: sensitive ones with names, towns
 * and telephone numbers of many locales, and harmless ones of several machines' screens. A line is
 * held out if the hash of its template is odd, so that no template is in both halves.
 */
public final class OwnLines {

    private static final List<String> LOCALES =
            List.of(
                    "de", "fr", "it", "es", "nl", "pl", "sv", "pt", "en-GB", "cs", "hu", "tr",
                    "fi-FI", "nb-NO", "da-DK", "ru", "ja", "ro-MD", "id", "en-IN");

    private static final List<String> SENSITIVE =
            List.of(
                    "{L}",
                    "{l}",
                    "{F}",
                    "{L}, {F}",
                    "{L} {F}",
                    "{F} {L}",
                    "{L}^{F}",
                    "{L}^{F}^^",
                    "{L} {i}.",
                    "{i}. {L}",
                    "{L} {n}Y",
                    "{L} {F} M {n}Y",
                    "{F} {L} *{d}.{m}.{y}",
                    "Pat.: {L}",
                    "Patient: {F} {L}",
                    "Dr. {L}",
                    "Dr {F} {L}",
                    "Op: {L}",
                    "Phys: {L}",
                    "MTA {L}",
                    "{d}.{m}.{y}",
                    "{y}-{m}-{d}",
                    "{m}/{d}/{y}",
                    "{d}/{m}/{y2}",
                    "{d}{m}{y}",
                    "{y}{m}{d}",
                    "{d} {M} {y}",
                    "{M} {d}, {y}",
                    "{h}:{s}",
                    "{h}:{s}:{s}",
                    "{d}.{m}.{y} {h}:{s}",
                    "*{y}",
                    "{n} J",
                    "{n} Y",
                    "0{n}Y",
                    "ID {id}",
                    "ID: {id}",
                    "{id}",
                    "#{id}",
                    "MRN {id}",
                    "Acc: A{id}",
                    "{phone}",
                    "Tel. {phone}",
                    "{town}",
                    "{town} Clinic",
                    "Klinikum {town}",
                    "{street}",
                    "{L} L",
                    "R {L}",
                    "AP {L}",
                    "{L} ERECT",
                    "{F} SUPINE",
                    "{L} kVp 80 mAs 2",
                    "Gain 45% {L}",
                    "MI 1.1 {F}",
                    "ABDOMEN {L}",
                    "THYROID {F} {L}",
                    "{L} LIVER",
                    "{d}.{m}.{y} LIVER",
                    "FR 28Hz {d}.{m}.{y}");

    private static final List<String> HARMLESS =
            List.of(
                    "Freq. {1}.{0} MHz",
                    "G {2}%",
                    "P {2} mm",
                    "D {1}{1} cm",
                    "PRF {1}.{0} kHz",
                    "WF {1}00 Hz",
                    "CFM Gain {2}%",
                    "PW {1}.{0} MHz",
                    "Dyn {2} dB",
                    "Persist Med",
                    "AP {2}%",
                    "MI 0.{1}",
                    "TIS 0.{1}",
                    "FPS {2}",
                    "B-Mode",
                    "Color Doppler",
                    "Biopsy guide",
                    "Distance {1}.{1} cm",
                    "Distanz {2} mm",
                    "Volumen {2} ml",
                    "Länge {1}.{1} cm",
                    "Umfang {2}.{1} mm",
                    "Longueur {2} mm",
                    "Diametro {1}.{1} cm",
                    "Fläche {1}.{1} cm²",
                    "FL {2}.{1} mm",
                    "OFD {2}.{1} mm",
                    "EFW {1}00 g",
                    "LVIDs {1}.{1} cm",
                    "EF {2} %",
                    "LVOT Diam {1}.{1} cm",
                    "AV Vmax {1}.{1} m/s",
                    "MV Dec Time {1}00 ms",
                    "TAPSE {1}.{1} cm",
                    "CCA PSV {2}.{1} cm/s",
                    "RI 0.{2}",
                    "{2} bpm",
                    "Nodule {1} {1}.{1} mm",
                    "Right kidney",
                    "Gallbladder",
                    "PANCREAS HEAD",
                    "Aorta transverse",
                    "Rechte Niere",
                    "Linke Niere längs",
                    "Pfortader",
                    "Vésicule biliaire",
                    "Rein droit",
                    "Riñón izquierdo",
                    "Rene sinistro",
                    "Nerka prawa",
                    "Lever",
                    "Höger njure",
                    "Galblaas",
                    "UTERUS SAG",
                    "CERVIX TRANS",
                    "RT OVARY",
                    "LT CCA PROX",
                    "4 CHAMBER",
                    "PLAX",
                    "{2}0 kV",
                    "{2}0 mAs",
                    "Slice {1} mm",
                    "Slice thickness {1}.{1} mm",
                    "WW {2}0 WL {2}",
                    "FOV {2}0 mm",
                    "Pitch 0.{1}",
                    "CTDIvol {1}.{1} mGy",
                    "DLP {2}{1} mGycm",
                    "Recon Kernel: SOFT",
                    "Arterial phase",
                    "ohne Kontrastmittel",
                    "sans injection",
                    "Ultravist 370",
                    "TE {2} ms",
                    "TR {2}00 ms",
                    "TR {2}0 TE {2}",
                    "FA {2}",
                    "NEX {1}",
                    "T2 TSE",
                    "STIR COR",
                    "DWI",
                    "ADC",
                    "3.0T",
                    "{2}.{1} mm",
                    "PA ERECT",
                    "LATERAL",
                    "SUPINE",
                    "LEFT",
                    "R",
                    "WEIGHT BEARING",
                    "stehend",
                    "Debout",
                    "De pie",
                    "In piedi",
                    "na stojąco",
                    "staand",
                    "RMLO",
                    "LCC",
                    "Force {2} N",
                    "Dose {1}.{1} mGy",
                    "LAO {2}°",
                    "RAO {2} CAU {2}",
                    "{2} fps",
                    "Run {1}",
                    "DSA",
                    "Mask",
                    "LOGIQ S8",
                    "SOMATOM Force",
                    "Hologic",
                    "Esaote",
                    "L14-5",
                    "C5-2",
                    "CA{1}-7A",
                    "Freeze",
                    "Print",
                    "Next",
                    "Not for diagnostic use",
                    "ROI {1}",
                    "Mean {2}.{1} HU",
                    "T-Score -{1}.{1}",
                    "BMD",
                    "Total",
                    "{1} of 4",
                    "JPEG Lossless",
                    "Zoom {1}00%",
                    "Report");

    private OwnLines() {}

    /** Sensitive lines of the held-out templates or of the others. */
    static List<String> sensitive(boolean heldOut, int count) {
        Random random = new Random(heldOut ? 7 : 5);
        List<Faker> fakers =
                LOCALES.stream().map(l -> new Faker(Locale.forLanguageTag(l), random)).toList();
        List<String> templates = half(SENSITIVE, heldOut);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Faker faker = fakers.get(i % fakers.size());
            String template = templates.get(random.nextInt(templates.size()));
            lines.add(filled(template, faker, random));
        }
        return lines;
    }

    /** Harmless lines of the held-out templates or of the others, several of each. */
    static List<String> harmless(boolean heldOut) {
        Random random = new Random(heldOut ? 7 : 5);
        List<String> lines = new ArrayList<>();
        for (String template : half(HARMLESS, heldOut)) {
            for (int i = 0; i < 4; i++) {
                lines.add(
                        template.replace("{1}", Integer.toString(1 + random.nextInt(8)))
                                .replace("{2}", Integer.toString(11 + random.nextInt(70)))
                                .replace("{0}", Integer.toString(random.nextInt(10))));
            }
        }
        return lines;
    }

    /** Templates of sensitive lines. */
    public static List<String> sensitiveTemplates(boolean heldOut) {
        return half(SENSITIVE, heldOut);
    }

    /** Templates of harmless lines. */
    public static List<String> harmlessTemplates(boolean heldOut) {
        return half(HARMLESS, heldOut);
    }

    private static List<String> half(List<String> templates, boolean heldOut) {
        return templates.stream().filter(t -> (t.hashCode() & 1) == (heldOut ? 1 : 0)).toList();
    }

    private static String filled(String template, Faker faker, Random random) {
        String last = faker.name().lastName();
        String first = faker.name().firstName();
        int year = 1920 + random.nextInt(105);
        return template.replace("{L}", random.nextBoolean() ? last.toUpperCase(Locale.ROOT) : last)
                .replace("{l}", last.toLowerCase(Locale.ROOT))
                .replace("{F}", first)
                .replace("{i}", first.substring(0, 1))
                .replace("{n}", Integer.toString(2 + random.nextInt(90)))
                .replace("{d}", two(1 + random.nextInt(28)))
                .replace("{m}", two(1 + random.nextInt(12)))
                .replace("{M}", "JanFebMarAprMayJunJulAugSepOctNovDec".substring(0, 3))
                .replace("{y2}", two(year % 100))
                .replace("{y}", Integer.toString(year))
                .replace("{h}", two(random.nextInt(24)))
                .replace("{s}", two(random.nextInt(60)))
                .replace("{id}", Integer.toString(10_000 + random.nextInt(9_000_000)))
                .replace("{phone}", faker.phoneNumber().phoneNumber())
                .replace("{town}", faker.address().city())
                .replace("{street}", faker.address().streetAddress());
    }

    private static String two(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}
