package blackbox.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pixelanon.model.source.PutCondition;
import org.pixelanon.model.source.SourceConnection;
import org.pixelanon.model.source.SourceObject;
import org.pixelanon.model.source.SourceSettings;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.sources.s3.S3Source;

/** Objects that are too large for one request, at a limit that is small enough to be tried. */
class S3PartsIT {

    private static final int PART = 5 << 20;
    private static final Predicate<String> SECOND_PART = FaultProxy.of("PUT", "partNumber=2");
    private static final Predicate<String> END = FaultProxy.of("POST", "?uploadId=");

    private enum Store {
        S3PROXY,
        S3MOCK
    }

    @TempDir static Path servers;

    private static S3Server proxy;
    private static S3Server mock;

    @TempDir Path folder;

    private Path file;

    @BeforeAll
    static void start() throws Exception {
        proxy = S3Server.proxy(Files.createDirectory(servers.resolve("proxy")), "large");
        mock = S3Server.mock(Files.createDirectory(servers.resolve("mock")), "large");
    }

    @AfterAll
    static void stop() {
        proxy.close();
        mock.close();
    }

    @BeforeEach
    void draw() throws Exception {
        file = drawn("file", PART + 4321);
    }

    private Path drawn(String name, int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(name.hashCode()).nextBytes(bytes);
        return Files.write(folder.resolve(name), bytes);
    }

    private static SourceUrl url(String key) {
        return SourceUrl.parse("s3://large/" + key);
    }

    private static SourceConnection connected(int port) throws IOException {
        SourceSettings settings =
                SourceSettings.of(
                        Map.of(
                                "endpoint",
                                "http://127.0.0.1:" + port,
                                "path-style",
                                "true",
                                "allow-http",
                                "true",
                                "retries",
                                "1",
                                "key-id",
                                S3Server.KEY_ID,
                                "secret-key",
                                S3Server.SECRET));
        return S3Source.inParts(PART, PART).open(url(""), settings);
    }

    private static byte[] read(SourceConnection store, SourceObject object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.read(object, 0, -1, bytes);
        return bytes.toByteArray();
    }

    private static SourceObject put(SourceConnection store, Path file, String key)
            throws IOException {
        return store.put(file, url(key), new PutCondition.Absent());
    }

    @ParameterizedTest
    @EnumSource
    void what_is_sent_in_parts_is_stored_whole_and_replaced_only_as_asked(Store kind)
            throws Exception {
        S3Server server = kind == Store.S3MOCK ? mock : proxy;
        try (FaultProxy watched = new FaultProxy(server.port());
                SourceConnection store = connected(watched.port())) {
            SourceObject first = put(store, file, "a b/\u00fc.dcm");

            assertThat(watched.requests()).filteredOn(SECOND_PART).hasSize(1);
            assertThat(first.size()).isEqualTo(Files.size(file));
            assertThat(read(store, first)).isEqualTo(Files.readAllBytes(file));
            assertThatThrownBy(() -> put(store, file, "a b/\u00fc.dcm"))
                    .isInstanceOf(FileAlreadyExistsException.class);

            Path other = drawn("other", PART + 1);
            SourceObject second =
                    store.put(other, first.url(), new PutCondition.Version(first.version()));
            assertThat(read(store, second)).isEqualTo(Files.readAllBytes(other));
            SourceObject third = store.put(file, first.url(), new PutCondition.Anything());
            assertThat(read(store, third)).isEqualTo(Files.readAllBytes(file));

            watched.anew();
            Path small = drawn("small", PART);
            assertThat(read(store, put(store, small, "small"))).hasSize(PART);
            assertThat(watched.requests()).noneMatch(line -> line.contains("upload"));
            assertThat(server.unfinished("large")).doesNotContain("small", "a b/\u00fc.dcm");
        }
    }

    @Test
    void nothing_is_there_before_all_is_there_and_an_answer_may_be_lost() throws Exception {
        try (FaultProxy faults = new FaultProxy(proxy.port());
                SourceConnection store = connected(faults.port());
                SourceConnection direct = connected(proxy.port())) {
            faults.on(
                    END,
                    1,
                    new FaultProxy.Fault() {
                        @Override
                        public byte[] request(byte[] head, byte[] body) {
                            assertThat(proxy.file("large", "lost")).doesNotExist();
                            return FaultProxy.Fault.super.request(head, body);
                        }

                        @Override
                        public byte[] answer(byte[] answer) {
                            return null;
                        }
                    });
            faults.on(SECOND_PART, 1, FaultProxy.status(503, "SlowDown"));

            SourceObject stored = put(store, file, "lost");

            assertThat(faults.requests()).filteredOn(END).hasSizeGreaterThan(1);
            assertThat(read(direct, stored)).isEqualTo(Files.readAllBytes(file));
            assertThat(proxy.unfinished("large")).doesNotContain("lost");
        }
    }

