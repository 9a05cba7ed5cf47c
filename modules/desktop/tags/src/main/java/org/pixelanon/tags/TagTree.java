package org.pixelanon.tags;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.pixelanon.dicom.DicomFile;
import org.pixelanon.dicom.data.ElementLine;
import org.pixelanon.dicom.data.Tag;

/**
 * All elements of one file as a tree, file meta information first. Built on a worker, because
 * values are read from the file; then immutable.
 *
 * @param roots the elements of the top level
 * @param all every place, in the order of the file
 */
record TagTree(List<TagNode> roots, List<TagNode> all) {

    /** The tree of no file. */
    static final TagTree EMPTY = new TagTree(List.of(), List.of());

    TagTree {
        roots = List.copyOf(roots);
        all = List.copyOf(all);
    }

    /**
     * Reads a file.
     *
     * @throws java.io.UncheckedIOException if it cannot be read, or was closed meanwhile
     */
    static TagTree read(DicomFile file) {
        List<ElementLine> lines = new ArrayList<>(ElementLine.of(file.fileMeta()));
        lines.addAll(ElementLine.of(file.attributes()));
        return of(lines);
    }

    static TagTree of(List<ElementLine> lines) {
        List<TagNode> roots = nodes(lines, "", 0);
        List<TagNode> all = new ArrayList<>();
        collect(roots, all);
        return new TagTree(roots, all);
    }

    private static List<TagNode> nodes(List<ElementLine> lines, String above, int depth) {
        List<TagNode> nodes = new ArrayList<>(lines.size());
        Map<String, Integer> seen = new HashMap<>();
        for (ElementLine line : lines) {
            String path = above + Tag.toString(line.tag());
            // a damaged file may repeat a tag; paths distinguish places
            int times = seen.merge(path, 1, Integer::sum);
            path = times == 1 ? path : path + "#" + times;
            nodes.add(TagNode.of(line, path, depth, items(line, path, depth + 1)));
        }
        return nodes;
    }

    private static List<TagNode> items(ElementLine line, String above, int depth) {
        List<TagNode> items = new ArrayList<>(line.items().size());
        for (int i = 0; i < line.items().size(); i++) {
            String path = above + "/" + (i + 1);
            List<TagNode> elements = nodes(line.items().get(i), path + "/", depth + 1);
            items.add(TagNode.ofItem(i + 1, path, depth, elements));
        }
        return items;
    }

    private static void collect(List<TagNode> nodes, List<TagNode> all) {
        for (TagNode node : nodes) {
            all.add(node);
            collect(node.children(), all);
        }
    }

    /** The elements that pass, in the order of the file. */
    List<TagNode> elements(Predicate<ElementLine> wanted) {
        return all.stream().filter(n -> n.element() != null && wanted.test(n.element())).toList();
    }
}
