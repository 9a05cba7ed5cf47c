package org.pixelanon.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.prefs.Preferences;
import org.jspecify.annotations.Nullable;
import org.openide.modules.Places;
import org.openide.util.NbPreferences;
import org.pixelanon.dicom.redact.RedactionPolicy.BurnedInAnnotation;
import org.pixelanon.dicom.redact.RedactionPolicy.LossyPolicy;
import org.pixelanon.dicom.redact.RedactionPolicy.UidPolicy;
import org.pixelanon.model.UserEnvironment;
import org.pixelanon.model.engine.EngineChoices;
import org.pixelanon.model.engine.EngineException;
import org.pixelanon.model.engine.Engines;
import org.pixelanon.ocr.TesseractService;
import org.pixelanon.pii.DetectorNames;
import org.pixelanon.pii.PiiException;
import org.pixelanon.pii.SensitivityJudge;
import org.pixelanon.pii.policy.ReleasePolicy;
import org.pixelanon.pipeline.decide.DecisionPolicy;
import org.pixelanon.review.item.ListKind;

/** What the user chose, kept in the user's folder of the application, with the defaults. */
public final class Settings {

    private static final int DEFAULT_CACHE_MEGABYTES = 160;

    /** Names the database among the paths. */
    public static final String DATABASE = "database";

    /** Names the allow-list among the paths. */
    public static final String ALLOW_LIST = "allowList";

    /** Names the deny-list among the paths. */
    public static final String DENY_LIST = "denyList";

    /** Names the rules among the paths. */
    public static final String RULES = "rules";

    /** Names the folder of copies among the paths. */
    public static final String OUTPUT_FOLDER = "outputFolder";

    /** Names what judges text among the preferences. */
    public static final String PII = "pii";

    /** Names what reads text among the preferences. */
    public static final String OCR = "ocr";

    /** Names what is set for both among the preferences. */
    public static final String ENGINE_OPTIONS = "engineOptions";

    /** Names what is released at all. */
    public static final String PROFILE = "profile";

    /** Names the types that are kept, and those that are blanked. */
    public static final String KEEP = "keep";

    public static final String BLANK = "blank";

    private final UserEnvironment environment = UserEnvironment.ofProcess();
    private final Preferences preferences;
    private volatile boolean viewerOnly;
    private @Nullable DecisionPolicy policy;
    private String policyState = "";

    private final EngineSource engines;

    private Settings(Preferences preferences, EngineSource engines) {
        this.preferences = preferences;
        this.engines = engines;
    }

    /**
     * What this user chose.
     *
     * @param engines what reads and judges text in this application
     * @return shows later changes
     */
    public static Settings ofUser(EngineSource engines) {
        return new Settings(NbPreferences.forModule(Settings.class), engines);
    }

    /**
     * The database: the one chosen, else the one shared with the Python tool ({@code SMI_ROOT}),
     * else one in the user's folder.
     *
     * @return its folder, or the file
     */
    public Path database() {
        return chosen(DATABASE).or(environment::sharedData).orElseGet(() -> userFile("database"));
    }

    /**
     * The allow-list: the one chosen, else that of the Python tool.
     *
     * @return empty if there is none
     */
    public Optional<Path> allowList() {
        return chosen(ALLOW_LIST).or(environment::allowList);
    }

    /**
     * The deny-list.
     *
     * @return empty if none was chosen
     */
    public Optional<Path> denyList() {
        return chosen(DENY_LIST);
    }

    /**
     * One of the lists.
     *
     * @param kind which
     * @return empty if there is none
     */
    public Optional<Path> list(ListKind kind) {
        return kind == ListKind.ALLOW ? allowList() : denyList();
    }

    /**
     * The rules whose rectangles are suggested: those chosen, else the recipes of the Python tool.
     *
     * @return files or folders; empty if there are none
     * @throws IOException if the folder of the Python tool cannot be read
     */
    public List<Path> rules() throws IOException {
        Optional<Path> chosen = chosen(RULES);
        return chosen.isPresent() ? List.of(chosen.get()) : environment.recipes();
    }

    /**
     * Where redacted files go.
     *
     * @return empty if no folder was chosen yet
     */
    public Optional<Path> outputFolder() {
        return chosen(OUTPUT_FOLDER);
    }

    /**
     * A file in the user's folder of the application.
     *
     * @param name the name of the file
     * @return its path, whether it exists or not
     */
    public Path userFile(String name) {
        return Places.getUserDirectory().toPath().resolve(name);
    }

    /**
     * Bytes of drawn planes that are kept.
     *
     * @return a positive number
     */
    public long cacheBytes() {
        return (long) preferences.getInt("cacheMegabytes", DEFAULT_CACHE_MEGABYTES) << 20;
    }

    /**
     * Who is written down as the one who changed something.
     *
     * @return the name of the account
     */
    public String user() {
        return environment.user();
    }

    /**
     * The folder relative paths are looked for in ({@code PACS_ROOT}).
     *
     * @return empty if it is not set
     */
    public Optional<Path> pacsRoot() {
        return environment.pacsRoot();
    }

    /**
     * What judges text, as the command line's {@code --pii}.
     *
     * @return names with commas between
     */
    public String detectors() {
        return preferences.get(PII, DetectorNames.DEFAULT);
    }

