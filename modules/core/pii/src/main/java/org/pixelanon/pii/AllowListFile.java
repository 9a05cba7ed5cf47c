package org.pixelanon.pii;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pixelanon.model.Identity.Device;

/**
 * An allow-list as users write it: expressions, remarks behind {@code # }, and {@code # device:
 * Modality=US; Manufacturer=...; ManufacturerModelName=...}, from which on, up to the next such
 * line, expressions are for files of that device alone; {@code # device: any} ends that. Other
 * programs see expressions that match nothing there.
 */
final class AllowListFile {

    private static final String REMARK = "# ";
    private static final String DEVICE = "# device:";
    private static final String ANY = "any";
    private static final String MODALITY = "Modality";
    private static final String MANUFACTURER = "Manufacturer";
    private static final String MODEL = "ManufacturerModelName";

    /** Names of devices may hold semicolons. */
    private static final Pattern PARTING =
            Pattern.compile(";\\s*(?=(?:Modality|Manufacturer|ManufacturerModelName)=)");

    private AllowListFile() {}

    /** Whether a line is a remark and no expression. */
    static boolean isRemark(String line) {
        return line.startsWith(REMARK) || line.equals("#");
    }

    /**
     * The expressions for each device, those for all under {@link Device#UNKNOWN}. Each list has as
     * many lines as the file, empty where the line is not of it, so that numbers of lines stay.
     *
     * @throws PiiException naming the 1-based line that names no device
     */
    static Map<Device, List<String>> byDevice(List<String> lines, String name) throws PiiException {
        Map<Device, List<String>> all = new LinkedHashMap<>();
        Device device = Device.UNKNOWN;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(DEVICE)) {
                int number = i + 1;
                device =
                        device(line.substring(DEVICE.length()).strip())
                                .orElseThrow(
                                        () ->
                                                new PiiException(
                                                        name
                                                                + ": line "
                                                                + number
                                                                + ": names no device: write "
                                                                + line(
                                                                        new Device(
                                                                                "...", "...",
                                                                                "..."))
                                                                + " or any"));
            } else if (!line.isBlank() && !isRemark(line)) {
                List<String> own = all.computeIfAbsent(device, d -> new ArrayList<>());
                while (own.size() < i) {
                    own.add("");
                }
                own.add(line);
            }
        }
        return all;
    }

    private static Optional<Device> device(String text) {
        if (text.equals(ANY)) {
            return Optional.of(Device.UNKNOWN);
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : PARTING.split(text, -1)) {
            String[] pair = part.split("=", 2);
            if (pair.length < 2 || values.put(pair[0].strip(), pair[1].strip()) != null) {
                return Optional.empty();
            }
        }
        Device device =
                new Device(
                        values.getOrDefault(MODALITY, ""),
                        values.getOrDefault(MANUFACTURER, ""),
                        values.getOrDefault(MODEL, ""));
        values.keySet().removeAll(List.of(MODALITY, MANUFACTURER, MODEL));
        return values.isEmpty() && device.isKnown() ? Optional.of(device) : Optional.empty();
    }

    /** The line from which on expressions are for a device alone. */
    static String line(Device device) {
        return device.isKnown()
                ? String.join(
                        "; ",
                        DEVICE + " " + MODALITY + "=" + device.modality(),
                        MANUFACTURER + "=" + device.manufacturer(),
                        MODEL + "=" + device.model())
                : DEVICE + " " + ANY;
    }
}
