package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.synth.DicomBuilder;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.SampleSet;
import org.pixelanon.synth.Syntax;

/** Tags of files. */
class TagsIT {

    private static final String HEADER =
            "Modality,DicomFilePath,BurnedInAnnotation,RecognizableVisualFeatures,Manufacturer,"
                    + "ManufacturerModelName,SoftwareVersions,SecondaryCaptureDeviceManufacturer,"
                    + "SecondaryCaptureDeviceManufacturerModelName,ModelName,CodeMeaning,"
                    + "CommentsOnRadiationDose,ImageType2,ImageType,ImplementationVersionName,"
                    + "SeriesDescription,WindowWidth,Rows,Columns,BitsStored,BitsAllocated,"
                    + "NumberOfFrames,OverlayRows,OverlayColumns,OverlayType,NumberOfFramesInOverlay,"
                    + "OverlayDescription,OverlayBitsAllocated,OverlayBitPosition,ZeihmCreator,"
                    + "ZeihmImageCaptureData";

    @TempDir Path folder;

    private Path in(String name) {
        return folder.resolve(name);
    }

    private static SampleFile full() {
        return SampleFile.of(6, 4)
                .frames(2)
                .overlay(new Overlay(0x6000, 2, 3, 1, 1, 2, (f, r, c) -> true))
                .with(
                        b ->
                                b.text(0x00080008, "CS", "DERIVED", "PRIMARY", "THIRD")
                                        .text(0x00080060, "CS", "XA")
                                        .text(0x00080070, "LO", "Maker, \"Inc\"")
                                        .text(0x0008103E, "LO", "Run")
                                        .text(0x00181020, "LO", "1.0", "2.0")
                                        .text(0x00190010, "LO", "ZIEHM_1.0 DeviceConfigData")
                                        .text(0x00190012, "LO", "ZIEHM_1.0 ImageCaptureData")
                                        .text(0x00191201, "LO", "Fluoro")
                                        .text(0x00280301, "CS", "YES")
                                        .text(0x00281051, "DS", "10", "20"));
    }

    @Test
    void the_columns_of_extract_bia_come_straight_from_files() throws Exception {
        Path a = full().write(in("a.dcm"), Syntax.IMPLICIT);
        Path b =
                SampleFile.of(2, 3)
                        .with(
                                b2 ->
                                        b2.text(0x00181016, "LO", "Capture")
                                                .text(0x00181020, "LO", "7"))
                        .write(in("b.dcm"), Syntax.RLE);
        Path out = in("bia.csv");
        assertThat(run("tags", b, a, "--profile", "bia", "-o", out, "-q").code()).isZero();
        assertThat(Files.readAllLines(out))
                .containsExactly(
                        HEADER,
                        ","
                                + b
                                + ",NOBIATAG,NORVFTAG,,,7,Capture,,Capture 7,,,DERIVED/SECONDARY,,PIXELANON SYNTH,,,2,3,8,8,1,,,,,,,,,",
                        "XA,"
                                + a
                                + ",YES,NORVFTAG,\"Maker, \"\"Inc\"\"\",,1.0\\2.0,,,\"Maker, \"\"Inc\"\" 1.0\\2.0\",,,DERIVED/PRIMARY,"
                                + "DERIVED\\PRIMARY\\THIRD,PIXELANON SYNTH,Run,10\\20,6,4,8,8,2,2,3,G,2,,1,0,"
                                + "ZIEHM_1.0 DeviceConfigData,Fluoro");
    }

    @Test
    void rows_of_many_files_stand_in_the_order_of_the_files() throws Exception {
        List<String> names = new ArrayList<>();
        Files.createDirectories(in("many"));
        for (int i = 0; i < 700; i++) {
            // a slow one first, so that others overtake it
            int size = i % 100 == 0 ? 2000 : 3;
            Path path = in("many").resolve("f%03d.dcm".formatted(i));
            SampleFile.of(size, size)
                    .samples((f, r, c, k) -> r)
                    .write(path, i % 100 == 0 ? Syntax.DEFLATED : Syntax.EXPLICIT);
            names.add(path.toString());
        }
        Files.writeString(in("many/f0055.txt"), "no DICOM");
        Path out = in("bia.csv");
        Command command = run("tags", in("many"), "--profile", "bia", "--jobs", 8, "-o", out, "-q");
        assertThat(command.code()).isZero();
        assertThat(command.err()).isEqualTo("700 files read; 1 file skipped: not DICOM\n");
        assertThat(Files.readAllLines(out).stream().skip(1).map(l -> l.split(",", -1)[1]))
                .containsExactlyElementsOf(names);
    }

