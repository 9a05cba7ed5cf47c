package org.pixelanon.codec.jpeg2000;

import com.sun.jna.Pointer;

/** An opj_image_t of a 64-bit system; closing it frees it. */
final class OpenJpegImage implements AutoCloseable {

    private static final int RIGHT = 8;
    private static final int BOTTOM = 12;
    private static final int COUNT = 16;
    private static final int COMPONENTS = 24;

    /** Size of opj_image_comp_t and offsets of its fields, in bytes. */
    private static final int COMPONENT = 64;

    private static final int WIDTH = 8;
    private static final int HEIGHT = 12;
    private static final int PRECISION = 24;
    private static final int SIGNED = 32;
    private static final int DATA = 48;

    private final OpenJpeg library;
    private final Pointer handle;

    OpenJpegImage(OpenJpeg library, Pointer handle) {
        this.library = library;
        this.handle = handle;
    }

    Pointer handle() {
        return handle;
    }

    /** Sets the image area, from the origin on. */
    void area(int columns, int rows) {
        handle.setInt(RIGHT, columns);
        handle.setInt(BOTTOM, rows);
    }

    /** Returns whether it agrees with the header of its codestream. */
    boolean agrees(ImageSize header) {
        if (handle.getInt(COUNT) != header.components()) {
            return false;
        }
        for (int i = 0; i < header.components(); i++) {
            Pointer component = component(i);
            if (component.getInt(WIDTH) != header.columns()
                    || component.getInt(HEIGHT) != header.rows()
                    || component.getInt(PRECISION) != header.precision()
                    || (component.getInt(SIGNED) != 0) != header.signed()
                    || component.getPointer(DATA) == null) {
                return false;
            }
        }
        return true;
    }

    /** The samples of a component, an int each. */
    Pointer data(int component) {
        return component(component).getPointer(DATA);
    }

    private Pointer component(int index) {
        return handle.getPointer(COMPONENTS).share((long) index * COMPONENT);
    }

    @Override
    public void close() {
        library.function("opj_image_destroy").invokeVoid(new Object[] {handle});
    }
}
