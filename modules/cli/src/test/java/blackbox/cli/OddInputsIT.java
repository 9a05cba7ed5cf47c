package blackbox.cli;

import static blackbox.cli.Command.files;
import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** What is not a file, and what is nearly DICOM: never waited for, never passed over in silence. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OddInputsIT {

    @TempDir Path folder;
    private Path scans;
    private Path good;
    private Path out;

    @BeforeEach
    void draw() throws IOException {
        scans = Files.createDirectory(folder.resolve("scans"));
        good = image().write(scans.resolve("good.dcm"), Syntax.EXPLICIT);
        out = folder.resolve("out");
    }

    private static SampleFile image() {
        return SampleFile.of(20, 30).samples((f, r, c, k) -> 9);
    }

    private static byte[] bytes(Syntax syntax) throws IOException {
        return image().toBytes(syntax);
    }

    private Path pipe(Path path) throws Exception {
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
        return path;
    }

    private List<String> commandsOn(String input) {
        return List.of(
                "redact " + input + " -q --rect 0,0,3,3 -o " + out,
                "redact " + input + " -q --rect 0,0,3,3 --in-place",
                "anonymise " + input + " -q -o " + out,
                "ocr " + input + " -q",
                "tags " + input + " -q",
                "frames " + input + " -q --identify",
                "frames " + input + " -q --extract " + out,
                "blank " + input + " -q -o " + out);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void pipes_sockets_and_devices_are_refused_at_once_by_every_command() throws Exception {
        Path pipe = pipe(folder.resolve("pipe.dcm"));
        Path link = Files.createSymbolicLink(folder.resolve("link.dcm"), pipe);
        Path list = pipe(folder.resolve("list.csv"));
        Path socket = folder.resolve("socket.dcm");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            for (Path odd :
                    List.of(
                            pipe,
                            link,
                            list,
                            socket,
                            Path.of("/dev/zero"),
                            Path.of("/dev/stdin"))) {
                for (String line : commandsOn(odd.toString())) {
                    refused(line, odd, "is not opened");
                }
            }
        }
        for (String system : List.of("/proc/version", "/proc/self/environ", "/proc", "/sys")) {
            refused(commandsOn(system).get(0), Path.of(system), "is a system file");
        }
        Command verify = run("verify", good, pipe, "--csv", list(good));
        assertThat(verify.code()).isEqualTo(1);
        assertThat(verify.err() + verify.out()).contains("is a pipe, a socket or a device");
    }

    private Path list(Path file) throws IOException {
        return Files.writeString(
                folder.resolve("rects.csv"),
                "filename,left,top,right,bottom,frame,overlay\n" + file + ",0,0,3,3,-1,-1\n");
    }

    private void refused(String line, Path odd, String reason) throws IOException {
        Command command = run((Object[]) line.split(" "));
        assertThat(command.err()).as(line).contains("Failed: " + odd + ": ").contains(reason);
        assertThat(command.code()).as(line).isEqualTo(1);
        assertThat(files(out)).as(line).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void pipes_and_devices_in_a_list_are_refused_with_their_line() throws Exception {
        Path pipe = pipe(folder.resolve("pipe"));
        Path list =
                Files.writeString(
                        folder.resolve("in.csv"),
                        "filename\n" + good + "\n" + pipe + "\n/dev/zero\n");
        Command csv = run("redact", list, "-q", "--rect", "0,0,3,3", "-o", out);
        assertThat(csv.complaints())
                .anyMatch(l -> l.contains(pipe.toString()) && l.contains("line 3"))
                .anyMatch(l -> l.contains("/dev/zero") && l.contains("line 4"));
        assertThat(csv.err()).contains("3 files: 0 Clean, 1 Redacted, 0 NeedsReview, 2 Failed");
        InputStream standard = System.in;
        System.setIn(new ByteArrayInputStream((pipe + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            Command lines = run("redact", "-", "-q", "--rect", "0,0,3,3", "-o", out);
            assertThat(lines.complaints()).singleElement().asString().contains("line 1");
        } finally {
            System.setIn(standard);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void what_is_no_file_in_a_folder_is_passed_over_and_counted() throws Exception {
        pipe(scans.resolve("pipe.dcm"));
        Files.createSymbolicLink(scans.resolve("endless.dcm"), Path.of("/dev/zero"));
        Files.createSymbolicLink(scans.resolve("nowhere.dcm"), Path.of("/nowhere/at/all"));
        Files.createSymbolicLink(
                scans.resolve("elsewhere"), Files.createDirectory(folder.resolve("elsewhere")));
        Files.writeString(scans.resolve("a.txt"), "text");
        Files.writeString(scans.resolve("b.txt"), "text");
        Path report = folder.resolve("report.json");
        Command redact =
                run("redact", scans, "-q", "--rect", "0,0,3,3", "-o", out, "--report", report);
        assertThat(redact.err())
                .contains("1 file: 0 Clean, 1 Redacted")
                .contains("; 2 files skipped: not DICOM")
                .contains("; 4 files skipped: pipes, sockets, devices, links to folders");
        assertThat(redact.code()).isZero();
        assertThat(Files.readString(report)).contains("\"noFiles\" : 4").contains("pipe.dcm");
        Command tags = run("tags", scans, "-q", "-o", folder.resolve("tags.txt"));
        assertThat(tags.err()).contains("2 files skipped: not DICOM").contains("4 files");
    }

    @Test
    void a_file_in_a_folder_that_is_nearly_dicom_fails_with_its_reason() throws IOException {
        Map<String, byte[]> nearly = new LinkedHashMap<>();
        for (int i = 0; i < 4; i++) {
            byte[] spoilt = bytes(Syntax.EXPLICIT);
            spoilt[128 + i] ^= 0x20;
            nearly.put("mark" + i, spoilt);
        }
        byte[] whole = bytes(Syntax.IMPLICIT);
        for (int shift : new int[] {1, 3, 512, 10_000}) {
            byte[] later = new byte[whole.length + shift];
            System.arraycopy(whole, 0, later, shift, whole.length);
            nearly.put("later" + shift, later);
        }
        nearly.put("earlier", Arrays.copyOfRange(whole, 28, whole.length));
        byte[] first = Arrays.copyOfRange(whole, 132, whole.length);
        first[0] = 'x';
        nearly.put("first_element", first);
        nearly.put("packed.gz", gzip(whole));
        nearly.put("packed", gzip(bytes(Syntax.RLE)));
        nearly.put("packed.zip", zip("IM0001", whole));
        nearly.put("empty_name.DCM", "plain text".getBytes(StandardCharsets.UTF_8));
        nearly.put("scan.ima", new byte[300]);
        nearly.put("scan.dicom", new byte[300]);
        nearly.put("scan.dcm.xz", new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z', 0, 1, 2});
        for (Map.Entry<String, byte[]> file : nearly.entrySet()) {
            Files.write(scans.resolve(file.getKey()), file.getValue());
        }
        Command redact = run("redact", scans, "-q", "--rect", "0,0,3,3", "-o", out);
        for (String name : nearly.keySet()) {
            assertThat(redact.complaints())
                    .as(name)
                    .filteredOn(l -> l.startsWith("Failed: " + scans.resolve(name) + ": is "))
                    .hasSize(1);
        }
        assertThat(redact.code()).isEqualTo(1);
        assertThat(files(out)).containsExactly(out.resolve("good.dcm"));
        assertThat(run("ocr", scans, "-q").err()).contains(nearly.size() + " Failed");
        assertThat(run("tags", scans, "-q").err()).contains(nearly.size() + " Failed");
    }

    @Test
    void ordinary_files_are_still_passed_over() throws IOException {
        Files.writeString(scans.resolve("readme"), "On DICM: DICM 1.2.840.10008.1.2 is implicit");
        Files.writeString(scans.resolve("at128"), " ".repeat(128) + "DICTIONARY and so on");
        Files.writeString(scans.resolve("uids.json"), "{\"uid\":\"1.2.840.10008.5.1.4.1.1.2\"}");
        Files.write(scans.resolve("text.gz"), gzip("plain".getBytes(StandardCharsets.UTF_8)));
        Files.write(scans.resolve("text.zip"), zip("a.txt", new byte[] {1, 2, 3}));
        Files.write(scans.resolve("cut.gz"), new byte[] {0x1F, (byte) 0x8B, 8, 0});
        Files.write(
                scans.resolve("random"),
                new java.util.Random(1)
                        .ints(40_000)
                        .collect(ByteArrayOutputStream::new, (o, i) -> o.write(i), (a, b) -> {})
                        .toByteArray());
        Files.write(scans.resolve("._good.dcm"), new byte[] {0, 5, 0x16, 7, 0, 2, 0, 0});
        Command redact = run("redact", scans, "-q", "--rect", "0,0,3,3", "-o", out);
        assertThat(redact.complaints()).isEmpty();
        assertThat(redact.err()).contains("; 8 files skipped: not DICOM");
        assertThat(redact.code()).isZero();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        }
        return out.toByteArray();
    }
}
