package org.pixelanon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.TransferSyntax;
import org.pixelanon.dicom.data.UID;
import org.pixelanon.dicom.pixel.Frame;

/** Real files, read by us and by pydicom and gdcm (Debian), must be the same. */
class CorpusOracleIT {

    private static final Path FILES =
            Path.of(System.getProperty("pixelanon.shared", "none"), "corpus", "files");

    /** Damaged files that pydicom and we understand differently, and why ours is right. */
    private static final Map<String, String> WE_DIFFER =
            Map.of(
                    "dcm4che__dcm4che__no_preamble_dicm_in_data",
                    "pydicom takes four letters of a value for the prefix",
                    "fo-dicom__fo-dicom__GH1339.dcm",
                    "pydicom drops Pixel Data whose fragments end too early",
                    "pydicom__pydicom-data__emri_small_jpeg_2k_lossless_too_short.dcm",
                    "pydicom drops Pixel Data whose fragments end too early",
                    "fo-dicom__fo-dicom__GH179B.dcm",
                    "pydicom takes all that follows a damaged header for its value",
                    "fo-dicom__fo-dicom__GH364.dcm",
                    "pydicom takes a stray item for an element");

    /** What one reader found in one file. */
    private static final class Found {
        final Map<String, String> elements = new TreeMap<>();
        final Map<String, String> sequences = new TreeMap<>();
        final Map<String, String> texts = new TreeMap<>();
        final Map<String, String> frames = new TreeMap<>();
        boolean gaveUp;
    }

    private static final Map<String, Found> ORACLE = new TreeMap<>();

