package org.pixelanon.pipeline.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.pixelanon.model.Decision;
import org.pixelanon.model.Decision.Verdict;
import org.pixelanon.model.Finding;
import org.pixelanon.model.Identity;
import org.pixelanon.model.PiiDetector.Opinion;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.Reason;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.model.RecognizedText.Alternative;
import org.pixelanon.model.RedactionPlan;
import org.pixelanon.model.Region;
import org.pixelanon.model.SearchResult;
import org.pixelanon.pii.SensitivityJudge;

/**
 * Decides what is hidden. Pure: the same findings give the same decisions. Text that nothing
 * explains, or that cannot be read, is a doubt.
 *
 * @param judge says whether text is sensitive
 * @param onDoubt what is done about a doubt
 * @param identities what is known of the files
 */
public record DecisionPolicy(SensitivityJudge judge, OnDoubt onDoubt, IdentitySource identities) {

    /**
     * A policy that knows of files what their own tags say.
     *
     * @param judge says whether text is sensitive
     * @param onDoubt what is done about a doubt
     */
    public DecisionPolicy(SensitivityJudge judge, OnDoubt onDoubt) {
        this(judge, onDoubt, IdentitySource.OWN);
    }

    /** What is done about text that nothing explains. */
    public enum OnDoubt {
        /** Blank it. */
        REDACT,
        /** Leave the file to a person. */
        WITHHOLD
    }

    /** A label of two letters or more; a single one may be an initial. */
    private static final Pattern LABEL = Pattern.compile("\\p{L}{2}");

    private static final Pattern INITIALS = Pattern.compile("\\W*\\p{L}{1,2}\\W*");

    /**
     * What is read with less confidence, which is the share of lines that are right, is not
     * released by a list of our own: it is nonsense that happens to be a word.
     */
    private static final double SURE = 0.03;

    /** What is less likely than this part of the best reading need not be feared. */
    private static final double LIKELY = 1 / 3.0;

    /** So many times its height is a character wide at most; the line's ends are padded. */
    private static final int WIDEST_CHARACTER = 1;

    private static final int ENDS = 2;

    /**
     * Decides about the texts of one plane. What was found as two texts side by side may be one
     * line, and is judged as such: {@code mAs} and {@code 12} are kept together, and only so, since
     * alone the number may be an age; {@code L} beside a text that is hidden may be an initial, and
     * is hidden with it; a number with its label or unit is no part of a name and stays. What is in
     * doubt, such as {@code C 50}, is kept between lines of a column that are kept. What a label
     * such as {@code Name:} announces, on its line or below it, is hidden whatever it is.
     *
     * @param texts all texts of the plane
     * @param identity what the file's own tags say
     * @return one decision for each text, in their order
     */
    public List<Decision> decide(List<RecognizedText> texts, Identity identity) {
        List<Decision> decisions = new ArrayList<>();
        texts.forEach(text -> decisions.add(decide(text, identity)));
        List<Decision> alone = List.copyOf(decisions);
        forNeighbours(
                texts,
                (left, right) -> {
                    String line = texts.get(left).text() + " " + texts.get(right).text();
                    if (mayBeTechnique(alone.get(left), alone.get(right))
                            && isCredible(texts.get(left))
                            && isCredible(texts.get(right))
                            && LABEL.matcher(texts.get(left).text()).find()) {
                        Opinion opinion = judge.judge(line, identity);
                        if (isKnown(opinion.reason())) {
                            decisions.set(left, decision(texts.get(left), opinion));
                            decisions.set(right, decision(texts.get(right), opinion));
                        }
                    }
                });
        List<Decision> joined = List.copyOf(decisions);
        forNeighbours(
                texts,
                (left, right) -> {
                    hideBeside(joined.get(left), joined.get(right), right, decisions);
                    hideBeside(joined.get(right), joined.get(left), left, decisions);
                });
        confirmInColumns(texts, identity, joined, decisions);
        hideInitials(texts, joined, decisions);
        hideAnnounced(texts, decisions);
        return decisions;
    }

    /** Keeps what a column of settings confirms: the lines above and below are kept. */
    private void confirmInColumns(
            List<RecognizedText> texts,
            Identity identity,
            List<Decision> joined,
            List<Decision> all) {
        for (int i = 0; i < texts.size(); i++) {
            RecognizedText text = texts.get(i);
            if (all.get(i).reason().kind() != Reason.Kind.UNEXPLAINED || !isCredible(text)) {
                continue;
            }
            Optional<RecognizedText> above = TextPlaces.inColumn(texts, text, true);
            Optional<RecognizedText> below = TextPlaces.inColumn(texts, text, false);
            if (above.isPresent()
                    && below.isPresent()
                    && isKept(joined.get(texts.indexOf(above.get())))
                    && isKept(joined.get(texts.indexOf(below.get())))) {
                Opinion opinion = judge.judge(above.get().text() + " " + text.text(), identity);
                if (isTechnique(opinion.reason())) {
                    all.set(i, decision(text, opinion));
                }
            }
        }
    }

    private static boolean isKept(Decision decision) {
        return decision.verdict() == Verdict.KEEP && isTechnique(decision.reason());
    }

    private static void forNeighbours(
            List<RecognizedText> texts, BiConsumer<Integer, Integer> action) {
        for (int left = 0; left < texts.size(); left++) {
            for (int right = 0; right < texts.size(); right++) {
                if (TextPlaces.isContinued(texts.get(left), texts.get(right))) {
                    action.accept(left, right);
                }
            }
        }
    }