    @Test
    void all_tags_are_printed_with_the_items_of_sequences_and_no_control_characters()
            throws Exception {
        Path a =
                SampleFile.of(2, 3)
                        .with(
                                b ->
                                        b.text(0x0008103E, "LO", "a\u001b[2Jb")
                                                .sequence(
                                                        0x00081140,
                                                        new DicomBuilder()
                                                                .text(0x00081155, "UI", "1.2.3")))
                        .write(in("a.dcm"), Syntax.EXPLICIT);
        Path out = in("tags.txt");
        assertThat(run("tags", a, "-o", out, "-q").code()).isZero();
        assertThat(Files.readAllLines(out))
                .contains(
                        "# " + a,
                        "(0002,0010) UI Transfer Syntax UID: 1.2.840.10008.1.2.1",
                        "(0008,103E) LO Series Description: a\\x1b[2Jb",
                        "(0008,1140) SQ Referenced Image Sequence: 1 item",
                        "  item 1",
                        "    (0008,1155) UI Referenced SOP Instance UID: 1.2.3",
                        "(0028,0010) US Rows: 2");
        assertThat(run("tags", a, "--format", "csv", "-o", out, "--overwrite", "-q").code())
                .isZero();
        assertThat(Files.readAllLines(out))
                .startsWith("filename,tag,vr,name,value")
                .contains(
                        a + ",\"(0008,1140)[1].(0008,1155)\",UI,Referenced SOP Instance UID,1.2.3");
    }

    @Test
    void tags_before_the_end_of_a_broken_file_are_printed_and_the_file_failed() throws Exception {
        byte[] whole = full().toBytes(Syntax.EXPLICIT);
        Path cut = Files.write(in("cut.dcm"), java.util.Arrays.copyOf(whole, whole.length - 9));
        Path out = in("tags.txt");
        Command command = run("tags", cut, in("none.dcm"), "-o", out, "-q");
        assertThat(command.code()).isEqualTo(1);
        assertThat(command.complaints()).hasSize(2);
        assertThat(Files.readAllLines(out)).contains("(0008,0060) CS Modality: XA");
        assertThat(run("tags", cut, "--jobs", 0).code()).isEqualTo(2);
        assertThat(run("tags", cut, "--json", "--csv").code()).isEqualTo(2);
        assertThat(run("tags", cut, "-q", "-o", in("no/folder.txt")).complaints())
                .containsExactly("pixelanon: " + in("no/folder.txt") + ": cannot be written");
    }

    @Test
    void without_a_file_the_tags_go_to_standard_output_in_utf_8() throws Exception {
        Path a =
                SampleFile.of(2, 3)
                        .with(
                                b ->
                                        b.charset(StandardCharsets.UTF_8)
                                                .text(0x00080005, "CS", "ISO_IR 192")
                                                .text(0x0008103E, "LO", "Äpfel"))
                        .write(in("a.dcm"), Syntax.EXPLICIT);
        Command tags =
                Command.start(
                        List.of(),
                        List.of("-Dfile.encoding=US-ASCII"),
                        Map.of(),
                        folder,
                        "tags",
                        a,
                        "-q");
        assertThat(tags.code()).as(tags.err()).isZero();
        assertThat(tags.out()).contains("(0008,103E) LO Series Description: Äpfel\n");
    }

    @Test
    void pydicom_reads_the_json_as_it_reads_the_file() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "no python here");
        Path samples = in("samples");
        SampleSet.write(samples, 24, 5);
        full().write(samples.resolve("full.dcm"), Syntax.BIG_ENDIAN);
        Path out = in("tags.json");
        assertThat(run("tags", samples, "--json", "-o", out, "-q").code()).isZero();
        String judge =
                """
                import json, pydicom, sys
                files = json.load(open(sys.argv[1]))
                same = 0
                for entry in files:
                    ours = pydicom.Dataset.from_json(entry['dataSet'])
                    for e in pydicom.dcmread(entry['DicomFilePath']):
                        if e.VR in ('OB', 'OW', 'OB or OW', 'OF', 'OD', 'UN'):
                            continue
                        a = ours[e.tag].value
                        if (e.value or None) != (a or None):
                            print('BAD', entry['DicomFilePath'], e.tag)
                        same += 1
                print(len(files), 'files', same > 500)
                """;
        Process python =
                new ProcessBuilder("/usr/bin/python3", "-W", "ignore", "-c", judge, out.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(!said.contains("No module named"), "no pydicom here");
        assertThat(said).isEqualTo("25 files True\n");
    }
}
