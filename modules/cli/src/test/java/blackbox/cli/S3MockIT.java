package blackbox.cli;

import static blackbox.cli.S3Folder.at;
import static blackbox.cli.S3Folder.image;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another store, which keeps checksums of its own choice and takes any key: S3Mock. */
class S3MockIT {

    @TempDir Path folder;

    @Test
    void odd_keys_are_listed_read_stored_and_proven() throws Exception {
        new S3Folder(folder);
        try (S3Server server = S3Server.mock(folder, "scans")) {
            List<String> keys =
                    List.of("a b.dcm", "a+b.dcm", "a%20b.dcm", "ü/ß.dcm", "x=&y?.dcm", "#'\".dcm");
            for (int i = 0; i < keys.size(); i++) {
                server.put(
                        "scans", "in/" + keys.get(i), image("1.2.1", "1.2.1." + i, "1.2.3." + i));
            }
            Path list = folder.resolve("list.csv");
            Command listed =
                    at(server.port(), "sources", "list", "s3://scans/in/", "-q", "-o", list);
            assertThat(listed.code()).as(listed.err()).isZero();
            assertThat(Files.readAllLines(list)).hasSize(keys.size() + 1);
            Object[] words = {"redact", list, "-q", "-o", "s3://scans/out", "--rect", "0,0,3,3"};
            Command redact = at(server.port(), words);
            assertThat(redact.code()).as(redact.err()).isZero();
            Command again = at(server.port(), words);
            assertThat(again.complaints())
                    .hasSize(keys.size())
                    .allMatch(line -> line.endsWith("output exists (--overwrite or --resume)"));
            Path rects = folder.resolve("rects.csv");
            StringBuilder rows =
                    new StringBuilder("filename,left,top,right,bottom,frame,overlay\n");
            for (String key : keys) {
                rows.append("\"s3://scans/in/")
                        .append(key.replace("\"", "\"\""))
                        .append("\",0,0,3,3,-1,-1\n");
            }
            Files.writeString(rects, rows);
            Command verify =
                    at(
                            server.port(),
                            "verify",
                            "s3://scans/in/",
                            "s3://scans/out/in",
                            "-q",
                            "--csv",
                            rects);
            assertThat(verify.code()).as(verify.out() + verify.err()).isZero();
            assertThat(verify.out()).contains(keys.size() + " redacted as listed");
            Command absent = at(server.port(), "tags", "s3://scans/in/nothing.dcm", "-q");
            assertThat(absent.complaints().get(0)).contains("no such object");
        }
    }
}