    /**
     * A letter or two beside a text that is hidden, or that nobody could read, are taken for
     * initials also across a gap in which a longer text would stand alone.
     */
    private static void hideInitials(
            List<RecognizedText> texts, List<Decision> joined, List<Decision> all) {
        for (int i = 0; i < texts.size(); i++) {
            boolean kept = all.get(i).verdict() == Verdict.KEEP && isMild(all.get(i).reason());
            if (!kept || !INITIALS.matcher(texts.get(i).text()).matches()) {
                continue;
            }
            for (int k = 0; k < texts.size(); k++) {
                Decision other = joined.get(k);
                if (other.verdict() != Verdict.KEEP
                        && !SensitivityJudge.isHarmlessNotKept(other.reason())
                        && TextPlaces.areNear(texts.get(i), texts.get(k))) {
                    all.set(i, like(other, all.get(i)));
                }
            }
        }
    }

    /** Hides what follows a label on its line, and what stands right below it. */
    private void hideAnnounced(List<RecognizedText> texts, List<Decision> all) {
        for (int label = 0; label < texts.size(); label++) {
            Decision why = all.get(label);
            if (why.verdict() == Verdict.KEEP || !judge.isOpenLabel(texts.get(label).text())) {
                continue;
            }
            for (int value : TextPlaces.announced(texts, label)) {
                if (all.get(value).verdict() == Verdict.KEEP) {
                    all.set(value, like(why, all.get(value)));
                }
            }
        }
    }

    private static Decision like(Decision why, Decision kept) {
        return new Decision(kept.finding(), why.verdict(), why.reason());
    }

    /** True if nothing speaks against either, and something for at most one of them. */
    private static boolean mayBeTechnique(Decision left, Decision right) {
        boolean first = left.reason().kind() == Reason.Kind.UNEXPLAINED;
        boolean second = right.reason().kind() == Reason.Kind.UNEXPLAINED;
        return (first && (second || isReleased(right))) || (second && isReleased(left));
    }

    private static boolean isReleased(Decision decision) {
        return decision.verdict() == Verdict.KEEP && isKnown(decision.reason());
    }

    /** Whether our own knowledge says what a text is, and it or a policy what is done about it. */
    private static boolean isKnown(Reason reason) {
        return isTechnique(reason) || reason.kind() == Reason.Kind.POLICY;
    }

    private static void hideBeside(Decision hidden, Decision kept, int at, List<Decision> all) {
        if (hidden.verdict() != Verdict.KEEP
                && hidden.reason().kind() != Reason.Kind.UNREADABLE
                && !SensitivityJudge.isHarmlessNotKept(hidden.reason())
                && kept.verdict() == Verdict.KEEP
                && isMild(kept.reason())
                && !SensitivityJudge.isNumbered(kept.reason())) {
            all.set(at, like(hidden, kept));
        }
    }

    private static boolean isTechnique(Reason reason) {
        return reason.kind() == Reason.Kind.BUILT_IN_LIST;
    }

    /** Released by what no user wrote line by line: our list, a policy, or an extension. */
    private static boolean isMild(Reason reason) {
        return isKnown(reason) || reason.kind() == Reason.Kind.DETECTOR;
    }

    /**
     * Decides about one text.
     *
     * @param text the text
     * @param identity what the file's own tags say
     * @return the decision with its reason
     */
    public Decision decide(RecognizedText text, Identity identity) {
        List<String> likely =
                text.alternatives().stream()
                        .filter(other -> other.probability() >= LIKELY * text.confidence())
                        .map(Alternative::text)
                        .toList();
        Opinion opinion = judge.judge(text.text(), likely, identity);
        if (!opinion.sensitive() && isMild(opinion.reason()) && !isCredible(text)) {
            return decision(text, new Opinion(true, new Reason(Reason.Kind.UNREADABLE, "")));
        }
        return decision(text, opinion);
    }

    private Decision decision(RecognizedText text, Opinion opinion) {
        return new Decision(new Finding.OfText(text), verdict(opinion), opinion.reason());
    }

    /** False if the reading may be anything, or fills its place no more than in part. */
    private static boolean isCredible(RecognizedText text) {
        PixelRectangle place = text.region().rectangle();
        long length = Math.max(place.width(), place.height());
        long height = Math.min(place.width(), place.height());
        int characters = text.text().strip().length();
        return text.confidence() >= SURE
                && length <= height * ((long) WIDEST_CHARACTER * characters + ENDS);
    }

    private Verdict verdict(Opinion opinion) {
        if (!opinion.sensitive()) {
            return Verdict.KEEP;
        }
        return switch (opinion.reason().kind()) {
            case UNEXPLAINED, UNREADABLE, NOT_JUDGED ->
                    onDoubt == OnDoubt.WITHHOLD ? Verdict.REVIEW : Verdict.REDACT;
            default -> Verdict.REDACT;
        };
    }

    /**
     * What a search that made these decisions about texts is said to have found.
     *
     * @param texts the decisions
     * @return what people are told
     */
    public static SearchResult found(List<Decision> texts) {
        boolean unjudged = false;
        for (Decision text : texts) {
            boolean judged = text.reason().kind() != Reason.Kind.NOT_JUDGED;
            if (judged && text.verdict() != Verdict.KEEP) {
                return SearchResult.WITH_SENSITIVE_TEXT;
            }
            unjudged |= !judged;
        }
        return unjudged ? SearchResult.NOT_JUDGED : SearchResult.WITHOUT;
    }

    /**
     * What is to be blanked.
     *
     * @param decisions all decisions about a file
     * @return the regions of those that say so
     */
    public static RedactionPlan plan(List<Decision> decisions) {
        List<Region> regions =
                decisions.stream()
                        .filter(d -> d.verdict() == Verdict.REDACT)
                        .map(d -> d.finding().region())
                        .distinct()
                        .toList();
        return new RedactionPlan(regions);
    }
}
