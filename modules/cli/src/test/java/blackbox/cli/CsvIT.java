package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.synth.Overlay;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;
import org.xml.sax.InputSource;

/** Tables at the command line, and the defects of the scripts that they replace. */
class CsvIT {

    @TempDir Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** What a command writes; to a file, because it writes past the stream that tests replace. */
    private Command written(Object... arguments) throws IOException {
        Path out = folder.resolve("written.txt");
        Files.deleteIfExists(out);
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-o", out));
        Command command = run(all.toArray());
        return new Command(
                command.code(), Files.exists(out) ? Files.readString(out) : "", command.err());
    }

    private List<String> lines(Object... arguments) throws IOException {
        Command command = written(arguments);
        assertThat(command.code()).as(command.err()).isZero();
        return command.out().lines().toList();
    }

    @Test
    void defect_35_summary_needs_hard_coded_columns() throws IOException {
        Path csv = file("any.csv", "Colour,Size\nred,[256]\nred,512\nblue,\n");
        assertThat(lines("csv", "summary", csv, "--csv"))
                .contains(
                        csv + ",Colour,distinct,2,",
                        csv + ",Colour,value,red,2",
                        csv + ",Size,numbers,,2",
                        csv + ",Size,mean,384,",
                        csv + ",Size,empty,,1");
        assertThat(written("csv", "summary", csv, "--json", "--columns", "Size").out())
                .contains("\"name\" : \"Size\"")
                .doesNotContain("Colour");
        Command missing = run("csv", "summary", csv, "--columns", "Shape");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains(csv + ": line 1: no column 'Shape'");
    }

    @Test
    void defect_36_group_by_defaults_to_columns_that_no_longer_exist_samples_with_replacement()
            throws IOException {
        Path csv = file("t.csv", "Model,Path\nb,1\na,2\na,3\na,4\nb,5\n");
        assertThat(run("csv", "group", csv, "--head", "1").code())
                .as("the columns have to be named")
                .isEqualTo(2);
        assertThat(lines("csv", "group", csv, "--by", "Model", "--head", "2"))
                .containsExactly("Model,Path", "a,2", "a,3", "b,1", "b,5");
        for (int seed = 0; seed < 20; seed++) {
            List<String> drawn =
                    lines(
                            "csv",
                            "group",
                            csv,
                            "--by",
                            "Model",
                            "--random",
                            "3",
                            "--seed",
                            seed,
                            "--print",
                            "Path,+");
            assertThat(drawn).hasSize(1 + 3 + 2).doesNotHaveDuplicates().contains("Path,Model");
        }
    }

    @Test
    void defect_37_random_sample_has_duplicates_unseeded() throws IOException {
        StringBuilder text =
                new StringBuilder("DicomFilePath,ModelName,ImageType2,BurnedInAnnotation\n");
        for (int i = 0; i < 50; i++) {
            text.append("f").append(i).append(i % 2 == 0 ? ",M,AXIAL,NO\n" : ",N,,\n");
        }
        Path csv = file("t.csv", text.toString());
        List<String> all = lines("csv", "sample", csv, "--paths");
        assertThat(all).hasSize(40).doesNotHaveDuplicates();
        assertThat(lines("csv", "sample", csv, "--paths")).isEqualTo(all);
        HashSet<List<String>> others = new HashSet<>();
        for (int seed = 0; seed < 9; seed++) {
            others.add(lines("csv", "sample", csv, "--paths", "-n", "5", "--seed", seed));
        }
        assertThat(others).hasSizeGreaterThan(7);
        List<String> one = lines("csv", "sample", csv, "-n", "1", "--filter", "AXIAL");
        assertThat(one).hasSize(2);
        assertThat(one.get(1)).startsWith("\"M,AXIAL,NO\",25,f").endsWith(",M,AXIAL,NO");
    }

    @Test
    void defect_38_no_overlay_filter_inverted() throws IOException {
        Path scans = Files.createDirectories(folder.resolve("scans"));
        SampleFile.of(8, 8).write(scans.resolve("plain.dcm"), Syntax.EXPLICIT);
        SampleFile.of(8, 8)
                .overlay(new Overlay(0x6000, 8, 8, 1, 1, 1, (f, r, c) -> true))
                .write(scans.resolve("overlaid.dcm"), Syntax.EXPLICIT);
        Path csv = folder.resolve("bia.csv");
        assertThat(run("tags", scans, "--profile", "bia", "-o", csv).code()).isZero();
        String print = "DicomFilePath";
        assertThat(lines("csv", "filter", csv, "--overlays", "absent", "--print", print))
                .containsExactly(print, scans.resolve("plain.dcm").toString());
        assertThat(lines("csv", "filter", csv, "--overlays", "present", "--print", print))
                .containsExactly(print, scans.resolve("overlaid.dcm").toString());
    }

