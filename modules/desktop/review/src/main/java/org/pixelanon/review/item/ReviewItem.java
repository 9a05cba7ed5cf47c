package org.pixelanon.review.item;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Plane;
import org.pixelanon.model.Region;
import org.pixelanon.model.Witnesses;

/**
 * One rectangle of a file with everything known about it: a row of the views <em>OCR text</em> and
 * <em>Rectangles</em>, drawn on the plane. Immutable; an edit replaces it by one with the same id.
 *
 * @param id the same for all versions of an item, unique in a session
 * @param layer its layer
 * @param region its place
 * @param text the text read; empty for items that are not text
 * @param confidence of the reading, 0 to 1; 1 for items that are not text
 * @param reason the reason of the proposal, without patient text
 * @param sensitive whether the proposal is to blank it
 * @param verdict the person's decision
 * @param by who made the last change; may be empty
 * @param at time of the last change, local, {@code yyyy-MM-dd HH:mm:ss}; may be empty
 * @param given the person's reason
 * @param witnesses who saw and read it
 * @param others other suggestions for the same thing, blanked with it
 */
public record ReviewItem(
        long id,
        Layer layer,
        Region region,
        String text,
        double confidence,
        String reason,
        boolean sensitive,
        Verdict verdict,
        String by,
        String at,
        GivenReason given,
        Witnesses witnesses,
        List<Origin> others) {

    /** Copies the list. */
    public ReviewItem {
        others = List.copyOf(others);
    }

    /**
     * An item with a single suggestion.
     *
     * @param id the same for all versions of an item, unique in a session
     * @param layer its layer
     * @param region its place
     * @param text the text read; empty for items that are not text
     * @param confidence of the reading, 0 to 1
     * @param reason the reason of the proposal, without patient text
     * @param sensitive whether the proposal is to blank it
     * @param verdict the person's decision
     * @param by who made the last change; may be empty
     * @param at when, local time; may be empty
     * @param given the person's reason
     * @param witnesses who saw and read it
     */
    public ReviewItem(
            long id,
            Layer layer,
            Region region,
            String text,
            double confidence,
            String reason,
            boolean sensitive,
            Verdict verdict,
            String by,
            String at,
            GivenReason given,
            Witnesses witnesses) {
        this(
                id,
                layer,
                region,
                text,
                confidence,
                reason,
                sensitive,
                verdict,
                by,
                at,
                given,
                witnesses,
                List.of());
    }

    /**
     * An item without a person's reason.
     *
     * @param id the same for all versions of an item, unique in a session
     * @param layer its layer
     * @param region its place
     * @param text the text read; empty for items that are not text
     * @param confidence of the reading, 0 to 1
     * @param reason the reason of the proposal, without patient text
     * @param sensitive whether the proposal is to blank it
     * @param verdict the person's decision
     * @param by who made the last change; may be empty
     * @param at when, local time; may be empty
     */
    public ReviewItem(
            long id,
            Layer layer,
            Region region,
            String text,
            double confidence,
            String reason,
            boolean sensitive,
            Verdict verdict,
            String by,
            String at) {
        this(
                id,
                layer,
                region,
                text,
                confidence,
                reason,
                sensitive,
                verdict,
                by,
                at,
                GivenReason.NONE,
                Witnesses.UNKNOWN);
    }

    /**
     * The same item with another verdict. Blanking it also blanks the other suggestions for the
     * same thing.
     *
     * @param verdict the decision
     * @return the new version
     */
    public ReviewItem withVerdict(Verdict verdict) {
        return new ReviewItem(
                id,
                layer,
                verdict == Verdict.REDACT ? whole() : region,
                text,
                confidence,
                reason,
                sensitive,
                verdict,
                by,
                at,
                given,
                witnesses,
                others);
    }

    private Region whole() {
        PixelRectangle all = region.rectangle();
        for (Origin other : others) {
            all = all.union(other.rectangle());
        }
        return new Region(region.scope(), all);
    }

    /**
     * The same item with an additional suggestion for the same thing.
     *
     * @param other the suggestion
     * @return the new version
     */
    public ReviewItem with(Origin other) {
        List<Origin> more = new ArrayList<>(others);
        more.add(other);
        return new ReviewItem(
                id,
                layer,
                region,
                text,
                confidence,
                reason,
                sensitive,
                verdict,
                by,
                at,
                given,
                witnesses,
                more);
    }

    /**
     * Its layer and those of other suggestions for the same thing.
     *
     * @return the layers
     */
    public Set<Layer> layers() {
        Set<Layer> all = EnumSet.of(layer);
        others.forEach(other -> all.add(other.layer()));
        return all;
    }

    /**
     * The same item at another place on the same planes.
     *
     * @param rectangle the new place
     * @return the new version
     */
    public ReviewItem withRectangle(PixelRectangle rectangle) {
        Region moved = new Region(region.scope(), rectangle);
        return new ReviewItem(
                id,
                layer,
                moved,
                text,
                confidence,
                reason,
                sensitive,
                verdict,
                by,
                at,
                given,
                witnesses,
                others);
    }

    /**
     * The same item with a corrected text.
     *
     * @param read the correct text
     * @param hide whether the text is sensitive
     * @param why the reason, without patient text
     * @return the new version, decided; a person's decision to blank is kept
     */
    public ReviewItem reread(String read, boolean hide, String why) {
        boolean blank = hide || verdict == Verdict.REDACT;
        return new ReviewItem(
                id,
                layer,
                region,
                read,
                1,
                why,
                hide,
                blank ? Verdict.REDACT : Verdict.KEEP,
                by,
                at,
                given,
                witnesses,
                others);
    }

    /**
     * The same item with another reason.
     *
     * @param why the new reason, without patient text
     * @return the new version
     */
    public ReviewItem withReason(String why) {
        return new ReviewItem(
                id,
                layer,
                region,
                text,
                confidence,
                why,
                sensitive,
                verdict,
                by,
                at,
                given,
                witnesses,
                others);
    }

    /**
     * The same item with a known confidence.
     *
     * @param sure 0 to 1
     * @return the new version
     */
    public ReviewItem withConfidence(double sure) {
        return new ReviewItem(
                id, layer, region, text, sure, reason, sensitive, verdict, by, at, given, witnesses,
                others);
    }

    /**
     * The same item with the person's reason.
     *
     * @param other the reason
     * @return the new version
     */
    public ReviewItem withGiven(GivenReason other) {
        return new ReviewItem(
                id,
                layer,
                region,
                text,
                confidence,
                reason,
                sensitive,
                verdict,
                by,
                at,
                other,
                witnesses,
                others);
    }

    /**
     * Why it is to be blanked or kept: the person's reason, else that of the proposal.
     *
     * @return a few words, without patient text
     */
    public String why() {
        StringBuilder words = new StringBuilder(given == GivenReason.NONE ? reason : given.words());
        others.forEach(other -> words.append("; ").append(other.reason()));
        return words.toString();
    }

    /**
     * The same item signed.
     *
     * @param who the account
     * @param when local time {@code yyyy-MM-dd HH:mm:ss}
     * @return the new version
     */
    public ReviewItem signed(String who, String when) {
        return new ReviewItem(
                id,
                layer,
                region,
                text,
                confidence,
                reason,
                sensitive,
                verdict,
                who,
                when,
                given,
                witnesses,
                others);
    }

    /**
     * Returns whether the item is on a plane.
     *
     * @param plane the plane
     * @return true if its scope covers the plane
     */
    public boolean isOn(Plane plane) {
        return region.scope().covers(plane);
    }

    /**
     * Returns whether the item would be blanked: by a person's decision, or because a search found
     * it sensitive and nobody decided otherwise. Other suggestions count only when accepted.
     *
     * @return true if it is part of the plan
     */
    public boolean isRedacted() {
        boolean found = verdict == Verdict.UNDECIDED && layer.isFound() && sensitive;
        return verdict == Verdict.REDACT || found;
    }

    /** Omits the text, which may be a name. */
    @Override
    public String toString() {
        return layer
                + " "
                + region
                + " "
                + verdict
                + (given == GivenReason.NONE ? "" : " " + given);
    }
}
