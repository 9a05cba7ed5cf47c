package org.pixelanon.rules;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.AllPlanes;
import org.pixelanon.model.FramePlane;
import org.pixelanon.model.OverlayGroup;
import org.pixelanon.model.OverlayPlane;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneScope;

/**
 * The extensions of a rule that only PixelAnon understands: comments beginning {@code #@}, which
 * other tools skip and which apply only on request.
 *
 * @param planes the planes to which the rule applies
 * @param size the image size for which its rectangles are given; they are scaled for images of
 *     other sizes; null to use them unscaled
 * @param action whether it blanks, allows or denies
 * @param reason why, in words
 * @param provenance where it comes from, in words
 */
public record RuleExtensions(
        Planes planes, @Nullable Size size, Action action, String reason, String provenance) {

    /** A rule without extensions. */
    public static final RuleExtensions NONE =
            new RuleExtensions(new In(new AllPlanes()), null, Action.BLANK, "", "");

    private static final String MARK = "#@";
    private static final Pattern PLANE =
            Pattern.compile(
                    "(first|last)|frame\\s+(\\d{1,9})|overlay\\s+(6[0-9a-f]{3})(?:\\s+frame\\s+(\\d{1,9}))?");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})\\s*x\\s*(\\d{1,6})");

    /** What happens to a file that a rule matches. */
    public enum Action {
        /** Its rectangles are blanked. */
        BLANK,
        /** This rule and all later rules of its rules file are skipped. */
        ALLOW,
        /** It is withheld for review. */
        DENY
    }

    /**
     * A size of images.
     *
     * @param columns at least 1
     * @param rows at least 1
     */
    public record Size(int columns, int rows) {}

    /** Planes a rule is for. */
    public sealed interface Planes {
        /**
         * Returns whether the rule applies to a plane.
         *
         * @param plane the plane
         * @param frames frames of the image or of the plane's overlay
         * @return true if it does
         */
        boolean covers(Plane plane, int frames);
    }

    /**
     * Planes given by a scope.
     *
     * @param scope which
     */
    public record In(PlaneScope scope) implements Planes {
        @Override
        public boolean covers(Plane plane, int frames) {
            return scope.covers(plane);
        }
    }

    /**
     * The first or the last frame of the image.
     *
     * @param last true for the last
     */
    public record End(boolean last) implements Planes {
        @Override
        public boolean covers(Plane plane, int frames) {
            return plane instanceof FramePlane && plane.index() == (last ? frames - 1 : 0);
        }
    }

    static boolean isExtension(String comment) {
        return comment.strip().startsWith(MARK);
    }

    /**
     * Reads the extensions of a rule.
     *
     * @param rule the rule
     * @param line the line where it begins, for messages
     * @return its extensions; {@link #NONE} if there are none
     * @throws RulesException if an extension is not understood
     */
    public static RuleExtensions of(Rule rule, int line) throws RulesException {
        return of(rule.comments(), line);
    }

    private static RuleExtensions of(List<String> comments, int line) throws RulesException {
        RuleExtensions all = NONE;
        for (String comment : comments) {
            if (isExtension(comment)) {
                String[] parts = comment.strip().substring(MARK.length()).strip().split("\\s+", 2);
                all = all.with(parts[0], parts.length > 1 ? parts[1].strip() : "", line);
            }
        }
        return all;
    }

    private RuleExtensions with(String key, String value, int line) throws RulesException {
        return switch (key.toLowerCase(Locale.ROOT)) {
            case "plane" ->
                    new RuleExtensions(planes(value, line), size, action, reason, provenance);
            case "size" ->
                    new RuleExtensions(planes, size(value, line), action, reason, provenance);
            case "allow" -> new RuleExtensions(planes, size, Action.ALLOW, reason, provenance);
            case "deny" -> new RuleExtensions(planes, size, Action.DENY, reason, provenance);
            case "reason" -> new RuleExtensions(planes, size, action, value, provenance);
            case "provenance" -> new RuleExtensions(planes, size, action, reason, value);
            default ->
                    throw new RulesException(
                            line,
                            "extension: expected plane, size, allow, deny, reason or provenance");
        };
    }

    private static Planes planes(String value, int line) throws RulesException {
        Matcher matcher = PLANE.matcher(value.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new RulesException(
                    line,
                    "plane: expected first, last, frame N, overlay 60XX or overlay 60XX frame N");
        }
        if (matcher.group(1) != null) {
            return new End(matcher.group(1).equals("last"));
        }
        try {
            if (matcher.group(2) != null) {
                return new In(new FramePlane(Integer.parseInt(matcher.group(2)) - 1));
            }
            int group = Integer.parseInt(matcher.group(3), 16);
            return matcher.group(4) == null
                    ? new In(new OverlayGroup(group))
                    : new In(new OverlayPlane(group, Integer.parseInt(matcher.group(4)) - 1));
        } catch (IllegalArgumentException e) {
            throw new RulesException(line, "plane: " + e.getMessage());
        }
    }

    private static Size size(String value, int line) throws RulesException {
        Matcher matcher = SIZE.matcher(value.toLowerCase(Locale.ROOT));
        if (!matcher.matches()
                || Integer.parseInt(matcher.group(1)) == 0
                || Integer.parseInt(matcher.group(2)) == 0) {
            throw new RulesException(line, "size: expected COLUMNSxROWS");
        }
        return new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }
}
