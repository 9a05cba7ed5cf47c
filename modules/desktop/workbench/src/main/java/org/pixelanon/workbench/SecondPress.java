package org.pixelanon.workbench;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pixelanon.review.Aspect;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.item.ReviewItem;

/**
 * Tells whether a key was pressed twice for the same thing. The first press is answered with a
 * question in the status line; whatever happens between the two takes the question back. Used on
 * the session's thread.
 */
public final class SecondPress {

    private static final Set<Aspect> OTHER_THINGS =
            EnumSet.of(Aspect.FILES, Aspect.FILE, Aspect.PLANE);

    private String asked = "";
    private @Nullable Long selected;

    SecondPress(ReviewSession session) {
        session.addListener(
                what -> {
                    // items are told anew also when they are only read again
                    Long now = session.screen().selected().map(ReviewItem::id).orElse(null);
                    if (what.stream().anyMatch(OTHER_THINGS::contains)
                            || !Objects.equals(now, selected)) {
                        asked = "";
                    }
                    selected = now;
                });
    }

    /**
     * A key was pressed that wants a second press.
     *
     * @param question what the person is asked; the same for both presses
     * @return whether this is the second press
     */
    public boolean confirms(String question) {
        boolean again = question.equals(asked);
        asked = again ? "" : question;
        return again;
    }
}
