package blackbox.cli;

import static blackbox.cli.Command.run;
import static blackbox.cli.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** Tags out of MongoDB. */
class ExtractMongoDbIT {

    private static final String SECRET = "hunter2-Secret";

    @TempDir Path folder;

    private final Documents documents = new Documents();

    @AfterEach
    void stop() {
        documents.close();
    }

    private Command extract(Object... more) {
        List<Object> words =
                new ArrayList<>(List.of("extract", "mongodb", "--uri", documents.uri()));
        words.addAll(List.of(more));
        if (!words.contains("-o")) {
            words.addAll(List.of("-o", folder));
        }
        return run(words.toArray());
    }

    private List<String> lines(String name) throws Exception {
        return Files.readAllLines(folder.resolve(name));
    }

    /** Private elements and those of groups that repeat have keys of their own in documents. */
    @Test
    void a_document_gives_the_row_that_its_file_gives() throws Exception {
        Path file =
                SampleFile.of(6, 4)
                        .frames(2)
                        .overlay(new Overlay(0x6000, 2, 3, 1, 1, 2, (f, r, c) -> true))
                        .with(
                                b ->
                                        b.text(0x00080008, "CS", "DERIVED", "PRIMARY", "THIRD")
                                                .text(0x00080060, "CS", "XA")
                                                .text(0x00080070, "LO", "=Maker, \"Inc\"")
                                                .text(0x0008103E, "LO", "Run")
                                                .text(0x00181020, "LO", "1.0", "2.0")
                                                .text(
                                                        0x00190010,
                                                        "LO",
                                                        "ZIEHM_1.0 DeviceConfigData")
                                                .text(
                                                        0x00190012,
                                                        "LO",
                                                        "ZIEHM_1.0 ImageCaptureData")
                                                .text(0x00191201, "LO", "Fluoro")
                                                .text(0x00280301, "CS", "YES")
                                                .text(0x00281051, "DS", "10", "20"))
                        .write(folder.resolve("a.dcm"), Syntax.IMPLICIT);
        assertThat(run("tags", file, "--profile", "bia", "-o", folder.resolve("files.csv")).code())
                .isZero();
        documents.add(
                "XA",
                document(file.toString())
                        .append("ImageType", "DERIVED\\PRIMARY\\THIRD")
                        .append("Modality", "XA")
                        .append("Manufacturer", "=Maker, \"Inc\"")
                        .append("SeriesDescription", "Run")
                        .append("SoftwareVersions", "1.0\\2.0")
                        .append("SOPClassUID", "1.2.840.10008.5.1.4.1.1.12.1")
                        .append("RecognizableVisualFeatures", null)
                        .append("ImplementationVersionName", "PIXELANON SYNTH")
                        .append("NumberOfFrames", "2")
                        .append("Rows", 6)
                        .append("Columns", 4L)
                        .append("BitsStored", 8)
                        .append("BitsAllocated", 8.0)
                        .append("BurnedInAnnotation", "YES")
                        .append("WindowWidth", List.of(10, 20.0))
                        .append("(6000,0010)-OverlayRows", 2)
                        .append("(6000,0011)-OverlayColumns", 3)
                        .append("(6000,0015)-NumberOfFramesInOverlay", "2")
                        .append("(6000,0040)-OverlayType", "G")
                        .append("(6000,0100)-OverlayBitsAllocated", 1)
                        .append("(6000,0102)-OverlayBitPosition", 0)
                        .append("(0019,0010)-PrivateCreator", shown("ZIEHM_1.0 DeviceConfigData"))
                        .append("(0019,1201:ZIEHM_1_0 ImageCaptureData)-Unknown", shown("Fluoro")));

        Command result = extract();

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(lines("extract_BIA_from_XA.csv")).isEqualTo(lines("files.csv"));
        extract("--format", "json");
        run("tags", file, "--profile", "bia", "--format", "json", "-o", folder.resolve("f.json"));
        assertThat(lines("extract_BIA_from_XA.json")).isEqualTo(lines("f.json"));
    }

    private static Document shown(String value) {
        return new Document("vr", "LO").append("val", value);
    }

    @Test
    void what_documents_lack_is_filled_in_as_extract_bia_does() throws Exception {
        documents.add(
                "US",
                document("1.dcm").append("SOPClassUID", "1.2.840.10008.5.1.4.1.1.7.1"),
                document("2.dcm")
                        .append("ImageType", "ORIGINAL\\\\PRIMARY\\\\\\\\X")
                        .append("SecondaryCaptureDeviceManufacturer", "Cap")
                        .append("SoftwareVersions", "3"),
                document("3.dcm").append("ImageType", List.of("A", "B", "C")));

        extract();

        List<String> rows = lines("extract_BIA_from_US.csv");
        assertThat(rows.get(1))
                .startsWith("US,1.dcm,NOBIATAG,NORVFTAG,,,,,,NoModel,,,DERIVED/SECONDARY,,");
        assertThat(rows.get(2)).contains(",Cap,,Cap 3,,,ORIGINAL/PRIMARY,");
        assertThat(rows.get(3)).contains(",NoModel,,,A/B,A\\B\\C,").endsWith(",1,,,,,,,,,");
    }

