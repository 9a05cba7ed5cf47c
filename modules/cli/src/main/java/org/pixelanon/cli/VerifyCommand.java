package org.pixelanon.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.RedactionPolicy;
import org.pixelanon.model.Tolerated;
import org.pixelanon.model.Verification;
import org.pixelanon.pipeline.RectangleCsv;
import org.pixelanon.pipeline.VerifyRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pixelanon verify}: prove a redacted copy. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Proves that a copy differs from its original in nothing but the listed rectangles and the tags a redaction may touch.",
        footerHeading = "%nExamples:%n",
        footer = "  pixelanon verify scans/a.dcm clean/a.dcm --csv rects.csv")
final class VerifyCommand implements Callable<Integer> {

    @Spec @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ORIGINAL", description = "the file before redaction")
    @Nullable Path original;

    @Parameters(index = "1", paramLabel = "REDACTED", description = "the copy")
    @Nullable Path redacted;

    @Option(
            names = "--csv",
            required = true,
            paramLabel = "RECTS",
            description = "redaction list or OCR CSV")
    @Nullable Path csv;

    @Option(
            names = "--uid",
            defaultValue = "keep",
            description = "the policy the copy was made with: keep, hash, new")
    RedactionPolicy.UidPolicy uid = RedactionPolicy.UidPolicy.KEEP;

    @Option(
            names = "--salt",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "the salt the copy was made with")
    String salt = "";

    @Option(
            names = "--burned-in-annotation",
            defaultValue = "reviewed",
            description =
                    "the policy the copy was made with: leave, reviewed, always; for a file marked done, reviewed is always")
    RedactionPolicy.BurnedInAnnotation burnedIn = RedactionPolicy.BurnedInAnnotation.REVIEWED;

    @Mixin SyntaxOptions syntax = new SyntaxOptions();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        Path before = Objects.requireNonNull(original, "picocli requires it");
        Path after = Objects.requireNonNull(redacted, "picocli requires it");
        RectangleCsv rectangles =
                RectangleCsv.read(Objects.requireNonNull(csv, "picocli requires it"));
        RedactionPolicy policy = syntax.in(new RedactionPolicy(burnedIn, uid, false, salt));
        Verification proof = new VerifyRun().verify(before, after, rectangles, policy);
        if (proof.passed()) {
            out.println(
                    "verified: "
                            + proof.samplesInside()
                            + " samples blank inside, "
                            + proof.samplesOutside()
                            + " identical outside, "
                            + proof.framesIdentical()
                            + " frames and "
                            + proof.elementsIdentical()
                            + " elements identical"
                            + tolerated(proof));
            return 0;
        }
        proof.problems().forEach(problem -> out.println("NOT verified: " + problem));
        return Main.FAILED;
    }

    private static String tolerated(Verification proof) {
        return proof.tolerated().isEmpty()
                ? ""
                : proof.tolerated().stream()
                        .map(Tolerated::words)
                        .collect(Collectors.joining(", ", "; tolerated: ", ""));
    }
}
