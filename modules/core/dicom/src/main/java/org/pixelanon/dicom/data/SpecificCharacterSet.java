package org.pixelanon.dicom.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How text of a data set is encoded (DICOM PS3.3 C.12.1.1.2, PS3.5 6.1 and annexes H to K): one
 * character set, or several with ISO 2022 escape sequences that hold until the next delimiter.
 * Immutable.
 */
final class SpecificCharacterSet {

    private static final byte ESCAPE = 0x1B;
    private static final Charset JAPANESE = Charset.forName("EUC-JP");
    private static final Charset KATAKANA = Charset.forName("JIS_X0201");
    private static final Charset KOREAN = Charset.forName("EUC-KR");
    private static final Charset CHINESE = Charset.forName("GB2312");

    /** The code element that bytes above 127 stand for, by the number in ISO_IR or ISO 2022 IR. */
    private static final Map<String, Charset> HIGH =
            Map.ofEntries(
                    Map.entry("100", StandardCharsets.ISO_8859_1),
                    Map.entry("101", Charset.forName("ISO-8859-2")),
                    Map.entry("109", Charset.forName("ISO-8859-3")),
                    Map.entry("110", Charset.forName("ISO-8859-4")),
                    Map.entry("144", Charset.forName("ISO-8859-5")),
                    Map.entry("127", Charset.forName("ISO-8859-6")),
                    Map.entry("126", Charset.forName("ISO-8859-7")),
                    Map.entry("138", Charset.forName("ISO-8859-8")),
                    Map.entry("148", Charset.forName("ISO-8859-9")),
                    Map.entry("203", Charset.forName("ISO-8859-15")),
                    Map.entry("166", Charset.forName("TIS-620")),
                    Map.entry("13", KATAKANA),
                    Map.entry("149", KOREAN),
                    Map.entry("58", CHINESE));

    /** Escape sequences that choose what bytes above 127 stand for. */
    private static final Map<String, Charset> HIGH_ESCAPES =
            Map.ofEntries(
                    Map.entry("-A", StandardCharsets.ISO_8859_1),
                    Map.entry("-B", Charset.forName("ISO-8859-2")),
                    Map.entry("-C", Charset.forName("ISO-8859-3")),
                    Map.entry("-D", Charset.forName("ISO-8859-4")),
                    Map.entry("-L", Charset.forName("ISO-8859-5")),
                    Map.entry("-G", Charset.forName("ISO-8859-6")),
                    Map.entry("-F", Charset.forName("ISO-8859-7")),
                    Map.entry("-H", Charset.forName("ISO-8859-8")),
                    Map.entry("-M", Charset.forName("ISO-8859-9")),
                    Map.entry("-b", Charset.forName("ISO-8859-15")),
                    Map.entry("-T", Charset.forName("TIS-620")),
                    Map.entry(")I", KATAKANA),
                    Map.entry("$)C", KOREAN),
                    Map.entry("$)A", CHINESE));

    /** The default repertoire; bytes above 127 are then taken for UTF-8 or Latin 1. */
    static final SpecificCharacterSet DEFAULT = new SpecificCharacterSet(List.of());

    /** What bytes below 128 stand for. */
    private enum Low {
        ASCII,
        KANJI,
        SUPPLEMENTARY_KANJI
    }

    private final @Nullable Charset whole;
    private final @Nullable Charset initialHigh;

    private SpecificCharacterSet(List<String> terms) {
        String first = terms.isEmpty() ? "" : terms.get(0).strip();
        this.whole = terms.size() <= 1 ? wholeCharset(first) : null;
        int blank = Math.max(first.lastIndexOf(' '), first.lastIndexOf('_'));
        this.initialHigh = HIGH.get(first.substring(blank + 1));
    }

    /**
     * The character set of a data set.
     *
     * @param terms the values of (0008,0005), the first of which may be empty
     */
    static SpecificCharacterSet of(List<String> terms) {
        return terms.isEmpty() ? DEFAULT : new SpecificCharacterSet(terms);
    }