    @Test
    void there_is_a_file_for_each_modality_also_of_those_that_lie_together() throws Exception {
        documents.add("CT", document("c1").append("Modality", "CT"), document("c2"));
        documents.add("MR", document("m1"));
        documents.add(
                "OTHER",
                document("p1").append("Modality", "PX"),
                document("i1").append("Modality", "IO"));
        documents.collection("image_empty");
        documents.collection("patients").insertOne(document("no image"));

        assertThat(extract("--modality", "PX,CT").code()).isZero();

        assertThat(Command.files(folder))
                .containsExactly(
                        folder.resolve("extract_BIA_from_CT.csv"),
                        folder.resolve("extract_BIA_from_PX.csv"));
        assertThat(lines("extract_BIA_from_PX.csv"))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("PX,p1");
        assertThat(lines("extract_BIA_from_CT.csv")).hasSize(3);

        Command all = extract("--profile", "all", "-o", folder.resolve("new/folder"));
        assertThat(all.err()).contains("CT: 2", "MR: 1", "OTHER: 2");
        assertThat(Command.files(folder.resolve("new/folder"))).hasSize(3);
    }

    @Test
    void all_tags_are_json_of_the_documents_without_their_identifiers() throws Exception {
        documents.add(
                "MR",
                document("m\u00e4\n1")
                        .append("Rows", 5L)
                        .append("Acquired", new Date(0))
                        .append("Other", new ObjectId("0123456789abcdef01234567"))
                        .append("Seq", List.of(new Document("CodeMeaning", "x\"y"))),
                document("m2").append("Empty", null));

        assertThat(extract("--profile", "all").code()).isZero();

        String text = Files.readString(folder.resolve("extract_all_from_MR.json"));
        List<Document> read =
                Document.parse("{\"all\": " + text + "}").getList("all", Document.class);
        assertThat(read).hasSize(2);
        assertThat(read.get(0).get("header", Document.class))
                .containsEntry("DicomFilePath", "m\u00e4\n1");
        assertThat(read.get(0))
                .doesNotContainKey("_id")
                .containsEntry("Acquired", new Date(0))
                .containsEntry("Other", new ObjectId("0123456789abcdef01234567"));
        assertThat(text).contains("\"Rows\": 5").contains("\"CodeMeaning\": \"x\\\"y\"");
        assertThat(read.get(1)).containsEntry("Empty", null);
    }