    /** Also in stores that know no conditions where parts are put together. */
    @ParameterizedTest
    @CsvSource({"S3PROXY, true", "S3PROXY, false", "S3MOCK, true"})
    void what_others_store_meanwhile_stays(Store kind, boolean conditions) throws Exception {
        S3Server server = kind == Store.S3MOCK ? mock : proxy;
        String key = "meanwhile" + conditions;
        byte[] theirs = {1, 2, 3};
        try (FaultProxy faults = new FaultProxy(server.port());
                SourceConnection store = connected(faults.port())) {
            faults.on(
                    FaultProxy.of("PUT", key + "?partNumber=2"),
                    1,
                    answer -> {
                        server.put("large", key, theirs);
                        return answer;
                    });

            if (!conditions) {
                for (String each : List.of("nobody", key)) {
                    faults.on(
                            FaultProxy.of("POST", each + "?uploadId="),
                            1,
                            FaultProxy.status(501, "NotImplemented"));
                }
                assertThat(put(store, file, "nobody").size()).isEqualTo(Files.size(file));
            }

            assertThatThrownBy(() -> put(store, file, key))
                    .isInstanceOf(FileAlreadyExistsException.class);

            assertThat(server.unfinished("large")).doesNotContain(key);
            assertThat(faults.requests())
                    .filteredOn(line -> line.startsWith("DELETE"))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("?uploadId="));
            if (kind == Store.S3PROXY) { // of S3Mock, the object goes with the parts given up
                SourceObject there = store.find(url(key)).orElseThrow();
                assertThat(read(store, there)).isEqualTo(theirs);
            }
        }
    }

    private enum Failure {
        PART_CHANGED_ON_ITS_WAY(SECOND_PART, FaultProxy.flipsSent(1000)),
        PART_REFUSED(SECOND_PART, FaultProxy.status(403, "AccessDenied")),
        PART_FAILS(SECOND_PART, FaultProxy.status(500, "InternalError")),
        PART_DROPPED(SECOND_PART, FaultProxy.losesTheAnswer()),
        END_FAILS(END, FaultProxy.status(500, "InternalError")),
        END_SAYS_SO_LATE(END, FaultProxy.answers("<Error><Code>InternalError</Code></Error>")),
        SOMETHING_STANDS_THERE(END, FaultProxy.status(412, "PreconditionFailed"));

        private final Predicate<String> line;
        private final FaultProxy.Fault fault;

        Failure(Predicate<String> line, FaultProxy.Fault fault) {
            this.line = line;
            this.fault = fault;
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_fails_leaves_neither_object_nor_parts(Failure failure) throws Exception {
        // what was answered late is answered instead: the store itself does not hear of it
        boolean unheard = failure == Failure.END_SAYS_SO_LATE;
        try (FaultProxy faults = new FaultProxy(proxy.port());
                SourceConnection store = connected(faults.port())) {
            faults.on(
                    failure.line,
                    Integer.MAX_VALUE,
                    unheard ? unheard(failure.fault) : failure.fault);

            assertThatThrownBy(() -> put(store, file, failure.name()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("s3://large/" + failure.name());

            assertThat(store.find(url(failure.name()))).isEmpty();
            assertThat(proxy.unfinished("large")).doesNotContain(failure.name());
            assertThat(faults.requests())
                    .anyMatch(failure.line)
                    .anyMatch(FaultProxy.of("DELETE", "uploadId"));
        }
    }

    private static FaultProxy.Fault unheard(FaultProxy.Fault fault) {
        return new FaultProxy.Fault() {
            @Override
            public byte[] request(byte[] head, byte[] body) {
                return null;
            }

            @Override
            public byte[] answer(byte[] answer) throws InterruptedException {
                return fault.answer(answer);
            }
        };
    }

    @Test
    void parts_that_cannot_be_removed_are_told() throws Exception {
        try (FaultProxy faults = new FaultProxy(mock.port());
                SourceConnection store = connected(faults.port())) {
            faults.on(SECOND_PART, 9, FaultProxy.status(403, "AccessDenied"));
            faults.always("DELETE", "uploadId", FaultProxy.status(403, "AccessDenied"));

            assertThatThrownBy(() -> put(store, file, "left"))
                    .hasMessageContaining("its parts could not be removed");

            assertThat(store.find(url("left"))).isEmpty();
            assertThat(mock.unfinished("large")).containsExactly("left");
        }
    }
}
