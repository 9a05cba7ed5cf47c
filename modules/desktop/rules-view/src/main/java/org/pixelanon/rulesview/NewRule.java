package org.pixelanon.rulesview;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.review.OpenFile;
import org.pixelanon.review.ReviewSession;
import org.pixelanon.review.RuleReview;
import org.pixelanon.review.Workers;
import org.pixelanon.review.item.ReviewItem;
import org.pixelanon.rules.Rule;
import org.pixelanon.rules.RuleDraft;
import org.pixelanon.rules.RuleLanguage;
import org.pixelanon.workbench.LongTask;

/** A draft of a rule, from the rectangles of a file, until it is added or discarded. */
@Messages({"# {0} - date", "MSG_Provenance=drawn in the workbench, {0}"})
final class NewRule {

    private final ReviewSession session;
    private final RuleReview review;
    private final LongTask task;
    private final Supplier<RuleDocument> document;
    private final Consumer<Throwable> failed;
    private final PreviewPanel preview;
    private @Nullable RuleDraft draft;
    private String label = "";

    /**
     * @param session the session, whose files may be similar
     * @param review makes drafts and tries them
     * @param task searches similar files
     * @param document the rules that the new one is for
     * @param failed receives failures
     * @param opens shows a file by its name
     */
    NewRule(
            ReviewSession session,
            RuleReview review,
            LongTask task,
            Supplier<RuleDocument> document,
            Consumer<Throwable> failed,
            Consumer<String> opens) {
        this.session = session;
        this.review = review;
        this.task = task;
        this.document = document;
        this.failed = failed;
        this.preview =
                new PreviewPanel(session.workers(), session.files()::path, this::choose, opens);
    }

    PreviewPanel preview() {
        return preview;
    }

    String label() {
        return label;
    }

    /** The current draft; empty if there is none or it has no rectangle. */
    Optional<Rule> rule() {
        RuleLanguage language = document.get().language();
        return Optional.ofNullable(draft)
                .filter(d -> !d.rectangles().isEmpty())
                .map(d -> d.rule(language, label));
    }

    void discard() {
        draft = null;
    }

    /** Starts with the blanked rectangles of a file. */
    void begin(OpenFile file, List<ReviewItem> blanked, Runnable begun) {
        String day = LocalDate.now(ZoneId.systemDefault()).toString();
        review.draft(file.file(), blanked, Bundle.MSG_Provenance(day))
                .whenComplete(
                        (made, problem) -> {
                            if (problem != null) {
                                failed.accept(problem);
                                return;
                            }
                            label = document.get().unique(made.signature().label());
                            preview.begin(label, made.rectangles());
                            begun.run();
                            similar(made);
                        });
    }

    /** Changes the selected rectangles. */
    private void choose(List<PixelRectangle> rectangles) {
        RuleDraft old = draft;
        if (old != null) {
            RuleDraft other = new RuleDraft(old.signature(), rectangles, old.provenance());
            draft = other;
            preview.trying(label, rectangles);
            if (!rectangles.isEmpty()) {
                similar(other);
            }
        }
    }

    private void similar(RuleDraft made) {
        draft = made;
        Rule rule = made.rule(document.get().language(), label);
        RuleLanguage language = document.get().language();
        task.follow(
                progress ->
                        Workers.ask(session.workers().files(), () -> alone(rule, language))
                                .thenComposeAsync(
                                        only -> review.tryAll(only.parsed(), progress),
                                        session.workers().ui()),
                tried -> {
                    if (made.equals(draft)) {
                        preview.show(
                                label,
                                tried.report().trials().stream()
                                        .filter(t -> !t.result().matching().isEmpty())
                                        .toList(),
                                session.files().size());
                    }
                },
                failed);
    }

    private static RuleDocument alone(Rule rule, RuleLanguage language) {
        try {
            return RuleDocument.empty(language).with(rule);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }
}