    @Test
    void broken_rows_are_told_with_their_lines_and_the_rest_is_written_with_exit_code_1()
            throws IOException {
        Path csv = file("t.csv", "A,B\n1,2\n3\n5,6\n");
        Command filtered = written("csv", "filter", csv, "--not-empty", "A");
        assertThat(filtered.code()).isEqualTo(1);
        assertThat(filtered.out().lines()).containsExactly("A,B", "1,2", "5,6");
        assertThat(filtered.err())
                .contains(csv + ": 1 row has a different number of fields than the header")
                .contains("line 3");
    }

    @Test
    void a_list_that_cannot_be_written_whole_is_not_written() throws IOException {
        Path good = file("a.csv", "A\n1\n");
        Path other = file("b.csv", "B\n1\n");
        Path out = folder.resolve("out.csv");
        Command mixed = run("csv", "filter", good, other, "-o", out);
        assertThat(mixed.code()).isEqualTo(1);
        assertThat(mixed.err()).contains(other + ": line 1: columns differ from the previous file");
        assertThat(out).doesNotExist();
    }

    @Test
    void a_quote_that_does_not_end_is_a_failure_and_nothing_is_written() throws IOException {
        Path csv = file("t.csv", "A,B\n1,2\n3,\"4\n5,6\n");
        Path out = folder.resolve("out.csv");
        Command filtered = run("csv", "filter", csv, "-o", out);
        assertThat(filtered.code()).isEqualTo(1);
        assertThat(filtered.err()).contains(csv + ": line 3: a quote is not closed in this row");
        assertThat(out).doesNotExist();
    }

    @Test
    void numbers_that_ask_for_no_row_are_refused() throws IOException {
        Path csv = file("t.csv", "A,B\n1,2\n");
        for (Object[] arguments :
                new Object[][] {
                    {"csv", "group", csv, "--by", "A", "--random", "0"},
                    {"csv", "group", csv, "--by", "A", "--head", "-1"},
                    {"csv", "sample", csv, "--by", "A", "-n", "0"},
                    {"csv", "summary", csv, "--top", "-1"}
                }) {
            Command refused = run(arguments);
            assertThat(refused.code()).as(refused.err()).isEqualTo(2);
            assertThat(refused.err()).contains("must be at least");
        }
    }

