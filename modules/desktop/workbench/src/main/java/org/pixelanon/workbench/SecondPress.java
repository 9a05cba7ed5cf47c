package org.pixelanon.workbench;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pixelanon.review.Aspect;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.ReviewItem;

/**
 * Detects a second press of a key for the same thing. The first press shows a question in the
 * status line; any event between the two withdraws it. Used on the session's thread.
 */
public final class SecondPress {

    private static final Set<Aspect> OTHER_THINGS =
            EnumSet.of(Aspect.FILES, Aspect.FILE, Aspect.PLANE);

    private String asked = "";
    private @Nullable Long selected;

    SecondPress(ReviewSession session) {
        session.addListener(
                what -> {
                    // item changes are also reported when items are only read again
                    Long now = session.screen().selected().map(ReviewItem::id).orElse(null);
                    if (what.stream().anyMatch(OTHER_THINGS::contains)
                            || !Objects.equals(now, selected)) {
                        asked = "";
                    }
                    selected = now;
                });
    }

    /**
     * Handles a key that needs a second press.
     *
     * @param question the question; the same for both presses
     * @return whether this is the second press
     */
    public boolean confirms(String question) {
        boolean again = question.equals(asked);
        asked = again ? "" : question;
        return again;
    }
}
