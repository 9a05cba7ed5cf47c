package org.pixelanon.pii;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.Identity;
import org.pixelanon.model.Identity.Device;
import org.pixelanon.model.PiiDetector;
import org.pixelanon.model.Reason;
import org.pixelanon.pii.regex.RegexList;

/**
 * Releases text that an expression of the user's file matches entirely, exactly, never by
 * resemblance, and never by an expression that has to be given up. Blanks at the ends of a text or
 * of a line of the file count. A file holds one Python expression a line, and may say of which
 * device those that follow are. Immutable and thread-safe.
 */
public final class AllowList implements PiiDetector {

    private final Map<Device, RegexList> lists;
    private final List<AllowListCheck.Remark> ignored;

    private AllowList(Map<Device, RegexList> lists, List<AllowListCheck.Remark> ignored) {
        this.lists = Map.copyOf(lists);
        this.ignored = List.copyOf(ignored);
    }

    /**
     * Reads a file.
     *
     * @param file one Python regular expression a line, UTF-8
     * @return the list
     * @throws PiiException if the file cannot be read, or naming the lines that are broken
     */
    public static AllowList read(Path file) throws PiiException {
        return of(RegexFile.lines(file), file.toString(), List.of());
    }

    /**
     * Reads a file without the lines that would release names.
     *
     * @param file one Python regular expression a line, UTF-8
     * @return the list, which tells those lines
     * @throws PiiException if the file cannot be read, or naming the lines that are broken
     */
    public static AllowList strict(Path file) throws PiiException {
        List<String> lines = new ArrayList<>(RegexFile.lines(file));
        List<AllowListCheck.Remark> ignored = AllowListCheck.names(lines);
        ignored.forEach(remark -> lines.set(remark.line() - 1, ""));
        return of(lines, file.toString(), ignored);
    }

    /**
     * A list from lines.
     *
     * @param lines one expression each; empty lines are skipped
     * @return the list
     * @throws PiiException naming the 1-based lines that are broken
     */
    public static AllowList of(List<String> lines) throws PiiException {
        return of(RegexFile.unmarked(lines), "allow-list", List.of());
    }

    private static AllowList of(
            List<String> lines, String name, List<AllowListCheck.Remark> ignored)
            throws PiiException {
        Map<Device, RegexList> lists = new LinkedHashMap<>();
        for (Map.Entry<Device, List<String>> of : AllowListFile.byDevice(lines, name).entrySet()) {
            lists.put(of.getKey(), RegexFile.of(of.getValue(), name));
        }
        return new AllowList(lists, ignored);
    }

    /**
     * The lines that are ignored because they would release names.
     *
     * @return none unless the list was read by {@link #strict}
     */
    public List<AllowListCheck.Remark> ignored() {
        return ignored;
    }

    @Override
    public String name() {
        return "allowlist";
    }

    @Override
    public Optional<Opinion> judge(String text, Identity identity) {
        OptionalInt line = line(lists.get(Device.UNKNOWN), text);
        if (line.isEmpty() && identity.device().isKnown()) {
            line = line(lists.get(identity.device()), text);
        }
        return line.isPresent()
                ? Optional.of(
                        new Opinion(
                                false,
                                new Reason(Reason.Kind.ALLOW_LIST, "line " + line.getAsInt())))
                : Optional.empty();
    }

    private static OptionalInt line(@Nullable RegexList list, String text) {
        return list == null ? OptionalInt.empty() : list.line(text, false);
    }
}
