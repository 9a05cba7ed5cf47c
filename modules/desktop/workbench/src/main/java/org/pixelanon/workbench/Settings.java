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

/** The user's settings with their defaults, stored in the user's folder of the application. */
public final class Settings {

    private static final int DEFAULT_CACHE_MEGABYTES = 160;

    /** Key of the database. */
    public static final String DATABASE = "database";

    /** Key of the allow-list. */
    public static final String ALLOW_LIST = "allowList";

    /** Key of the deny-list. */
    public static final String DENY_LIST = "denyList";

    /** Key of the rules. */
    public static final String RULES = "rules";

    /** Key of the folder for copies. */
    public static final String OUTPUT_FOLDER = "outputFolder";

    /** Key of the detectors. */
    public static final String PII = "pii";

    /** Key of the recogniser. */
    public static final String OCR = "ocr";

    /** Key of the engine options. */
    public static final String ENGINE_OPTIONS = "engineOptions";

    /** Key of the set of policies. */
    public static final String PROFILE = "profile";

    /** Keys of the types to keep and to blank. */
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
     * The settings of this user.
     *
     * @param engines the engines of this application
     * @return shows later changes
     */
    public static Settings ofUser(EngineSource engines) {
        return new Settings(NbPreferences.forModule(Settings.class), engines);
    }

    /**
     * The database: the chosen one, else the one shared with dicompixelanon ({@code SMI_ROOT}),
     * else one in the user's folder.
     *
     * @return its folder, or the file
     */
    public Path database() {
        return chosen(DATABASE).or(environment::sharedData).orElseGet(() -> userFile("database"));
    }

    /**
     * The allow-list: the chosen one, else that of dicompixelanon.
     *
     * @return empty if there is none
     */
    public Optional<Path> allowList() {
        return chosen(ALLOW_LIST).or(environment::allowList);
    }

    /**
     * The deny-list.
     *
     * @return empty if none is chosen
     */
    public Optional<Path> denyList() {
        return chosen(DENY_LIST);
    }

    /**
     * One of the lists.
     *
     * @param kind its kind
     * @return empty if there is none
     */
    public Optional<Path> list(ListKind kind) {
        return kind == ListKind.ALLOW ? allowList() : denyList();
    }

    /**
     * The rules whose rectangles are suggested: the chosen ones, else the recipes of
     * dicompixelanon.
     *
     * @return files or folders; empty if there are none
     * @throws IOException if the folder of dicompixelanon cannot be read
     */
    public List<Path> rules() throws IOException {
        Optional<Path> chosen = chosen(RULES);
        return chosen.isPresent() ? List.of(chosen.get()) : environment.recipes();
    }

    /**
     * The folder for redacted files.
     *
     * @return empty if none is chosen yet
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
     * The size of the cache of drawn planes in bytes.
     *
     * @return a positive number
     */
    public long cacheBytes() {
        return (long) preferences.getInt("cacheMegabytes", DEFAULT_CACHE_MEGABYTES) << 20;
    }

    /**
     * The account recorded with changes.
     *
     * @return the name of the account
     */
    public String user() {
        return environment.user();
    }

    /**
     * The folder of relative paths ({@code PACS_ROOT}).
     *
     * @return empty if it is not set
     */
    public Optional<Path> pacsRoot() {
        return environment.pacsRoot();
    }

    /**
     * The detectors, like {@code --pii}.
     *
     * @return comma-separated names
     */
    public String detectors() {
        return preferences.get(PII, DetectorNames.DEFAULT);
    }

    /**
     * The recogniser, like {@code --ocr}.
     *
     * @return a name
     */
    public String recognizer() {
        return preferences.get(OCR, TesseractService.NAME);
    }

    /**
     * The engine options, like {@code --engine-option}.
     *
     * @return settings with semicolons between
     */
    public String engineOptions() {
        return preferences.get(ENGINE_OPTIONS, "");
    }

    /**
     * The available engines; the first call takes a while.
     *
     * @return all of them
     * @throws EngineException if an extension must not be executed or cannot be loaded
     */
    public Engines engines() throws EngineException {
        return engines.find();
    }

    /**
     * Parses engine options.
     *
     * @param text settings with semicolons between
     * @param there the available engines
     * @return the settings
     * @throws EngineException if one is malformed, or an engine or option does not exist
     */
    public static EngineChoices choices(String text, Engines there) throws EngineException {
        List<String> texts = Arrays.stream(text.split(";", -1)).filter(t -> !t.isBlank()).toList();
        return EngineChoices.of(texts, there);
    }

    /** The types kept and blanked, like {@code --profile}, {@code --keep} and {@code --blank}. */
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
     * The judge with the current lists.
     *
     * @return judges text
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

    /** A value that changes with the list, since compiling thousands of expressions takes time. */
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
     * The policy for the SOP Instance UID of a redacted copy.
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
     * The policy for frames of a lossy syntax.
     *
     * @return the policy
     */
    public LossyPolicy lossyPolicy() {
        return LossyPolicy.valueOf(preferences.get("lossy", LossyPolicy.KEEP_LOSSLESS.name()));
    }

    /**
     * The salt of hashed UIDs.
     *
     * @return any text
     */
    public String salt() {
        return preferences.get("salt", "");
    }

    /**
     * The folder for unpacked native libraries and language data.
     *
     * @return the same folder as on the command line
     */
    public Path cache() {
        return environment.cache();
    }

    /**
     * Whether text is never searched, so that no recogniser is loaded ({@code --viewer}).
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
     * The version in audit entries and reports.
     *
     * @return the version of the workbench
     */
    public String version() {
        return "0.1.0";
    }

    /**
     * Other preferences of the workbench.
     *
     * @return the user's preferences of the workbench
     */
    public Preferences preferences() {
        return preferences;
    }

    /**
     * Sets a path.
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
     * A chosen path.
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
