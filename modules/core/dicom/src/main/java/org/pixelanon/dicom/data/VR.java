package org.pixelanon.dicom.data;

import org.jspecify.annotations.Nullable;

/** The 34 value representations of DICOM PS3.5 section 6.2. */
public enum VR {
    AE(Kind.TEXT, 1, false),
    AS(Kind.TEXT, 1, false),
    AT(Kind.BINARY, 2, false),
    CS(Kind.TEXT, 1, false),
    DA(Kind.TEXT, 1, false),
    DS(Kind.TEXT, 1, false),
    DT(Kind.TEXT, 1, false),
    FD(Kind.BINARY, 8, false),
    FL(Kind.BINARY, 4, false),
    IS(Kind.TEXT, 1, false),
    LO(Kind.LOCALIZED, 1, false),
    LT(Kind.PARAGRAPH, 1, false),
    OB(Kind.BINARY, 1, true),
    OD(Kind.BINARY, 8, true),
    OF(Kind.BINARY, 4, true),
    OL(Kind.BINARY, 4, true),
    OV(Kind.BINARY, 8, true),
    OW(Kind.BINARY, 2, true),
    PN(Kind.LOCALIZED, 1, false),
    SH(Kind.LOCALIZED, 1, false),
    SL(Kind.BINARY, 4, false),
    SQ(Kind.SEQUENCE, 1, true),
    SS(Kind.BINARY, 2, false),
    ST(Kind.PARAGRAPH, 1, false),
    SV(Kind.BINARY, 8, true),
    TM(Kind.TEXT, 1, false),
    UC(Kind.LOCALIZED, 1, true),
    UI(Kind.TEXT, 1, false),
    UL(Kind.BINARY, 4, false),
    UN(Kind.BINARY, 1, true),
    UR(Kind.TEXT, 1, true),
    US(Kind.BINARY, 2, false),
    UT(Kind.PARAGRAPH, 1, true),
    UV(Kind.BINARY, 8, true);

    private enum Kind {
        TEXT,
        LOCALIZED,
        PARAGRAPH,
        BINARY,
        SEQUENCE
    }

    private static final @Nullable VR[] BY_CODE = new VR[26 * 26];

    static {
        for (VR vr : values()) {
            BY_CODE[(vr.name().charAt(0) - 'A') * 26 + vr.name().charAt(1) - 'A'] = vr;
        }
    }

    private final Kind kind;
    private final int unit;
    private final boolean longHeader;

    VR(Kind kind, int unit, boolean longHeader) {
        this.kind = kind;
        this.unit = unit;
        this.longHeader = longHeader;
    }

    /**
     * The value representation written with two bytes.
     *
     * @param first the first byte, 0 to 255
     * @param second the second byte, 0 to 255
     * @return the value representation, or null if there is none of that name
     */
    static @Nullable VR of(int first, int second) {
        int a = first - 'A';
        int b = second - 'A';
        return a >= 0 && a < 26 && b >= 0 && b < 26 ? BY_CODE[a * 26 + b] : null;
    }

    /**
     * Returns whether an explicit header has a 4-byte length after 2 reserved bytes (PS3.5 7.1.2).
     *
     * @return true for 12-byte headers
     */
    public boolean hasLongHeader() {
        return longHeader;
    }

    /**
     * The size of the unit that byte order applies to.
     *
     * @return bytes, 1 for text
     */
    public int unit() {
        return unit;
    }

    /**
     * Returns whether the value is text of any kind.
     *
     * @return true for text
     */
    public boolean isText() {
        return kind == Kind.TEXT || isLocalized();
    }

    /**
     * Returns whether the value is written in the Specific Character Set.
     *
     * @return true for LO, LT, PN, SH, ST, UC and UT
     */
    public boolean isLocalized() {
        return kind == Kind.LOCALIZED || kind == Kind.PARAGRAPH;
    }

    /**
     * Returns whether a backslash separates values.
     *
     * @return false for LT, ST, UT and UR, in which it is a character like others
     */
    public boolean isMultiValued() {
        return kind != Kind.PARAGRAPH && this != UR;
    }
}
