package blackbox.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commands in the code blocks of the documentation. */
public final class PageCommands {

    /** Where the sources are. */
    public static final Path ROOT = Path.of(System.getProperty("pixelanon.root"));

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final List<String> SHELLS = List.of("", "sh", "bash");
    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"|])+|\\|");
    private static final Pattern PROGRAM =
            Pattern.compile("(?:ExecStart=|<\\()?(?:\\S*/)?pixelanon(?:-cli)?");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\w+");
    private static final Pattern END = Pattern.compile("\\||[<>].*|&&|;");

    private PageCommands() {}

    /** A command and the page it is on, without the name of the program. */
    public record PageCommand(Path page, List<String> words) {

        @Override
        public String toString() {
            return ROOT.relativize(page) + ": pixelanon " + String.join(" ", words);
        }
    }

    /** All pages, in order. */
    public static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> top = Files.list(ROOT)) {
            top.filter(PageCommands::isPage).forEach(pages::add);
        }
        for (String folder : List.of("docs", "models")) {
            try (Stream<Path> walk = Files.walk(ROOT.resolve(folder))) {
                walk.filter(PageCommands::isPage).forEach(pages::add);
            }
        }
        return pages.stream().sorted().toList();
    }

    private static boolean isPage(Path file) {
        return file.getFileName().toString().endsWith(".md");
    }

    /** The commands of a page from top to bottom; those that open the workbench are left out. */
    public static List<PageCommand> of(Path page) throws IOException {
        List<PageCommand> commands = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(page));
        while (block.find()) {
            if (!SHELLS.contains(block.group(1))) {
                continue;
            }
            for (String line : block.group(2).replace("\\\n", " ").split("\n")) {
                commands(line).forEach(words -> commands.add(new PageCommand(page, words)));
            }
        }
        return commands;
    }

    /**
     * The commands of one line as a shell divides it; those that open the workbench are left out.
     */
    public static List<List<String>> commands(String line) {
        List<List<String>> commands = new ArrayList<>();
        List<String> current = null;
        Matcher word = WORD.matcher(line);
        while (word.find() && !word.group().startsWith("#")) {
            if (current == null && PROGRAM.matcher(word.group()).matches()) {
                current = new ArrayList<>();
                commands.add(current);
            } else if (END.matcher(word.group()).matches()) {
                current = null;
            } else if (current != null) {
                current.add(plain(word.group()));
            }
        }
        commands.removeIf(c -> c.isEmpty() || c.get(0).equals("workbench"));
        return commands;
    }

    /** The word as the shell hands it on; a variable is taken for a number. */
    private static String plain(String word) {
        String text = word.startsWith("'") ? word : VARIABLE.matcher(word).replaceAll("1");
        return text.replaceAll("['\"]", "").replaceAll("\\)$", "");
    }
}
