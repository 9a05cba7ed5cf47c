package org.pixelanon.review.history;

import static org.pixelanon.review.history.Packed.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.AllFrames;
import org.pixelanon.model.AllPlanes;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OpenQuestions;
import org.pixelanon.model.OverlayGroup;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneScope;
import org.pixelanon.model.Region;
import org.pixelanon.model.Witnesses;
import org.pixelanon.review.item.FileState;
import org.pixelanon.review.item.GivenReason;
import org.pixelanon.review.item.Layer;
import org.pixelanon.review.item.ListKind;
import org.pixelanon.review.item.ReviewEdit;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.review.item.Verdict;

/** Steps of the history as bytes, in the order they were made. */
public final class StepFormat implements Packed.Form<List<Step>> {

    private static final Layer[] LAYERS = Layer.values();
    private static final Verdict[] VERDICTS = Verdict.values();
    private static final FileState[] STATES = FileState.values();
    private static final GivenReason[] REASONS = GivenReason.values();

    private static final ListKind[] LISTS = ListKind.values();

    private static final int ITEM = 0;
    private static final int MARK = 1;
    private static final int SEVERAL = 2;
    private static final int LINE = 3;

    private static final int FRAME = 0;
    private static final int OVERLAY_FRAME = 1;
    private static final int OVERLAY = 2;
    private static final int FRAMES = 3;
    private static final int PLANES = 4;

    @Override
    public void write(DataOutputStream out, List<Step> steps) throws IOException {
        out.writeInt(steps.size());
        for (Step step : steps) {
            Packed.write(out, step.name());
            write(out, step.edit());
        }
    }

    @Override
    public List<Step> read(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<Step> steps = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            steps.add(new Step(text(in), edit(in)));
        }
        return steps;
    }

    private static void write(DataOutputStream out, ReviewEdit edit) throws IOException {
        if (edit instanceof ReviewEdit.OfItem item) {
            out.writeByte(ITEM);
            Packed.write(out, item.file());
            write(out, item.before());
            write(out, item.after());
        } else if (edit instanceof ReviewEdit.OfMark mark) {
            out.writeByte(MARK);
            Packed.write(out, mark.file());
            out.writeByte(mark.stateBefore().ordinal());
            Packed.write(out, mark.commentBefore());
            out.writeByte(mark.stateAfter().ordinal());
            Packed.write(out, mark.commentAfter());
            OpenQuestions open = mark.open();
            out.writeBoolean(open != null);
            Packed.write(out, open == null ? "" : open.text());
        } else if (edit instanceof ReviewEdit.OfLine line) {
            out.writeByte(LINE);
            out.writeByte(line.kind().ordinal());
            Packed.write(out, line.list().toString());
            Packed.write(out, line.line());
            out.writeBoolean(line.added());
        } else if (edit instanceof ReviewEdit.Several several) {
            out.writeByte(SEVERAL);
            out.writeInt(several.edits().size());
            for (ReviewEdit part : several.edits()) {
                write(out, part);
            }
        }
    }

    private static ReviewEdit edit(DataInputStream in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case ITEM ->
                    new ReviewEdit.OfItem(text(in), item(in).orElse(null), item(in).orElse(null));
            case MARK ->
                    new ReviewEdit.OfMark(
                            text(in),
                            STATES[in.readByte()],
                            text(in),
                            STATES[in.readByte()],
                            text(in),
                            open(in).orElse(null));
            case LINE ->
                    new ReviewEdit.OfLine(
                            LISTS[in.readByte()], Path.of(text(in)), text(in), in.readBoolean());
            case SEVERAL -> {
                int count = in.readInt();
                List<ReviewEdit> edits = new ArrayList<>(count);
                for (int i = 0; i < count; i++) {
                    edits.add(edit(in));
                }
                yield new ReviewEdit.Several(edits);
            }
            default -> throw new IOException("edit of kind " + kind);
        };
    }

    private static Optional<OpenQuestions> open(DataInputStream in) throws IOException {
        boolean known = in.readBoolean();
        OpenQuestions open = OpenQuestions.of(text(in));
        return known ? Optional.of(open) : Optional.empty();
    }

    private static void write(DataOutputStream out, @Nullable ReviewItem item) throws IOException {
        out.writeBoolean(item != null);
        if (item != null) {
            out.writeLong(item.id());
            out.writeByte(item.layer().ordinal());
            write(out, item.region().scope());
            PixelRectangle place = item.region().rectangle();
            out.writeInt(place.x());
            out.writeInt(place.y());
            out.writeInt(place.width());
            out.writeInt(place.height());
            Packed.write(out, item.text());
            out.writeDouble(item.confidence());
            Packed.write(out, item.reason());
            out.writeBoolean(item.sensitive());
            out.writeByte(item.verdict().ordinal());
            Packed.write(out, item.by());
            Packed.write(out, item.at());
            out.writeByte(item.given().ordinal());
            Packed.write(out, item.witnesses().text());
        }
    }

    private static Optional<ReviewItem> item(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return Optional.empty();
        }
        return Optional.of(
                new ReviewItem(
                        in.readLong(),
                        LAYERS[in.readByte()],
                        new Region(
                                scope(in),
                                new PixelRectangle(
                                        in.readInt(), in.readInt(), in.readInt(), in.readInt())),
                        text(in),
                        in.readDouble(),
                        text(in),
                        in.readBoolean(),
                        VERDICTS[in.readByte()],
                        text(in),
                        text(in),
                        REASONS[in.readByte()],
                        Witnesses.of(text(in))));
    }

    private static void write(DataOutputStream out, PlaneScope scope) throws IOException {
        if (scope instanceof FramePlane frame) {
            out.writeByte(FRAME);
            out.writeInt(frame.index());
        } else if (scope instanceof OverlayPlane plane) {
            out.writeByte(OVERLAY_FRAME);
            out.writeInt(plane.group());
            out.writeInt(plane.index());
        } else if (scope instanceof OverlayGroup overlay) {
            out.writeByte(OVERLAY);
            out.writeInt(overlay.group());
        } else {
            out.writeByte(scope instanceof AllFrames ? FRAMES : PLANES);
        }
    }

    private static PlaneScope scope(DataInputStream in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case FRAME -> new FramePlane(in.readInt());
            case OVERLAY_FRAME -> new OverlayPlane(in.readInt(), in.readInt());
            case OVERLAY -> new OverlayGroup(in.readInt());
            case FRAMES -> new AllFrames();
            case PLANES -> new AllPlanes();
            default -> throw new IOException("scope of kind " + kind);
        };
    }
}
