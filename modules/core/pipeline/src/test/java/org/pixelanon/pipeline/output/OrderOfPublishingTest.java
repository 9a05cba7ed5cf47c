package org.pixelanon.pipeline.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.redact.RedactionPolicy;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.Finding;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Reason;
import org.pixelanon.model.Region;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.atomic.PartFile;
import org.pixelanon.pipeline.database.RunDatabase;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.store.RegionStore;
import org.pixelanon.synth.SampleFile;
import org.pixelanon.synth.Syntax;

/** In which order the disk is asked for what makes an output. */
class OrderOfPublishingTest {

    private static final List<Decision> TEXT =
            List.of(
                    new Decision(
                            new Finding.OfPerson(
                                    new Region(new AllFrames(), new PixelRectangle(2, 2, 4, 4)),
                                    "option"),
                            Verdict.REDACT,
                            new Reason(Reason.Kind.REQUESTED, "option")));

    @TempDir Path folder;
    private final List<String> order = new ArrayList<>();
    private InputFile input;
    private Path out;
    private Path target;

    @BeforeEach
    void draw() throws IOException {
        Path in = folder.resolve("a.dcm");
        SampleFile.of(16, 16).samples((f, r, c, k) -> 9).write(in, Syntax.EXPLICIT);
        input = new InputFile(in, Path.of("a.dcm"), true);
        out = folder.resolve("out");
        target = out.resolve("a.dcm");
    }

    /** Notes what is asked, and does it. */
    private class Noting implements Disk {

        private final Disk disk = Disk.of(true);

        @Override
        public void force(Path file) throws IOException {
            order.add("force " + (PartFile.isPart(file) ? "part" : file.getFileName()));
            disk.force(file);
        }

        @Override
        public void forceNames(Path names) throws IOException {
            order.add("force names in " + names.getFileName());
            disk.forceNames(names);
        }

        @Override
        public void create(Path part, Path place) throws IOException {
            order.add("create " + place.getFileName());
            disk.create(part, place);
        }

        @Override
        public void replace(Path part, Path place) throws IOException {
            order.add("replace " + place.getFileName());
            disk.replace(part, place);
        }
    }

    private FileResult write(OutputLayout layout, boolean resume, Disk disk) throws IOException {
        return write(layout, resume, disk, TEXT, result -> order.add("row " + result.outcome()));
    }

    private FileResult write(
            OutputLayout layout,
            boolean resume,
            Disk disk,
            List<Decision> decisions,
            OutputWriter.Record record)
            throws IOException {
        OutputWriter writer =
                new OutputWriter(
                        new WritingOptions(
                                layout, RedactionPolicy.DEFAULT, false, resume, false, null),
                        List.of(input),
                        DoneMarks.NONE,
                        false,
                        disk);
        assertThat(writer.refusal(input)).isEmpty();
        try (DicomFile file = DicomFile.open(input.path())) {
            FileResult result = writer.write(input, file, decisions, SecondLook.NONE, record);
            order.add("said " + result.outcome());
            return result;
        }
    }

    private OutputLayout layout(boolean overwrite, boolean inPlace) {
        return new OutputLayout(out, null, overwrite, inPlace);
    }

    @Test
    void bytes_are_flushed_then_rows_then_the_name_is_given_and_flushed_and_then_it_is_said()
            throws IOException {
        write(layout(false, false), false, new Noting());

        assertThat(order)
                .containsExactly(
                        "force names in " + folder.getFileName(), // the new folder out
                        "force part",
                        "row REDACTED",
                        "create a.dcm",
                        "force names in out",
                        "said REDACTED");
    }

    @Test
    void so_it_is_with_a_clean_file_when_overwriting_and_in_place() throws IOException {
        Files.createDirectory(out);
        write(layout(true, false), false, new Noting(), List.of(), r -> order.add("row"));
        write(layout(false, true), false, new Noting());

        assertThat(order)
                .containsExactly(
                        "force part",
                        "row",
                        "replace a.dcm",
                        "force names in out",
                        "said CLEAN",
                        "force part",
                        "row REDACTED",
                        "replace a.dcm",
                        "force names in " + folder.getFileName(),
                        "said REDACTED");
    }