    @Test
    void documents_that_name_no_file_are_written_and_said_to_fail() throws Exception {
        documents.add("CT", document("c1"), new Document("Modality", "CT"));

        Command result = extract();

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.complaints()).singleElement().asString().contains("CT: 1 documents");
        assertThat(lines("extract_BIA_from_CT.csv")).hasSize(3);
    }

    @Test
    void nothing_is_written_if_something_is_missing_or_there() throws Exception {
        documents.add("CT", document("c1"));
        documents.add("MR", document("m1"));
        Files.writeString(folder.resolve("extract_BIA_from_MR.csv"), "mine");

        Command there = extract();
        assertThat(there.code()).isEqualTo(2);
        assertThat(there.err()).contains("extract_BIA_from_MR.csv: exists (--overwrite");
        Command missing = extract("--modality", "CT,US", "--overwrite");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("no documents of modality US; there is CT, MR");
        Command strange = extract("--modality", "../x");
        assertThat(strange.code()).isEqualTo(1);
        assertThat(strange.err()).contains("there is no modality '../x'");
        assertThat(Command.files(folder)).hasSize(1);
        assertThat(lines("extract_BIA_from_MR.csv")).containsExactly("mine");

        assertThat(extract("--overwrite").code()).isZero();
        assertThat(lines("extract_BIA_from_MR.csv")).hasSize(2);
    }

    @Test
    void servers_and_databases_that_are_wrong_are_told_apart() throws Exception {
        documents.add("CT", document("c1"));
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        String soon = "/?serverSelectionTimeoutMS=300";

        assertThat(of("mongodb://localhost:" + closed + soon, 1))
                .contains("localhost:" + closed + ": connection refused");
        assertThat(of("mongodb://nowhere.invalid" + soon, 1)).contains("unknown host");
        assertThat(of(documents.uri() + soon + "&tls=true", 1)).contains("no answer in time");
        assertThat(of(documents.uri() + "/dicomm", 1))
                .contains("/dicomm: no collection is named image_")
                .contains("other databases of the server: dicom");
        assertThat(of("localhost:27017", 2)).contains("must begin with mongodb://");
        assertThat(of("mongodb://host:port", 2)).contains("is not a connection string");
        assertThat(of(documents.uri() + "/dicom --database other", 2))
                .contains("name different databases");
        assertThat(of(documents.uri() + "/?tlsCAFile=ca.pem", 2)).contains("option tlscafile");
    }

    private String of(String uri, int code) {
        List<Object> words = new ArrayList<>(List.of("extract", "mongodb", "-o", folder, "--uri"));
        words.addAll(List.of((Object[]) uri.split(" ")));
        Command result = run(words.toArray());
        assertThat(result.code()).as(result.err()).isEqualTo(code);
        assertThat(result.complaints()).hasSize(1);
        return result.err();
    }

    @Test
    void a_password_belongs_into_no_uri_and_is_never_shown() throws Exception {
        documents.add("CT", document("c1"));
        List<String> uris =
                List.of(
                        "mongodb://reader:" + SECRET + "@" + documents.place(),
                        "mongodb://reader:" + SECRET + "/@?" + "@" + documents.place() + "/dicom",
                        "mongodb+srv://reader:" + SECRET + "@db.invalid",
                        documents.uri()
                                + "/?proxyHost=a&"
                                + String.join("=", "proxyPassword", SECRET),
                        documents.uri()
                                + "/?authMechanism=MONGODB-AWS&authMechanismProperties=AWS_SESSION_TOKEN:"
                                + SECRET);
        for (String uri : uris) {
            String said = of(uri, 2);
            assertThat(said).contains("PIXELANON_MONGODB_PASSWORD").doesNotContain(SECRET);
        }
        String whole = "mongodb://reader:" + SECRET + "@" + documents.place();
        for (List<String> words :
                List.of(
                        List.of("extract", "mongodb", whole),
                        List.of("extract", whole),
                        List.of("extract", "mongodb", "--url", whole),
                        List.of("extract", "mongodb", "--uri", documents.uri(), whole),
                        List.of("tags", whole.replace("mongodb", "dicomweb+https")))) {
            Command wrong = run(words.toArray());
            assertThat(wrong.code()).isNotZero();
            assertThat(wrong.out() + wrong.err()).doesNotContain(SECRET);
        }
        assertThat(Command.files(folder)).isEmpty();
    }

    /** The server of the test knows no users: whatever is given is refused. */
    @Test
    void a_login_from_the_environment_or_a_private_file_reaches_the_server() throws Exception {
        documents.add("CT", document("c1"));
        Path file =
                Files.writeString(
                        folder.resolve("login"),
                        "user=reader\n" + String.join("=", "password", SECRET));
        Map<String, String> both =
                Map.of("PIXELANON_MONGODB_USER", "reader", "PIXELANON_MONGODB_PASSWORD", SECRET);
        Map<String, String> password = Map.of("PIXELANON_MONGODB_PASSWORD", SECRET);
        String named = documents.uri().replace("//", "//reader@");

        assertThat(as(both, 1, documents.uri())).contains("rejected the user or password");
        assertThat(as(password, 1, named)).contains("rejected the user or password");
        assertThat(as(password, 2, documents.uri())).contains("without user");
        assertThat(as(Map.of(), 2, named)).contains("the password is missing");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(as(Map.of(), 1, documents.uri(), "--credentials", file))
                .contains("other users can access");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(as(Map.of(), 1, documents.uri(), "--credentials", file))
                .contains("rejected the user or password");
    }

    private String as(Map<String, String> environment, int code, String uri, Object... more)
            throws Exception {
        List<Object> words = new ArrayList<>(List.of("extract", "mongodb", "--uri", uri));
        words.addAll(List.of(more));
        Command result =
                Command.start(
                        List.of(),
                        List.of("-XX:TieredStopAtLevel=1"),
                        environment,
                        folder,
                        words.toArray());
        assertThat(result.code()).as(result.err()).isEqualTo(code);
        assertThat(result.out() + result.err()).doesNotContain(SECRET);
        return result.err();
    }

    @Test
    void memory_does_not_grow_with_the_collection() throws Exception {
        String filler = "x".repeat(40_000);
        for (int i = 0; i < 10; i++) {
            documents.add(
                    "CT",
                    Stream.generate(() -> document("c").append("Filler", filler))
                            .limit(80)
                            .toArray(Document[]::new));
        }

        Command result =
                Command.start(
                        List.of(),
                        List.of("-Xmx32m", "-XX:TieredStopAtLevel=1"),
                        Map.of(),
                        folder,
                        "extract",
                        "mongodb",
                        "--uri",
                        documents.uri(),
                        "--profile",
                        "all");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(Files.size(folder.resolve("extract_all_from_CT.json")))
                .isGreaterThan(800 * 40_000L);
    }
}
