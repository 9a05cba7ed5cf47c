package org.pixelanon.workbench.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.TextRecognizer;
import org.pixelanon.model.engine.DetectorEngine;
import org.pixelanon.model.engine.EngineException;
import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.FinderEngine;
import org.pixelanon.model.engine.FoundEngine;
import org.pixelanon.model.engine.ReaderEngine;
import org.pixelanon.model.engine.RecognizerEngine;
import org.pixelanon.model.text.TextFinder;
import org.pixelanon.model.text.TextReader;
import org.pixelanon.pii.DetectorNames;
import org.pixelanon.pii.policy.ReleasePolicy;
import org.pixelanon.pipeline.witness.Effort;
import org.pixelanon.review.Workers;
import org.pixelanon.workbench.SearchSettings;
import org.pixelanon.workbench.Settings;

/** The display and choice of engines. */
class EnginesPanelTest {

    private static final Workers AT_ONCE =
            new Workers(Runnable::run, new AtOnce(), new AtOnce(), new AtOnce(), new AtOnce());

    /** Runs tasks at once. */
    private static final class AtOnce extends AbstractExecutorService {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long time, TimeUnit unit) {
            return true;
        }
    }

    private record Eyes(String name) implements RecognizerEngine {
        @Override
        public String description() {
            return "reads nothing";
        }

        @Override
        public TextRecognizer recognizer(EngineSettings settings) {
            throw new IllegalStateException();
        }
    }

    private record Lines(String name) implements FinderEngine {
        @Override
        public String description() {
            return "finds nothing";
        }

        @Override
        public Optional<String> unavailable(EngineSettings settings) {
            return name.equals("lines1") ? Optional.of("a.onnx: is missing") : Optional.empty();
        }

        @Override
        public Optional<String> parts() {
            return Optional.of("b.onnx with the right checksum");
        }

        @Override
        public TextFinder finder(EngineSettings settings) {
            throw new IllegalStateException();
        }
    }

    private record Glasses(String name) implements ReaderEngine {
        @Override
        public String description() {
            return "reads lines";
        }

        @Override
        public TextReader reader(EngineSettings settings) {
            throw new IllegalStateException();
        }
    }

    private record Wards(String name) implements DetectorEngine {
        @Override
        public String description() {
            return "finds wards";
        }

        @Override
        public Optional<String> unavailable(EngineSettings settings) {
            return Optional.of("no model");
        }

        @Override
        public PiiDetector detector(EngineSettings settings) {
            throw new IllegalStateException();
        }
    }

    private final Settings settings =
            Settings.ofUser(
                    () ->
                            DetectorNames.own()
                                    .and(
                                            List.of(
                                                    FoundEngine.builtIn(new Eyes("tesseract")),
                                                    FoundEngine.ofExtension(
                                                            new Eyes("eyes"), "/x/eyes.jar"),
                                                    FoundEngine.builtIn(new Lines("components")),
                                                    FoundEngine.builtIn(new Lines("ppocr4")),
                                                    FoundEngine.builtIn(new Lines("lines1")),
                                                    FoundEngine.builtIn(new Lines("barcodes")),
                                                    FoundEngine.builtIn(new Glasses("ppocr4")),
                                                    FoundEngine.builtIn(new Glasses("tesseract")),
                                                    FoundEngine.builtIn(new Glasses("own")),
                                                    FoundEngine.ofExtension(
                                                            new Wards("wards"), "/x/w.jar"))));
    private final List<String> told = new ArrayList<>();

    private EnginesPanel panel(Settings of) {
        EnginesPanel panel =
                new EnginesPanel(of, AT_ONCE, () -> told.add("changed"), () -> told.add("stored"));
        panel.load();
        return panel;
    }

    private final SearchSettings search = SearchSettings.of(settings);

    @AfterEach
    void forget() {
        settings.preferences().remove(Settings.PII);
        settings.preferences().remove(Settings.OCR);
        settings.preferences().remove(Settings.PROFILE);
        settings.preferences().remove(Settings.KEEP);
        settings.preferences().remove(Settings.BLANK);
        search.choose(null, Effort.FINDERS, Effort.READER);
    }

    private static List<Component> below(Container parent) {
        List<Component> all = new ArrayList<>();
        for (Component child : parent.getComponents()) {
            all.add(child);
            if (child instanceof Container container) {
                all.addAll(below(container));
            }
        }
        return all;
    }

    private static <T extends Component> T named(EnginesPanel panel, Class<T> kind, String name) {
        return below(panel.component()).stream()
                .filter(c -> name.equals(c.getName()))
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> words(EnginesPanel panel) {
        return below(panel.component()).stream()
                .filter(JLabel.class::isInstance)
                .map(c -> String.valueOf(((JLabel) c).getText()))
                .toList();
    }

    @Test
    void what_is_chosen_is_kept() {
        EnginesPanel panel = panel(settings);
        assertThat(panel.isChanged()).isFalse();
        assertThat(words(panel))
                .contains("not available: no model")
                .anyMatch(w -> w.startsWith("finds patient"));
        named(panel, JCheckBox.class, "detector.wards").doClick();
        named(panel, JCheckBox.class, "detector.tags").doClick();
        named(panel, JComboBox.class, "option-recognizer").setSelectedItem("eyes");
        assertThat(panel.isChanged()).isTrue();
        assertThat(words(panel)).contains("reads nothing (eyes.jar)");
        panel.store();
        assertThat(told).contains("changed").endsWith("stored");
        assertThat(settings.detectors()).isEqualTo("patterns,allowlist,opennlp,wards");
        assertThat(settings.recognizer()).isEqualTo("eyes");
        EnginesPanel again = panel(settings);
        assertThat(named(again, JCheckBox.class, "detector.wards").isSelected()).isTrue();
        assertThat(named(again, JCheckBox.class, "detector.tags").isSelected()).isFalse();
    }

    @Test
    void effort_finders_and_reader_are_kept_with_the_state_of_their_models() {
        EnginesPanel panel = panel(settings);
        assertThat(words(panel))
                .contains(
                        "finds nothing",
                        "ready: b.onnx with the right checksum",
                        "not available: a.onnx: is missing");
        named(panel, JComboBox.class, "option-effort").setSelectedItem("balanced");
        named(panel, JCheckBox.class, "finder.lines1").doClick();
        named(panel, JComboBox.class, "option-reader").setSelectedItem("own");
        assertThat(panel.isChanged()).isTrue();
        panel.store();
        assertThat(search.effort()).contains(Effort.BALANCED);
        assertThat(search.finders())
                .containsExactlyInAnyOrder("components", "lines1-dots", "barcodes", "ppocr4");
        assertThat(search.reader()).isEqualTo("own");
        EnginesPanel again = panel(settings);
        assertThat(again.isChanged()).isFalse();
        assertThat(named(again, JComboBox.class, "option-effort").getSelectedItem())
                .isEqualTo("balanced");
        assertThat(named(again, JCheckBox.class, "finder.lines1").isSelected()).isFalse();
        assertThat(named(again, JComboBox.class, "option-reader").getSelectedItem())
                .isEqualTo("own");
        named(again, JCheckBox.class, "finder.lines1").doClick();
        named(again, JComboBox.class, "option-effort").setSelectedIndex(0);
        again.store();
        assertThat(search.effort()).isEmpty();
        assertThat(search.finders()).isEqualTo(Effort.FINDERS);
    }

    @Test
    void what_is_kept_and_blanked_is_chosen_as_on_the_command_line() throws Exception {
        EnginesPanel panel = panel(settings);
        named(panel, JComboBox.class, "option-profile").setSelectedItem("research");
        named(panel, JCheckBox.class, "keep.measurements").doClick();
        named(panel, JCheckBox.class, "blank.times").doClick();
        assertThat(panel.isChanged()).isTrue();
        assertThat(words(panel)).anyMatch(w -> w.startsWith("also keeps ages under 90"));
        panel.store();
        assertThat(settings.release())
                .isEqualTo(
                        ReleasePolicy.of(
                                "research",
                                "technique,markers,anatomy,view,probe,brand,screen",
                                "times"));
        EnginesPanel again = panel(settings);
        assertThat(again.isChanged()).isFalse();
        assertThat(named(again, JComboBox.class, "option-profile").getSelectedItem())
                .isEqualTo("research");
        assertThat(named(again, JCheckBox.class, "keep.measurements").isSelected()).isFalse();
        assertThat(named(again, JCheckBox.class, "blank.times").isSelected()).isTrue();
        named(again, JComboBox.class, "option-profile").setSelectedItem("safe");
        named(again, JCheckBox.class, "keep.measurements").doClick();
        named(again, JCheckBox.class, "blank.times").doClick();
        again.store();
        assertThat(settings.release()).isEqualTo(ReleasePolicy.SAFE);
    }

    @Test
    void what_was_chosen_and_is_gone_stays_in_sight() {
        settings.preferences().put(Settings.PII, "tags,gone");
        EnginesPanel panel = panel(settings);
        assertThat(named(panel, JCheckBox.class, "detector.gone").isSelected()).isTrue();
        assertThat(words(panel)).contains("chosen, but no longer available");
        panel.store();
        assertThat(settings.detectors()).isEqualTo("tags,gone");
    }

    @Test
    void where_engines_are_refused_the_reason_is_shown_and_nothing_is_changed() {
        settings.preferences().put(Settings.PII, "tags,wards");
        Settings broken =
                Settings.ofUser(
                        () -> {
                            throw new EngineException("/x/w.jar: <b>refused");
                        });
        EnginesPanel panel = panel(broken);
        assertThat(named(panel, JLabel.class, "options.enginesmessage").getText())
                .contains("/x/w.jar: &lt;b>refused");
        panel.store();
        assertThat(settings.detectors()).isEqualTo("tags,wards");
    }
}
