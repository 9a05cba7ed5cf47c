package org.pixelanon.viewer;

import java.awt.Toolkit;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.event.ActionEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.ActionMap;
import javax.swing.text.DefaultEditorKit;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneGeometry;
import org.pixelanon.model.Region;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.ReviewItem;

/**
 * Copies rectangles between planes and files through the desktop's clipboard, as text for {@code
 * --rect}: {@code left,top,right,bottom} inclusive, separated by {@code ;}. Without a selection,
 * all rectangles to be blanked on the plane are copied.
 */
@Messages({
    "EDIT_Paste=Paste rectangles",
    "# {0} - number",
    "MSG_Copied={0} rectangles copied",
    "MSG_NothingToPaste=The clipboard has no rectangle that fits on this plane"
})
final class RectangleClipboard {

    private static final Pattern RECTANGLE =
            Pattern.compile("(\\d{1,6}),(\\d{1,6}),(\\d{1,6}),(\\d{1,6})(?:,[-\\d]+,[-\\d]+)?");

    private final ReviewSession session;

    RectangleClipboard(ReviewSession session) {
        this.session = session;
    }

    /** Makes Copy and Paste of the platform's menu work in a view. */
    void install(ActionMap actions) {
        actions.put(DefaultEditorKit.copyAction, action(this::copy));
        actions.put(DefaultEditorKit.pasteAction, action(this::paste));
    }

    private static Action action(Runnable task) {
        return new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent event) {
                task.run();
            }
        };
    }

    private static Clipboard clipboard() {
        return Toolkit.getDefaultToolkit().getSystemClipboard();
    }

    private void copy() {
        List<ReviewItem> items =
                session.screen()
                        .selected()
                        .map(List::of)
                        .orElseGet(
                                () ->
                                        session.screen().itemsOnPlane().stream()
                                                .filter(ReviewItem::isRedacted)
                                                .toList());
        List<String> words = new ArrayList<>();
        for (ReviewItem item : items) {
            PixelRectangle r = item.region().rectangle();
            words.add(r.x() + "," + r.y() + "," + (r.right() - 1) + "," + (r.bottom() - 1));
        }
        clipboard().setContents(new StringSelection(String.join(";", words)), null);
        StatusDisplayer.getDefault().setStatusText(Bundle.MSG_Copied(words.size()));
    }

    private void paste() {
        Optional<PlaneGeometry> plane = session.screen().plane();
        List<Region> regions = new ArrayList<>();
        plane.ifPresent(
                p -> {
                    for (PixelRectangle r : onClipboard()) {
                        r.clip(p.width(), p.height())
                                .ifPresent(c -> regions.add(new Region(p.plane(), c)));
                    }
                });
        if (regions.isEmpty() || !session.editor().add(Bundle.EDIT_Paste(), regions, "pasted")) {
            StatusDisplayer.getDefault().setStatusText(Bundle.MSG_NothingToPaste());
        }
    }

    private static List<PixelRectangle> onClipboard() {
        try {
            Object text = clipboard().getData(DataFlavor.stringFlavor);
            return parse(String.valueOf(text));
        } catch (UnsupportedFlavorException | IOException | IllegalStateException e) {
            return List.of(); // not a rectangle; the caller reports it
        }
    }

    /** The rectangles in a text; inverted ones are omitted. */
    static List<PixelRectangle> parse(String text) {
        List<PixelRectangle> out = new ArrayList<>();
        Matcher matcher = RECTANGLE.matcher(text.replaceAll("[\\s()\\[\\]']", ""));
        while (matcher.find()) {
            int[] n = new int[4];
            for (int i = 0; i < n.length; i++) {
                n[i] = Integer.parseInt(matcher.group(i + 1));
            }
            if (n[2] >= n[0] && n[3] >= n[1]) {
                out.add(PixelRectangle.ofInclusive(n[0], n[1], n[2], n[3]));
            }
        }
        return out;
    }
}
