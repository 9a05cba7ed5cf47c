package blackbox.pii;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import net.datafaker.Faker;
import org.yaml.snakeyaml.Yaml;

/** The given names and surnames of all locales of datafaker, as its files have them. */
public final class FakedNames {

    private static final Pattern NAMES = Pattern.compile("first|last|male|female|middle|surname");

    private FakedNames() {}

    /** Every name of two letters and more, or of one ideograph. */
    public static SortedSet<String> all() {
        SortedSet<String> names = new TreeSet<>();
        try (JarFile jar = new JarFile(jar().toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                if (entry.getName().endsWith(".yml")) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        gather(new Yaml().load(in), "", false, names);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private static Path jar() {
        try {
            return Path.of(Faker.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void gather(Object node, String key, boolean inName, SortedSet<String> names) {
        if (node instanceof Map<?, ?> map) {
            map.forEach(
                    (name, value) ->
                            gather(
                                    value,
                                    String.valueOf(name),
                                    inName || key.equals("name"),
                                    names));
        } else if (inName || key.equals("name")) {
            boolean ofPeople = inName && NAMES.matcher(key).find();
            Collection<?> values = node instanceof Collection<?> list ? list : List.of(node);
            if (ofPeople) {
                values.stream().map(String::valueOf).filter(FakedNames::isName).forEach(names::add);
            }
        }
    }

    private static boolean isName(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        boolean ideograph = text.codePoints().anyMatch(Character::isIdeographic);
        return !text.contains("#{") && (letters > 1 || ideograph);
    }
}
