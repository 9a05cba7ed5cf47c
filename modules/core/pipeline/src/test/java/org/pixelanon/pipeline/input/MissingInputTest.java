package org.pixelanon.pipeline.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingInputTest {

    @ParameterizedTest
    @ValueSource(strings = {"s3://scans//a.dcm", "s3://scans/in//a.dcm", "s3://scans/in//"})
    void a_double_slash_in_a_key_is_pointed_at(String url) {
        assertThat(MissingInput.object(url)).contains("; a double slash is part of the key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://scans/", "s3://scans/in/a.dcm", "s3://scans/in/"})
    void single_slashes_are_not(String url) {
        assertThat(MissingInput.object(url)).endsWith("none below it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:/scans/a.dcm", "C:\\scans", "a.dcm", "scans/s3:a", "/s3:/scans"})
    void a_path_is_not_taken_for_a_url(String path) {
        assertThat(MissingInput.file(path)).isEqualTo("no such file or folder");
    }
}
