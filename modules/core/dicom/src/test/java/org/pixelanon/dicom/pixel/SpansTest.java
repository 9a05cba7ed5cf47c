package org.pixelanon.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Fragments;
import org.pixelanon.dicom.data.Tag;

/** The spans of a sound file must cover it without gap or overlap, or a copy would lose bytes. */
class SpansTest {

    private static final Path FILES =
            Path.of(System.getProperty("pixelanon.shared", "none"), "corpus", "files");

    @Test
    void spans_of_real_files_follow_each_other_without_gap_at_every_level() throws IOException {
        assumeTrue(Files.isDirectory(FILES), "no corpus here");
        int sound = 0;
        try (Stream<Path> all = Files.list(FILES)) {
            for (Path path : all.sorted().toList()) {
                try (DicomFile file = DicomFile.open(path)) {
                    boolean stray =
                            file.defects().stream()
                                    .anyMatch(d -> d.contains("stray") || d.contains("delimiter"));
                    if (file.isTruncated() || stray) {
                        continue;
                    }
                    sound++;
                    Attributes meta = file.fileMeta();
                    covers(path, meta, meta.start(), meta.end());
                    Attributes dataSet = file.attributes();
                    long start =
                            file.transferSyntax().deflated() ? 0 : file.parsed().dataSetStart();
                    covers(path, dataSet, start, dataSet.end());
                    assertThat(file.source().size() - dataSet.end())
                            .as("bytes behind " + path.getFileName())
                            .isZero();
                }
            }
        }
        assertThat(sound).isGreaterThan(140);
    }

    private static void covers(Path path, Attributes attributes, long start, long end) {
        long at = start;
        for (Element e : attributes.elements()) {
            String what = path.getFileName() + " " + Tag.toString(e.tag());
            assertThat(e.header()).as(what).isEqualTo(at);
            assertThat(e.value()).as(what).isIn(at + 8, at + 12);
            if (e.items() != null) {
                items(path, e, e.items());
            } else if (e.fragments() != null) {
                fragments(what, e, e.fragments());
            } else {
                assertThat(e.value() + e.length()).as(what).isEqualTo(e.end());
            }
            at = e.end();
        }
        assertThat(at).as(path.getFileName() + " ends").isEqualTo(end);
    }

    private static void items(Path path, Element sequence, List<Attributes> items) {
        long at = sequence.value();
        for (Attributes item : items) {
            assertThat(item.header()).isGreaterThanOrEqualTo(at).isLessThanOrEqualTo(at + 8);
            assertThat(item.start()).isEqualTo(item.header() + 8);
            covers(path, item, item.start(), item.end());
            at = item.end();
        }
        assertThat(sequence.end() - at).isBetween(0L, 16L);
    }

    private static void fragments(String what, Element e, Fragments fragments) {
        long at = fragments.offsetTable().end();
        assertThat(fragments.offsetTable().header()).as(what).isEqualTo(e.value());
        for (Fragments.Fragment f : fragments.fragments()) {
            assertThat(f.header()).as(what).isEqualTo(at);
            at = f.end();
        }
        assertThat(e.end()).as(what).isEqualTo(at + 8);
    }
}