    @BeforeAll
    static void askTheOracle() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(FILES), "no corpus here");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "no python here");
        Path script =
                Path.of(System.getProperty("pixelanon.root"), "modules/core/dicom/src/test/python")
                        .resolve("oracle.py");
        Process process =
                new ProcessBuilder("/usr/bin/python3", script.toString(), FILES.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            Found current = new Found();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] f = line.split("\t", -1);
                switch (f[0]) {
                    case "F" -> current = ORACLE.computeIfAbsent(f[1], k -> new Found());
                    case "E" -> current.elements.put(f[1], f[2] + " " + f[3]);
                    case "T" ->
                            current.texts.put(
                                    f[1],
                                    new String(
                                            HexFormat.of().parseHex(f[2]), StandardCharsets.UTF_8));
                    case "P" -> current.frames.put(f[1], f[2]);
                    default -> current.gaveUp = true;
                }
            }
        }
        assertThat(process.waitFor()).isZero();
        assumeTrue(ORACLE.size() > 100, "pydicom is not installed");
    }

    private static String crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    private static void walk(Attributes attributes, String path, Found found) throws IOException {
        for (Element e : attributes.elements()) {
            String here = path + String.format(Locale.ROOT, "%08X", e.tag());
            if (e.items() != null) {
                byte[] whole = attributes.buffer(e).array();
                found.sequences.put(here, whole.length + " " + crc(whole));
                for (int i = 0; i < e.items().size(); i++) {
                    walk(e.items().get(i), here + "/" + i + "/", found);
                }
                continue;
            }
            byte[] bytes = attributes.buffer(e).array();
            found.elements.put(here, bytes.length + " " + crc(bytes));
            if (e.effectiveVr().isLocalized()) {
                found.texts.put(here, String.join("\\", attributes.strings(e)));
            }
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(FILES)) {
            return all.sorted().toList();
        }
    }

    @Test
    void every_file_of_the_corpus_opens_or_is_refused_with_its_name_and_a_reason()
            throws IOException {
        List<String> refused = new ArrayList<>();
        int opened = 0;
        for (Path path : files()) {
            try (DicomFile file = DicomFile.open(path)) {
                assertThat(file.attributes().size()).isPositive();
                file.identity();
                file.notProcessed();
                opened++;
            } catch (DicomException e) {
                assertThat(e.getMessage()).startsWith(path.toString()).doesNotContain("\n");
                refused.add(e.getMessage());
            }
        }
        assertThat(refused).isEmpty();
        assertThat(opened).isGreaterThan(150);
    }

    @Test
    void elements_and_their_bytes_are_those_pydicom_finds() throws IOException {
        List<String> different = new ArrayList<>();
        int compared = 0;
        for (Path path : files()) {
            String name = path.getFileName().toString();
            Found theirs = ORACLE.get(name);
            if (theirs == null || WE_DIFFER.containsKey(name)) {
                continue;
            }
            try (DicomFile file = DicomFile.open(path)) {
                Found ours = new Found();
                walk(file.attributes(), "", ours);
                compared += theirs.elements.size();
                for (Map.Entry<String, String> element : theirs.elements.entrySet()) {
                    String tag = element.getKey();
                    String our = ours.elements.get(tag);
                    // pydicom leaves a private sequence of defined length closed
                    if (our == null && ours.sequences.containsKey(tag)) {
                        our = ours.sequences.get(tag);
                        ours.elements.keySet().removeIf(k -> k.startsWith(tag + "/"));
                    }
                    boolean known = !element.getValue().equals(" ");
                    if (our == null || known && !our.equals(element.getValue())) {
                        different.add(
                                path.getFileName()
                                        + " "
                                        + tag
                                        + " "
                                        + our
                                        + " theirs "
                                        + element.getValue());
                    }
                }
                if (!theirs.gaveUp) {
                    Set<String> more = new TreeSet<>(ours.elements.keySet());
                    more.removeAll(theirs.elements.keySet());
                    more.forEach(tag -> different.add(path.getFileName() + " only ours " + tag));
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(compared).isGreaterThan(15_000);
    }

    @Test
    void text_is_decoded_as_pydicom_decodes_it() throws IOException {
        List<String> different = new ArrayList<>();
        int compared = 0;
        for (Path path : files()) {
            Found theirs = ORACLE.get(path.getFileName().toString());
            if (theirs == null) {
                continue;
            }
            try (DicomFile file = DicomFile.open(path)) {
                Found ours = new Found();
                walk(file.attributes(), "", ours);
                for (Map.Entry<String, String> text : theirs.texts.entrySet()) {
                    String our = ours.texts.get(text.getKey());
                    if (our == null) {
                        continue; // of unknown representation here, of pydicom's private dictionary
                    }
                    compared++;
                    if (!our.strip().equals(text.getValue().strip())) {
                        different.add(path.getFileName() + " " + text.getKey());
                    }
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(compared).isGreaterThan(4_000);
    }

    @Test
    void decoded_frames_are_those_pydicom_and_gdcm_decode() throws IOException {
        List<String> different = new ArrayList<>();
        int compared = 0;
        int floating = 0;
        for (Path path : files()) {
            Found theirs = ORACLE.get(path.getFileName().toString());
            if (theirs == null || theirs.frames.isEmpty()) {
                continue;
            }
            try (DicomFile file = DicomFile.open(path)) {
                TransferSyntax syntax = file.transferSyntax();
                boolean supported =
                        !syntax.encapsulated()
                                || (org.pixelanon.codec.FrameCodecs.of(syntax.uid()).isPresent()
                                        && !syntax.uid().equals(UID.JPEGBaseline8Bit));
                if (!supported) {
                    continue;
                }
                for (Map.Entry<String, String> frame : theirs.frames.entrySet()) {
                    compared++;
                    Frame decoded = file.frame(Integer.parseInt(frame.getKey()));
                    floating += decoded.floating() ? 1 : 0;
                    String our = crc(words(decoded));
                    if (!our.equals(frame.getValue())) {
                        different.add(path.getFileName() + " frame " + frame.getKey());
                    }
                }
            } catch (DicomException e) {
                different.add(e.getMessage());
            }
        }
        assertThat(different).isEmpty();
        assertThat(compared).isGreaterThan(100);
        assertThat(floating).isEqualTo(2);
    }

    private static byte[] words(Frame frame) {
        int width = (frame.bitsAllocated() + 7) / 8;
        byte[] out = new byte[frame.length() * width];
        for (int i = 0; i < frame.length(); i++) {
            long word = frame.bits(i);
            for (int b = 0; b < width; b++) {
                out[i * width + b] = (byte) (word >>> 8 * b);
            }
        }
        return out;
    }
}
