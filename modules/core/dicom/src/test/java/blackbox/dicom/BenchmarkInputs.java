package blackbox.dicom;

import java.io.IOException;
import java.nio.file.Path;
import org.pixelanon.synth.BenchmarkFiles;
import org.pixelanon.synth.Syntax;

/** Draws the files that {@code docs/benchmarks/run.sh} measures with; no test. */
final class BenchmarkInputs {

    private BenchmarkInputs() {}

    /**
     * Draws {@code cine.dcm}, {@code cine-rle.dcm} and {@code grey.dcm}.
     *
     * @param arguments the folder
     * @throws IOException if they cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        BenchmarkFiles files = new BenchmarkFiles(1);
        files.cine(folder.resolve("cine.dcm"), 200, 1024, 768, Syntax.EXPLICIT);
        files.cine(folder.resolve("cine-rle.dcm"), 200, 1024, 768, Syntax.RLE);
        files.grey(folder.resolve("grey.dcm"));
    }
}