    /**
     * What reads text, as the command line's {@code --ocr}.
     *
     * @return a name
     */
    public String recognizer() {
        return preferences.get(OCR, TesseractService.NAME);
    }

    /**
     * What is set for engines, as the command line's {@code --engine-option}.
     *
     * @return settings with semicolons between
     */
    public String engineOptions() {
        return preferences.get(ENGINE_OPTIONS, "");
    }

    /**
     * The engines that there are; takes a while when it is asked first.
     *
     * @return all of them
     * @throws EngineException if an extension may not be executed or cannot be loaded
     */
    public Engines engines() throws EngineException {
        return engines.find();
    }

    /**
     * What a text says is set for engines.
     *
     * @param text settings with semicolons between
     * @param there the engines that there are
     * @return the settings
     * @throws EngineException if one has another form, or there is no such engine or option
     */
    public static EngineChoices choices(String text, Engines there) throws EngineException {
        List<String> texts = Arrays.stream(text.split(";", -1)).filter(t -> !t.isBlank()).toList();
        return EngineChoices.of(texts, there);
    }

    /** What is kept and blanked, as by {@code --profile}, {@code --keep} and {@code --blank}. */
    public ReleasePolicy release() throws PiiException {
        try {
            return ReleasePolicy.of(
                    preferences.get(PROFILE, "safe"),
                    preferences.get(KEEP, "all"),
                    preferences.get(BLANK, ""));
        } catch (IllegalArgumentException e) {
            throw new PiiException(String.valueOf(e.getMessage()), e);
        }
    }

    private SensitivityJudge judge() throws IOException {
        Engines there = engines.find();
        return SensitivityJudge.of(
                        DetectorNames.of(List.of(detectors().split(",")), there),
                        choices(engineOptions(), there),
                        cache(),
                        allowList().orElse(null),
                        denyList().orElse(null))
                .under(release());
    }

    /**
     * How text is judged, by the lists as they are now.
     *
     * @return decides about text
     * @throws IOException if a list cannot be read
     */
    public synchronized DecisionPolicy policy() throws IOException {
        String state =
                String.join("|", detectors(), engineOptions(), String.valueOf(release()))
                        + stateOf(allowList())
                        + stateOf(denyList());
        DecisionPolicy known = policy;
        if (known == null || !state.equals(policyState)) {
            known = new DecisionPolicy(judge(), DecisionPolicy.OnDoubt.REDACT);
            policy = known;
            policyState = state;
        }
        return known;
    }

    /** Changes when the list does: compiling thousands of expressions takes its time. */
    private static String stateOf(Optional<Path> list) throws IOException {
        return list.isEmpty()
                ? "|"
                : "|" + list.get() + Files.getLastModifiedTime(list.get()) + Files.size(list.get());
    }

    /**
     * When Burned In Annotation (0028,0301) of a redacted copy becomes NO.
     *
     * @return the policy
     */
    public BurnedInAnnotation burnedInAnnotation() {
        return BurnedInAnnotation.valueOf(
                preferences.get("burnedInAnnotation", BurnedInAnnotation.REVIEWED.name()));
    }

    /**
     * What becomes of the SOP Instance UID of a redacted copy.
     *
     * @return the policy
     */
    public UidPolicy uidPolicy() {
        return UidPolicy.valueOf(preferences.get("uid", UidPolicy.KEEP.name()));
    }

    /**
     * The transfer syntax of redacted copies.
     *
     * @return a UID; empty for that of each file
     */
    public String transferSyntax() {
        return preferences.get("transferSyntax", "");
    }

    /**
     * What becomes of frames that only a lossy syntax could hold as they are.
     *
     * @return the policy
     */
    public LossyPolicy lossyPolicy() {
        return LossyPolicy.valueOf(preferences.get("lossy", LossyPolicy.KEEP_LOSSLESS.name()));
    }

    /**
     * What hashed UIDs are mixed with.
     *
     * @return any text
     */
    public String salt() {
        return preferences.get("salt", "");
    }

    /**
     * Where natives and language data of the recogniser are unpacked.
     *
     * @return the folder the command line uses too
     */
    public Path cache() {
        return environment.cache();
    }

    /**
     * Whether text is searched at all; without, no recogniser is loaded ({@code --viewer}).
     *
     * @return true in viewer-only mode
     */
    public boolean viewerOnly() {
        return viewerOnly;
    }

    void setViewerOnly() {
        viewerOnly = true;
    }

    /**
     * What audit entries and reports name as the version.
     *
     * @return the version of the workbench
     */
    public String version() {
        return "0.1.0";
    }

    /**
     * Reads or writes a choice that has no method of its own.
     *
     * @return the user's preferences of the workbench
     */
    public Preferences preferences() {
        return preferences;
    }

    /**
     * Chooses a path.
     *
     * @param key {@code database}, {@code allowList}, {@code denyList}, {@code rules} or {@code
     *     outputFolder}
     * @param value the path; null for the default
     */
    public void setPath(String key, @Nullable Path value) {
        if (value == null) {
            preferences.remove(key);
        } else {
            preferences.put(key, value.toString());
        }
        SavedPreferences.of(preferences);
    }

    /**
     * A path that was chosen.
     *
     * @param key as for {@link #setPath}
     * @return empty for the default
     */
    public Optional<Path> chosen(String key) {
        return Optional.ofNullable(preferences.get(key, null))
                .filter(v -> !v.isBlank())
                .map(Path::of);
    }
}
