package org.pixelanon.pipeline.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.model.Outcome;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.format.ListedName;
import org.pixelanon.pipeline.format.RectangleCsv;
import org.pixelanon.pipeline.input.InputChecks;
import org.pixelanon.pipeline.input.InputFile;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.pipeline.input.ListedRows;
import org.pixelanon.pipeline.input.RelativeNames;
import org.pixelanon.pipeline.report.CopyProof;
import org.pixelanon.pipeline.report.FileResult;
import org.pixelanon.pipeline.report.RunResult;
import org.pixelanon.pipeline.report.VerifyResult;
import org.pixelanon.sources.remote.RemotePath;

/** Proves the files of one folder against those at the same paths below another. */
final class FolderVerifier {

    private final CopyProver prover;
    private final RectangleCsv list;
    private final RelativeNames relative;

    /**
     * Prepares the comparison.
     *
     * @param prover compares each pair
     * @param list the rectangles that must be blank
     * @param relative where relative names of the list are looked for too
     */
    FolderVerifier(CopyProver prover, RectangleCsv list, RelativeNames relative) {
        this.prover = prover;
        this.list = list;
        this.relative = relative;
    }

    /** See {@link VerifyRun#verify(Path, Path, RunSettings)}. */
    VerifyResult verify(Path originals, Path copies, RunSettings settings) throws IOException {
        InputFiles.Found before = files(originals, copies);
        InputFiles.Found after = files(copies, originals);
        Map<Path, Path> copyOf = new LinkedHashMap<>();
        Set<Path> belows = new HashSet<>();
        for (InputFile file : before.files()) {
            copyOf.put(file.path(), copies.resolve(file.below()));
            belows.add(file.below());
        }
        Path stripped = relative.stripped();
        RelativeNames below =
                new RelativeNames(stripped == null ? originals : stripped, relative.root());
        ListedRows rows = new ListedRows(list, copyOf, below);
        Map<Path, CopyProof> shown = new ConcurrentHashMap<>();
        RunResult result =
                Batch.reading(settings).run("Verify", before, () -> new Step(copyOf, rows, shown));
        long left = result.files().stream().filter(FileResult::isNotReached).count();
        if (left > 0) {
            throw new PipelineException("stopped: " + left + " files were not compared");
        }
        List<CopyProof> proofs = new ArrayList<>();
        for (FileResult file : result.files()) {
            CopyProof proof = shown.get(file.input());
            proofs.add(proof == null ? failed(file.input(), file.reason()) : proof);
        }
        after.problems().forEach((path, why) -> proofs.add(failed(path, why)));
        for (InputFile file : after.files()) {
            if (!belows.contains(file.below())) {
                proofs.add(
                        CopyProof.without(
                                file.path(),
                                file.path(),
                                CopyProof.Result.NO_ORIGINAL,
                                "no original"));
            }
        }
        proofs.addAll(onlyListed(rows, originals, copies));
        return new VerifyResult(proofs, result.ignored().size(), rows.otherRows());
    }

    /** The files of a folder, without those of the other one where it lies within. */
    private InputFiles.Found files(Path folder, Path other) throws IOException {
        InputFiles.Found found = InputFiles.below(folder);
        Path real = other.toRealPath();
        boolean within = !real.equals(folder.toRealPath()) && real.startsWith(folder.toRealPath());
        List<InputFile> files = new ArrayList<>();
        for (InputFile file : found.files()) {
            if (!within || !file.path().toRealPath().startsWith(real)) {
                files.add(file);
            }
        }
        return new InputFiles.Found(files, found.problems());
    }

    private static CopyProof failed(Path file, String why) {
        return CopyProof.alone(file, CopyProof.Result.FAILED, why);
    }

    /** Where a name is that means none of the files; below a prefix only if somebody names it. */
    private Path place(Path name) {
        Path stripped = relative.stripped();
        Path whole = stripped == null ? name : stripped.resolve(name);
        return whole.toAbsolutePath().normalize();
    }

    /** What the list names in one of the folders, where there is no such file. */
    private List<CopyProof> onlyListed(ListedRows rows, Path originals, Path copies) {
        List<CopyProof> proofs = new ArrayList<>();
        for (ListedName name : rows.others()) {
            if (SourceUrl.isUrl(name.filename())) {
                listedUrl(name, List.of(originals, copies)).ifPresent(proofs::add);
                continue;
            }
            Path file = place(Path.of(name.filename()));
            if (file.startsWith(originals.toAbsolutePath().normalize())
                    || file.startsWith(copies.toAbsolutePath().normalize())) {
                proofs.add(failed(Path.of(name.filename()), notThere(name)));
            }
        }
        return proofs;
    }

    private static Optional<CopyProof> listedUrl(ListedName name, List<Path> places) {
        for (Path place : places) {
            if (place instanceof RemotePath remote
                    && name.filename().startsWith(place.toString())) {
                Path file = remote.at(SourceUrl.parse(name.filename()));
                return Optional.of(failed(file, notThere(name)));
            }
        }
        return Optional.empty();
    }

    private static String notThere(ListedName name) {
        return "the list has it (line " + name.line() + "), but it is missing";
    }

    private final class Step implements Batch.FileStep {

        private final Map<Path, Path> copyOf;
        private final ListedRows rows;
        private final Map<Path, CopyProof> shown;

        Step(Map<Path, Path> copyOf, ListedRows rows, Map<Path, CopyProof> shown) {
            this.copyOf = copyOf;
            this.rows = rows;
            this.shown = shown;
        }

        @Override
        public Optional<FileResult> work(InputFile input) throws IOException {
            Path copy = copyOf.getOrDefault(input.path(), input.below());
            boolean named = rows.of(input.path()).isPresent();
            boolean dicom = isDicom(named ? explicit(input) : input);
            if (!dicom && !Files.exists(copy)) {
                return Optional.empty();
            }
            CopyProof proof = dicom ? prove(input.path(), copy) : same(input.path(), copy);
            shown.put(input.path(), proof);
            return Optional.of(
                    proof.holds()
                            ? FileResult.ended(input.path(), Outcome.CLEAN, "")
                            : FileResult.failed(input.path(), proof.problems().get(0)));
        }

        private InputFile explicit(InputFile input) {
            return new InputFile(input.path(), input.below(), true);
        }

        private boolean isDicom(InputFile input) throws IOException {
            Optional<DicomFile> file = InputChecks.open(input);
            if (file.isPresent()) {
                file.get().close();
            }
            return file.isPresent();
        }

        private CopyProof prove(Path original, Path copy) throws IOException {
            return Files.exists(copy)
                    ? prover.prove(original, copy, rows)
                    : CopyProof.alone(original, CopyProof.Result.NO_COPY, "no copy");
        }

        /** What is not DICOM is written by no redaction; somebody put the same file there. */
        private CopyProof same(Path original, Path copy) throws IOException {
            long at = Files.mismatch(original, copy);
            return at < 0
                    ? new CopyProof(
                            original,
                            Optional.of(copy),
                            CopyProof.Result.IDENTICAL,
                            0,
                            List.of(),
                            List.of("not DICOM"),
                            Optional.empty())
                    : CopyProof.without(
                            original,
                            copy,
                            CopyProof.Result.DIFFERS,
                            "the copy differs at byte " + at);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
