package org.pixelanon.dicom.verify;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.ByteSource;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.Tag;

/**
 * Describes element by element what is wrong with the structure of a copy. It words the findings of
 * {@link LayoutCheck} and accepts nothing.
 */
final class LayoutFaults {

    private final ExpectedChanges plan;
    private final DicomFile original;
    private final DicomFile copy;
    private final SortedMap<Integer, byte[]> statements;
    private final ProofTally tally;

    LayoutFaults(
            ExpectedChanges plan,
            DicomFile copy,
            SortedMap<Integer, byte[]> statements,
            ProofTally tally) {
        this.plan = plan;
        this.original = plan.original();
        this.copy = copy;
        this.statements = statements;
        this.tally = tally;
    }

    /**
     * Says what differs.
     *
     * @param meta the file meta group as it must be
     * @param otherwise what is said if no element does
     */
    void run(byte[] meta, String otherwise) throws IOException {
        long prefix = original.fileMeta().start();
        ByteSource a = original.parsed().fileSource();
        ByteSource b = copy.parsed().fileSource();
        if (prefix != copy.fileMeta().start() || !ByteSource.same(a, 0, prefix, b, 0, prefix)) {
            tally.problem("the preamble changed");
        }
        long start = copy.fileMeta().start();
        long end = copy.fileMeta().end();
        if (end - start != meta.length
                || !Arrays.equals(meta, b.read(start, (int) (end - start)))) {
            tally.problem("the file meta information is not as expected");
        }
        merge(original.attributes(), copy.attributes());
        statements.forEach(
                (tag, statement) -> {
                    if (statement.length > 0 && !copy.attributes().contains(tag)) {
                        tally.problem("wrong " + Tag.toString(tag));
                    }
                });
        for (String defect : copy.defects()) {
            if (!original.defects().contains(defect)) {
                tally.problem("new defect: " + defect);
            }
        }
        if (tally.isClean()) {
            tally.problem("the copy has " + otherwise);
        }
    }

    private void merge(Attributes left, Attributes right) throws IOException {
        List<Element> expected = left.elements();
        List<Element> found = right.elements();
        int i = 0;
        int j = 0;
        while (i < expected.size() || j < found.size()) {
            Element x = i < expected.size() ? expected.get(i) : null;
            Element y = j < found.size() ? found.get(j) : null;
            if (x != null && y != null && x.tag() == y.tag()) {
                compare(x, y);
                i++;
                j++;
            } else if (y != null && !left.contains(y.tag())) {
                added(y);
                j++;
            } else if (x != null) {
                byte[] statement = statements.get(x.tag());
                boolean gone = statement != null && statement.length == 0 || isTable(x.tag());
                if (!gone || right.contains(x.tag())) {
                    tally.problem("lost " + Tag.toString(x.tag()));
                }
                i++;
            } else if (y != null) {
                tally.problem("repeated " + Tag.toString(y.tag()));
                j++;
            }
        }
    }

    private void added(Element y) throws IOException {
        byte[] statement = statements.get(y.tag());
        if (statement == null) {
            tally.problem("added " + Tag.toString(y.tag()));
        } else if (!isExactly(statement, y)) {
            tally.problem("wrong " + Tag.toString(y.tag()));
        }
    }

    private void compare(Element x, Element y) throws IOException {
        byte[] statement = statements.get(x.tag());
        if (statement != null && statement.length == 0) {
            tally.problem("kept " + Tag.toString(x.tag()));
        } else if (statement != null) {
            if (!isExactly(statement, y)) {
                tally.problem("wrong " + Tag.toString(x.tag()));
            }
        } else if (!mayDiffer(x.tag())
                && !ByteSource.same(
                        original.source(),
                        x.header(),
                        x.end(),
                        copy.source(),
                        y.header(),
                        y.end())) {
            tally.problem("changed " + Tag.toString(x.tag()));
        }
    }

    private boolean isExactly(byte[] statement, Element e) throws IOException {
        return e.end() - e.header() == statement.length
                && Arrays.equals(statement, copy.source().read(e.header(), statement.length));
    }

    private boolean isTable(int tag) {
        boolean table = tag == Tag.ExtendedOffsetTable || tag == Tag.ExtendedOffsetTableLengths;
        return table && plan.touchedPixels().isPresent();
    }

    private boolean mayDiffer(int tag) {
        boolean pixels =
                plan.touchedPixels().isPresent() && plan.touchedPixels().get().tag() == tag;
        return pixels
                || isTable(tag)
                || plan.overlays().stream()
                        .anyMatch(
                                o ->
                                        plan.isTouched(o)
                                                && Tag.of(o.group(), Tag.OVERLAY_DATA) == tag);
    }
}