    @Test
    void samples_of_tables_with_other_columns_are_not_joined() throws IOException {
        Path one = file("a.csv", "A,Path\n1,x\n");
        Path other = file("b.csv", "A,Path,C\n1,y,z\n");
        Command refused = written("csv", "sample", one, other, "--by", "A");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains(other + ": line 1: columns differ from the previous " + "file");
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void repeated_headers_are_told() throws IOException {
        Path csv = file("t.csv", "A,B\n1,2\nA,B\n3,4\n");
        Command filtered = written("csv", "filter", csv);
        assertThat(filtered.code()).isZero();
        assertThat(filtered.out().lines()).containsExactly("A,B", "1,2", "3,4");
        assertThat(filtered.err()).contains(csv + ": 1 row repeats the header");
    }

    @Test
    void models_without_text_and_texts_by_length_are_told() throws IOException {
        String head =
                "filename,frame,overlay,imagetype,manufacturer,burnedinannotation,ocr_engine,left,top,right,bottom,ocr_text,ner_engine,is_sensitive\n";
        String end = ",-1,-1,-1,-1,";
        Path csv =
                file(
                        "text.csv",
                        head
                                + "a,0,-1,,Clear,,tesseract"
                                + end
                                + ",NONLP,-1\n"
                                + "b,0,-1,,Full,,tesseract,1,1,2,2,word,NONLP,1\n"
                                + "b,0,-1,,Full,,tesseract"
                                + end
                                + "word,NONLP,1\n"
                                + "c,0,-1,,Full,,tesseract"
                                + end
                                + "a longer sentence,NONLP,0\n");
        assertThat(lines("csv", "ocr-summary", csv, "--csv"))
                .containsExactly(
                        "file,kind,value,rows",
                        csv + ",model without text,Clear,1",
                        csv + ",short text,word,1",
                        csv + ",long text,a longer sentence,1",
                        csv + ",sensitive text,word,1");
        assertThat(lines("csv", "ocr-summary", csv, csv, "--csv", "--top", "0"))
                .as("models are all named, whatever is left out of the texts; one header")
                .containsExactly(
                        "file,kind,value,rows",
                        csv + ",model without text,Clear,1",
                        csv + ",model without text,Clear,1");
        assertThat(written("csv", "ocr-summary", csv, csv, "--json").out())
                .as("one array, an object for each file")
                .startsWith("[")
                .endsWith("]\n");
    }

    @Test
    void a_plus_among_columns_to_print_stands_for_those_of_the_groups() throws IOException {
        Path csv = file("t.csv", "A,Model,B,Path\n1,m,2,p\n");
        assertThat(
                        lines(
                                "csv", "group", csv, "--by", "Model,B", "--head", "1", "--print",
                                "Path,+"))
                .containsExactly("Path,Model,B", "p,m,2");
        assertThat(lines("csv", "group", csv, "--by", "Model", "--head", "1"))
                .containsExactly("A,Model,B,Path", "1,m,2,p");
    }

    @Test
    void combinations_of_overlay_columns_are_counted() throws IOException {
        Path csv = file("t.csv", "OverlayType,Rows\nG,1\n,2\nG,3\n");
        assertThat(lines("csv", "overlays", csv, "--by", "OverlayType"))
                .containsExactly("OverlayType,rows", "G,2", ",1");
        Path more = file("more.csv", "OverlayType,Rows\n,1\n,2\n");
        assertThat(lines("csv", "overlays", csv, more, "--by", "OverlayType"))
                .containsExactly("OverlayType,rows", ",3", "G,2");
        assertThat(lines("csv", "overlays", csv))
                .as("those of the default columns that there are")
                .containsExactly("OverlayType,rows", "G,2", ",1");
        Command none = run("csv", "overlays", file("n.csv", "A\n1\n"));
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("n.csv: line 1: no column describes overlays");
    }

    @Test
    void a_chart_is_drawn_as_pixels_or_as_vectors_with_a_bar_for_each_value() throws Exception {
        Path csv = file("t.csv", "Modality\nCT\nCT\nCT\nCT\nMR\n");
        Path png = folder.resolve("c.png");
        assertThat(run("csv", "summary", csv, "-o", folder.resolve("s"), "--chart", png).code())
                .isZero();
        BufferedImage image = ImageIO.read(png.toFile());
        int longest = blue(image, 24 + 48 + 12);
        assertThat(blue(image, 24 + 48 + 24 + 12)).isBetween(longest / 4 - 2, longest / 4 + 2);
        Path svg = folder.resolve("c.svg");
        assertThat(run("csv", "summary", csv, "-o", folder.resolve("v"), "--chart", svg).code())
                .isZero();
        var document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(Files.newBufferedReader(withoutType(svg))));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(document.getDocumentElement().getTextContent()).contains("Modality", "CT", "MR");
        Path odd = file("odd.csv", "A\n\u001B[31m\n\"a\nb\"\n");
        assertThat(run("csv", "summary", odd, "-o", folder.resolve("o"), "--chart", svg).code())
                .isZero();
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(Files.newBufferedReader(withoutType(svg))));
        StringBuilder many = new StringBuilder("A\n");
        IntStream.range(0, 1400).forEach(i -> many.append(i).append('\n'));
        Path tall = folder.resolve("tall.png");
        Command high =
                run(
                        "csv",
                        "summary",
                        file("m.csv", many.toString()),
                        "--top",
                        "1400",
                        "--chart",
                        tall);
        assertThat(high.code()).isEqualTo(1);
        assertThat(high.err()).contains("too tall for PNG");
        assertThat(tall).doesNotExist();
        Command other = run("csv", "summary", csv, "--chart", folder.resolve("c.gif"));
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.err()).contains("c.gif: a chart must be .png or .svg");
    }

    /** The type declaration would be looked up on the net. */
    private static Path withoutType(Path svg) throws IOException {
        String text = Files.readString(svg).replaceAll("<!DOCTYPE[^>]*>", "");
        return Files.writeString(svg, text);
    }

    private static int blue(BufferedImage image, int row) {
        int count = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            count += (image.getRGB(x, row) & 0xFFFFFF) == 0x56B4E9 ? 1 : 0;
        }
        return count;
    }
}
