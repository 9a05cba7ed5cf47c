package org.pixelanon.tags;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pixelanon.dicom.data.Dictionary;
import org.pixelanon.dicom.data.ElementLine;
import org.pixelanon.dicom.data.Tag;

/**
 * A place in the tree: an element, an item of a sequence, or the heading of a section. Immutable.
 *
 * @param path where it is, e.g. {@code (0040,A730)/2/(0040,A123)}; the same place of other files
 *     has the same path
 * @param depth how far it is indented, 0 for the elements of the data set
 * @param title tag of an element, number of an item, words of a heading
 * @param element the element; null for items and headings
 * @param searchable everything that can be searched, in lower case
 * @param children what is below it
 */
record TagNode(
        String path,
        int depth,
        String title,
        @Nullable ElementLine element,
        String searchable,
        List<TagNode> children) {

    TagNode {
        children = List.copyOf(children);
    }

    static TagNode of(ElementLine line, String path, int depth, List<TagNode> children) {
        String tag = Tag.toString(line.tag());
        String searchable =
                String.join(
                        "\n",
                        tag,
                        tag.substring(1, 5) + tag.substring(6, 10),
                        line.vr().name(),
                        Dictionary.keyword(line.tag()),
                        line.name(),
                        line.value());
        return new TagNode(path, depth, tag, line, searchable.toLowerCase(Locale.ROOT), children);
    }

    static TagNode ofItem(int number, String path, int depth, List<TagNode> children) {
        return new TagNode(path, depth, "Item " + number, null, "", children);
    }

    static TagNode heading(String title) {
        return new TagNode(title, 0, title, null, "", List.of());
    }

    boolean isHeading() {
        return path.equals(title) && element == null;
    }

    /** The path of the parent; empty at the top. */
    static String parentOf(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** Omits the value, which may be a name. */
    @Override
    public String toString() {
        return path;
    }
}
