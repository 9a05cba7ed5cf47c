package org.pixelanon.cli.option;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.List;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.pipeline.input.InputFiles;
import org.pixelanon.sources.remote.Sources;
import org.pixelanon.store.index.IndexFilter;

/** The inputs of an index. */
public final class IndexInputs {

    private IndexInputs() {}

    /** The files of the arguments. */
    public static InputFiles.Found find(List<String> arguments, Sources sources)
            throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        return InputFiles.find(
                arguments,
                UserEnvironment.ofProcess().pacsRoot().stream().toList(),
                in,
                IndexFilter.ALL,
                sources);
    }
}