    @Test
    void an_output_that_is_kept_is_flushed_too_because_its_run_may_have_been_killed_before()
            throws IOException {
        write(layout(false, false), false, new Noting());
        order.clear();

        write(layout(false, false), true, new Noting());

        assertThat(order)
                .containsExactly(
                        "force a.dcm", "row REDACTED", "force names in out", "said REDACTED");
    }

    @Test
    void rows_are_committed_before_the_output_has_its_name() throws IOException {
        try (RegionStore store = RegionStore.open(folder, RegionStore.Mode.WRITE)) {
            RunDatabase database = new RunDatabase(store, "tester", "1");
            Disk looking =
                    new Noting() {
                        @Override
                        public void create(Path part, Path place) throws IOException {
                            try (RegionStore other =
                                    RegionStore.open(folder, RegionStore.Mode.READ)) {
                                String name = input.path().toAbsolutePath().normalize().toString();
                                assertThat(other.audits(name)).hasSize(1);
                                assertThat(other.audits(name).get(0).outcome())
                                        .isEqualTo(Outcome.REDACTED.label());
                            }
                            super.create(part, place);
                        }
                    };

            write(layout(false, false), false, looking, TEXT, database::audit);

            assertThat(order).contains("create a.dcm");
        }
    }

    @Test
    void what_cannot_be_flushed_gets_neither_rows_nor_a_name() {
        Disk broken =
                new Noting() {
                    @Override
                    public void force(Path file) throws IOException {
                        throw new IOException("broken");
                    }
                };

        assertThatThrownBy(() -> write(layout(false, false), false, broken))
                .isInstanceOf(IOException.class);

        assertThat(order).noneMatch(step -> step.startsWith("row"));
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void a_name_that_cannot_be_flushed_is_told() throws IOException {
        Files.createDirectory(out);
        Disk broken =
                new Noting() {
                    @Override
                    public void forceNames(Path names) throws IOException {
                        throw new IOException("broken");
                    }
                };

        assertThat(write(layout(false, false), false, broken).notes())
                .anyMatch(note -> note.contains("could not be flushed"));
    }

    @Test
    void a_name_that_is_taken_meanwhile_is_told_in_the_database() throws IOException {
        Disk late =
                new Noting() {
                    @Override
                    public void create(Path part, Path place) throws IOException {
                        Files.writeString(place, "newer");
                        super.create(part, place);
                    }
                };

        assertThatThrownBy(() -> write(layout(false, false), false, late))
                .isInstanceOf(PipelineException.class)
                .hasMessageEndingWith("output was created by something else during the run");

        assertThat(order).endsWith("row REDACTED", "create a.dcm", "row FAILED");
        assertThat(target).hasContent("newer");
        assertThat(out.toFile().list()).containsExactly("a.dcm");
    }

    /** A file system without hard links. */
    private static final class Plain extends Disk.Written {

        @Override
        void link(Path part, Path target) throws IOException {
            throw new FileSystemException(target.toString(), part.toString(), "not permitted");
        }
    }

    @Test
    void without_hard_links_a_name_is_taken_once_too() throws IOException {
        Files.createDirectory(out);
        Plain disk = new Plain();
        Path first = Files.writeString(out.resolve("first"), "first");
        Path second = Files.writeString(out.resolve("second"), "second");

        disk.create(first, target);

        assertThat(target).hasContent("first");
        assertThatThrownBy(() -> disk.create(second, target))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(target).hasContent("first");
        assertThat(second).exists();
        assertThatThrownBy(() -> disk.create(out.resolve("missing"), out.resolve("free")))
                .isInstanceOf(IOException.class);
        assertThat(out.resolve("free")).doesNotExist();
    }
}
