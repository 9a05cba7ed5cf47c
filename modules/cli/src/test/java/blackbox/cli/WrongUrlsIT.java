package blackbox.cli;

import static blackbox.cli.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** URLs that are refused before any connection, as inputs and as outputs. */
class WrongUrlsIT {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    s3://|names no host or bucket: write s3://NAME/
                    s3:///in/a.dcm|names no host or bucket
                    s3://ab c/a.dcm|has no bucket: bucket names are at least 3 letters, digits
                    s3://bücket/a.dcm|has no bucket
                    s3://scans?versionId=hunter2|has no bucket
                    s3://-scans/a.dcm|has no bucket
                    s3://scans:9000/a.dcm|has a host and port instead of a bucket
                    s3://scans.s3.amazonaws.com/a|has a host instead of a bucket
                    s3://key:hunter2@scans/a.dcm|contains a user or secret before @
                    s3://key:hun/ter2@scans/a.dcm|contains a user or secret before @
                    s3://key:hunter2/scans/a.dcm|names no valid host
                    dicomweb+https://me:hunter2@host/studies|contains a user or secret before @
                    dicomweb+https:///studies|names no host or bucket
                    https://scans/a.dcm|is not supported; supported are dicomweb+http
                    gs://scans/a.dcm|gs:// is not supported
                    """)
    void a_wrong_url_says_what_is_wrong_with_it(String url, String what) throws Exception {
        said(run("tags", url, "-q"), what);
        Path input = folder.resolve("a.dcm");
        said(run("redact", input, "-q", "--rect", "0,0,1,1", "-o", url), what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    endpiont=https://127.0.0.1|no such setting; known are endpoint, region
                    endpoint|write NAME=VALUE
                    endpoint=127.0.0.1|endpoint is not the URL
                    endpoint=ftp://127.0.0.1|endpoint is not the URL of a host
                    endpoint=https://me:hunter2@host|contains a user or secret before @
                    endpoint=http://127.0.0.1|set allow-http=true
                    path-style=maybe|path-style is neither true nor false: maybe
                    allow-http=1|allow-http is neither true nor false: 1
                    timeout=soon|timeout is no number: soon
                    retries=-1|retries is no number
                    secret-key=hunter2|is a secret
                    """)
    void a_wrong_option_says_what_is_wrong_with_it(String option, String what) {
        said(run("tags", "s3://scans/a.dcm", "-q", "--source-option", option), what);
    }

    @ParameterizedTest
    @CsvSource({"s3:/scans/a.dcm", "s3:\\scans\\a.dcm", "dicomweb+https:/host/studies"})
    void what_is_nearly_a_url_is_no_file_and_told(String nearly) {
        said(run("tags", nearly, "-q"), "a URL has two slashes after the colon");
    }

    private void said(Command command, String what) {
        assertThat(command.code()).as(command.err()).isNotZero();
        assertThat(command.complaints().get(0)).contains(what);
        assertThat(command.out() + command.err()).doesNotContain("hunter2");
        assertThat(folder).isEmptyDirectory();
    }
}