    private static @Nullable Charset wholeCharset(String term) {
        return switch (term) {
            case "ISO_IR 192", "ISO 2022 IR 192", "UTF-8" -> StandardCharsets.UTF_8;
            case "GB18030" -> Charset.forName("GB18030");
            case "GBK" -> Charset.forName("GBK");
            default -> null;
        };
    }

    /**
     * Decodes a value, all of it: whoever splits it at backslashes must do so afterwards, because a
     * backslash may be the second byte of a character.
     *
     * @param bytes the value
     * @param personName true if = and ^ end the effect of escape sequences as well
     */
    String decode(byte[] bytes, boolean personName) {
        if (whole != null) {
            return new String(bytes, whole);
        }
        boolean plain = true;
        for (byte b : bytes) {
            plain &= b >= 0 && b != ESCAPE;
        }
        return plain
                ? new String(bytes, StandardCharsets.US_ASCII)
                : new Iso2022(bytes, personName).decode();
    }

    /** One skip a value with escape sequences or bytes above 127. */
    private final class Iso2022 {

        private final byte[] bytes;
        private final boolean personName;
        private final StringBuilder out = new StringBuilder();
        private Low low = Low.ASCII;
        private @Nullable Charset high = initialHigh;

        Iso2022(byte[] bytes, boolean personName) {
            this.bytes = bytes;
            this.personName = personName;
        }

        String decode() {
            int at = 0;
            while (at < bytes.length) {
                if (bytes[at] == ESCAPE) {
                    at = escape(at);
                } else if (bytes[at] < 0) {
                    at = highRun(at);
                } else if (low != Low.ASCII && at + 1 < bytes.length && isGraphic(bytes[at])) {
                    at = kanji(at);
                } else {
                    delimit(bytes[at]);
                    out.append((char) bytes[at++]);
                }
            }
            return out.toString();
        }

        private boolean isGraphic(byte b) {
            return b > 0x20 && b < 0x7F;
        }

        private void delimit(byte b) {
            boolean delimiter =
                    b == '\\'
                            || b == '\r'
                            || b == '\n'
                            || b == '\f'
                            || b == '\t'
                            || personName && (b == '^' || b == '=');
            if (delimiter) {
                low = Low.ASCII;
                high = initialHigh;
            }
        }

        private int highRun(int start) {
            int end = start;
            while (end < bytes.length && bytes[end] < 0) {
                end++;
            }
            ByteBuffer run = ByteBuffer.wrap(bytes, start, end - start);
            if (high != null) {
                out.append(high.decode(run));
            } else {
                out.append(undeclared(run));
            }
            return end;
        }

        private int kanji(int at) {
            byte a = (byte) (bytes[at] | 0x80);
            byte b = (byte) (bytes[at + 1] | 0x80);
            byte[] euc = low == Low.KANJI ? new byte[] {a, b} : new byte[] {(byte) 0x8F, a, b};
            out.append(new String(euc, JAPANESE));
            return at + 2;
        }

        private int escape(int at) {
            for (int length = 2; length <= 3 && at + length < bytes.length; length++) {
                String sequence = new String(bytes, at + 1, length, StandardCharsets.ISO_8859_1);
                Charset chosen = HIGH_ESCAPES.get(sequence);
                if (chosen != null) {
                    high = chosen;
                    return at + 1 + length;
                }
                switch (sequence) {
                    case "(B", "(J" -> low = Low.ASCII;
                    case "$B", "$@" -> low = Low.KANJI;
                    case "$(D" -> low = Low.SUPPLEMENTARY_KANJI;
                    default -> {
                        continue;
                    }
                }
                return at + 1 + length;
            }
            out.append((char) ESCAPE);
            return at + 1;
        }
    }

    /**
     * Files that declare nothing and use more than ASCII are UTF-8 if they can be, else Latin 1.
     */
    private static CharSequence undeclared(ByteBuffer run) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(run.duplicate());
        } catch (CharacterCodingException e) {
            return StandardCharsets.ISO_8859_1.decode(run);
        }
    }
}
