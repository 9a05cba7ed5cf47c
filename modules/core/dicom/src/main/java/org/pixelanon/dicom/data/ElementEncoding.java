package org.pixelanon.dicom.data;

/** How elements of a data set, or of a part of it, are written. */
record ElementEncoding(boolean explicit, boolean bigEndian) {
    static final ElementEncoding IMPLICIT_LITTLE = new ElementEncoding(false, false);
    static final ElementEncoding EXPLICIT_LITTLE = new ElementEncoding(true, false);
    static final ElementEncoding EXPLICIT_BIG = new ElementEncoding(true, true);
}
