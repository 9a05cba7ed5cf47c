package org.pixelanon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links of the documentation lead somewhere, and its lines fit on a screen. */
class PagesTest {

    private static final Path ROOT = Path.of(System.getProperty("pixelanon.root"));
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```$");
    private static final int WIDTH = 120;

    /** Pages whose lines may be longer, each with its reason. */
    private static final Set<String> WIDE = Set.of();

    @Test
    void every_relative_link_and_every_anchor_leads_somewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        int links = 0;
        for (Path page : pages()) {
            Matcher link = LINK.matcher(prose(page));
            while (link.find()) {
                if (!link.group(1).matches("[a-z+]+:.*")) {
                    links++;
                    if (!leadsSomewhere(page, link.group(1))) {
                        dead.add(ROOT.relativize(page) + ": " + link.group(1));
                    }
                }
            }
        }
        assertThat(dead).isEmpty();
        assertThat(links).isGreaterThan(100);
    }

    @Test
    void every_page_of_the_documentation_is_in_the_index() throws IOException {
        for (String folder : List.of("docs", "docs/decisions")) {
            String index = Files.readString(ROOT.resolve(folder).resolve("README.md"));
            try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
                files.map(f -> f.getFileName().toString())
                        .filter(f -> f.endsWith(".md") && !f.equals("README.md"))
                        .forEach(f -> assertThat(index).contains("(" + f + ")"));
            }
        }
    }

    @Test
    void no_line_is_wider_than_a_screen() throws IOException {
        List<String> wide = new ArrayList<>();
        for (Path page : pages()) {
            String name = ROOT.relativize(page).toString().replace('\\', '/');
            List<String> lines = Files.readAllLines(page);
            for (int i = 0; i < lines.size() && !WIDE.contains(name); i++) {
                if (lines.get(i).codePointCount(0, lines.get(i).length()) > WIDTH) {
                    wide.add(name + ":" + (i + 1));
                }
            }
        }
        assertThat(wide).isEmpty();
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> top = Files.list(ROOT)) {
            top.filter(PagesTest::isPage).forEach(pages::add);
        }
        for (String folder : List.of("docs", "models", "modules")) {
            try (Stream<Path> walk = Files.walk(ROOT.resolve(folder))) {
                walk.filter(PagesTest::isPage)
                        .filter(p -> !p.toString().contains("target"))
                        .forEach(pages::add);
            }
        }
        return pages;
    }

    private static boolean isPage(Path file) {
        return file.getFileName().toString().endsWith(".md");
    }

    private static String prose(Path page) throws IOException {
        return BLOCK.matcher(Files.readString(page)).replaceAll("");
    }

    private static boolean leadsSomewhere(Path page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
        return Files.exists(target) && (parts.length == 1 || anchors(target).contains(parts[1]));
    }

    /** The anchors that a heading gets where pages are shown. */
    private static Set<String> anchors(Path page) throws IOException {
        Set<String> anchors = new HashSet<>();
        HEADING.matcher(prose(page))
                .results()
                .map(h -> h.group(1).toLowerCase(Locale.ROOT))
                .map(h -> h.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1"))
                .map(h -> h.replaceAll("[^\\p{L}\\p{N} _-]", "").strip().replace(' ', '-'))
                .forEach(anchors::add);
        return anchors;
    }
}
