package org.pixelanon.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.InclusiveBox;
import org.pixelanon.model.OpenQuestions;

/**
 * Edits as bytes and back, without text of images and without comments: what is deleted from a row
 * must not stay here. What they say of text is filled in from the row as it is.
 */
final class EditFormat {

    private static final int VERSION = 1;
    private static final int ADD = 0;
    private static final int CHANGE = 1;
    private static final int REMOVE = 2;
    private static final int MARK = 3;

    private EditFormat() {}

    /** Whether nothing is missing to take an edit back and do it again but what its row holds. */
    static boolean isWhole(Edit edit) {
        if (edit instanceof Edit.Add add) {
            return add.region().text().isEmpty();
        } else if (edit instanceof Edit.Remove remove) {
            return remove.region().text().isEmpty();
        } else if (edit instanceof Edit.Change change) {
            return change.before().text().equals(change.after().text());
        }
        Edit.Mark mark = (Edit.Mark) edit;
        String before = mark.before() == null ? "" : mark.before().comment();
        String after = mark.after() == null ? "" : mark.after().comment();
        boolean none = before.isEmpty() && after.isEmpty();
        return none || (mark.before() != null && mark.after() != null && before.equals(after));
    }

    /** An edit of a row with the text that the row has. */
    static Edit filled(Edit.Change edit, StoredRegion now) {
        return new Edit.Change(
                edit.filename(),
                edit.id(),
                edit.before().withText(now.text()),
                edit.after().withText(now.text()));
    }

    /** An edit of a mark with the comment that the mark has. */
    static Edit filled(Edit.Mark edit, FileMark now) {
        return edit.before() == null || edit.after() == null
                ? edit
                : new Edit.Mark(
                        edit.filename(),
                        edit.before().commented(now.comment()),
                        edit.after().commented(now.comment()));
    }

    static byte[] bytes(List<Edit> edits) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeInt(edits.size());
            for (Edit edit : edits) {
                write(out, edit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes stay in memory", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #bytes} wrote.
     *
     * @throws IOException if it is something else
     */
    static List<Edit> edits(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                throw new IOException("edits of another form");
            }
            int count = in.readInt();
            List<Edit> edits = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                edits.add(edit(in));
            }
            return edits;
        }
    }

    private static void write(DataOutputStream out, Edit edit) throws IOException {
        if (edit instanceof Edit.Add add) {
            begin(out, ADD, edit);
            out.writeLong(add.id());
            write(out, add.region());
        } else if (edit instanceof Edit.Change change) {
            begin(out, CHANGE, edit);
            out.writeLong(change.id());
            write(out, change.before());
            write(out, change.after());
        } else if (edit instanceof Edit.Remove remove) {
            begin(out, REMOVE, edit);
            out.writeLong(remove.id());
            write(out, remove.region());
        } else if (edit instanceof Edit.Mark mark) {
            begin(out, MARK, edit);
            write(out, mark.before());
            write(out, mark.after());
        }
    }

    private static void begin(DataOutputStream out, int kind, Edit edit) throws IOException {
        out.writeByte(kind);
        write(out, edit.filename());
    }

    private static Edit edit(DataInputStream in) throws IOException {
        int kind = in.readByte();
        String file = text(in);
        return switch (kind) {
            case ADD -> new Edit.Add(file, in.readLong(), region(in));
            case CHANGE -> new Edit.Change(file, in.readLong(), region(in), region(in));
            case REMOVE -> new Edit.Remove(file, in.readLong(), region(in));
            case MARK -> new Edit.Mark(file, mark(in), mark(in));
            default -> throw new IOException("edit of kind " + kind);
        };
    }

    private static void write(DataOutputStream out, StoredRegion region) throws IOException {
        InclusiveBox box = region.box();
        out.writeInt(box.left());
        out.writeInt(box.top());
        out.writeInt(box.right());
        out.writeInt(box.bottom());
        out.writeInt(box.frame());
        out.writeInt(box.overlay());
        out.writeInt(region.ocrEngine());
        out.writeInt(region.nerEngine());
        out.writeInt(region.sensitive());
        write(out, region.modified());
        write(out, region.modifiedBy());
        write(out, region.reason());
        write(out, region.witnesses());
    }

    private static StoredRegion region(DataInputStream in) throws IOException {
        InclusiveBox box =
                new InclusiveBox(
                        in.readInt(),
                        in.readInt(),
                        in.readInt(),
                        in.readInt(),
                        in.readInt(),
                        in.readInt());
        int ocr = in.readInt();
        int ner = in.readInt();
        int sensitive = in.readInt();
        return new StoredRegion(
                box, ocr, "", ner, sensitive, text(in), text(in), text(in), text(in));
    }

    private static void write(DataOutputStream out, @Nullable FileMark mark) throws IOException {
        out.writeBoolean(mark != null);
        if (mark == null) {
            return;
        }
        out.writeBoolean(mark.tagged());
        write(out, mark.modality());
        write(out, mark.imageType());
        write(out, mark.model());
        write(out, mark.burnedInAnnotation());
        out.writeInt(mark.rows());
        out.writeInt(mark.columns());
        write(out, mark.modified());
        write(out, mark.modifiedBy());
        out.writeBoolean(mark.note().isPresent());
        if (mark.note().isPresent()) {
            write(out, mark.note().get().person());
            write(out, mark.note().get().open().text());
        }
    }

    private static @Nullable FileMark mark(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        FileMark mark =
                new FileMark(
                        in.readBoolean(),
                        "",
                        text(in),
                        text(in),
                        text(in),
                        text(in),
                        in.readInt(),
                        in.readInt(),
                        text(in),
                        text(in));
        return in.readBoolean()
                ? mark.noting(new DoneNote(text(in), OpenQuestions.of(text(in))))
                : mark;
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a text of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
