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
 * One rectangle of a file with all that is known of it: the row of the views <em>OCR text</em> and
 * <em>Rectangles</em>, and what is drawn on the plane. Immutable; an edit replaces it by one of the
 * same id.
 *
 * @param id the same for all versions of an item, unique in a session
 * @param layer where it comes from
 * @param region where it is
 * @param text what was read; empty for items that are no text
 * @param confidence of the reading, 0 to 1; 1 for items that are no text
 * @param reason why it is proposed, without patient text
 * @param sensitive whether the proposal is to blank it
 * @param verdict what a person said about it
 * @param by who changed it last; may be empty
 * @param at when, local time {@code yyyy-MM-dd HH:mm:ss}; may be empty
 * @param given what a person says it is
 * @param witnesses who saw and read it
 * @param others what else is suggested for the same; blanked with it
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
     * An item that is suggested once.
     *
     * @param id the same for all versions of an item, unique in a session
     * @param layer where it comes from
     * @param region where it is
     * @param text what was read; empty for items that are no text
     * @param confidence of the reading, 0 to 1
     * @param reason why it is proposed, without patient text
     * @param sensitive whether the proposal is to blank it
     * @param verdict what a person said about it
     * @param by who changed it last; may be empty
     * @param at when, local time; may be empty
     * @param given what a person says it is
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
     * An item that nobody gave a reason for.
     *
     * @param id the same for all versions of an item, unique in a session
     * @param layer where it comes from
     * @param region where it is
     * @param text what was read; empty for items that are no text
     * @param confidence of the reading, 0 to 1
     * @param reason why it is proposed, without patient text
     * @param sensitive whether the proposal is to blank it
     * @param verdict what a person said about it
     * @param by who changed it last; may be empty
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
     * The same item with another verdict. To blank it blanks what others suggest for the same.
     *
     * @param verdict what a person says
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
     * The same item with another suggestion for the same.
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
     * Where it comes from, with what else is suggested for the same.
     *
     * @return its layer and those of the others
     */
    public Set<Layer> layers() {
        Set<Layer> all = EnumSet.of(layer);
        others.forEach(other -> all.add(other.layer()));
        return all;
    }

    /**
     * The same item elsewhere on the same planes.
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
     * The same text as a person reads it.
     *
     * @param read what stands there
     * @param hide whether that is to be blanked
     * @param why the reason, without patient text
     * @return the new version, decided: what a person said is to be blanked stays so
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
     * The same item with what is known of its reading.
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
     * The same item with what a person says it is.
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
     * Why it is to be blanked or kept: what a person says, else why it was proposed.
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
     * @param who the one who changed it
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
     * Tells whether the item lies on a plane.
     *
     * @param plane the plane
     * @return true if its scope covers the plane
     */
    public boolean isOn(Plane plane) {
        return region.scope().covers(plane);
    }

    /**
     * Tells whether the item would be blanked as things stand: a person said so, or a search found
     * it sensitive and nobody said otherwise. Other suggestions count only when accepted.
     *
     * @return true if it is part of the plan
     */
    public boolean isRedacted() {
        boolean found = verdict == Verdict.UNDECIDED && layer.isFound() && sensitive;
        return verdict == Verdict.REDACT || found;
    }

    /** Leaves the text out: it may be a name. */
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
