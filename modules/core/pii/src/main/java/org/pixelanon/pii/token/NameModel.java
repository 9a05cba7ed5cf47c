package org.pixelanon.pii.token;

import org.pixelanon.pii.text.PlainText;

/**
 * Says whether a word is built like a name: whether all its letter triples are frequent in names
 * ({@code triples.bin}). It can only veto: other words may be names too. Immutable.
 */
final class NameModel {

    private static final int LETTERS = 27;

    private final byte[] bits = DataFile.bytes("triples.bin");

    /** Whether a word may be a name by the order of its letters; other scripts always may. */
    boolean isLikeName(String word) {
        int a = 0;
        int b = 0;
        String plain = PlainText.of(word);
        for (int i = 0; i <= plain.length(); i++) {
            int c = i == plain.length() ? 0 : plain.charAt(i) - 'A' + 1;
            if (c < 0 || c >= LETTERS) {
                return true;
            }
            if (i > 0 && !isFrequent(a, b, c)) {
                return false;
            }
            a = b;
            b = c;
        }
        return true;
    }

    private boolean isFrequent(int a, int b, int c) {
        int at = (a * LETTERS + b) * LETTERS + c;
        return (bits[at >> 3] & 1 << (at & 7)) != 0;
    }
}
