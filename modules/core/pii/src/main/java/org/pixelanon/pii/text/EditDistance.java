package org.pixelanon.pii.text;

/** How many characters differ (Levenshtein; Sellers for a part of a longer text). */
public final class EditDistance {

    private EditDistance() {}

    /** True if two words differ in at most so many insertions, deletions and exchanges. */
    public static boolean within(String a, String b, int most) {
        return Math.abs(a.length() - b.length()) <= most && row(a, b, false)[b.length()] <= most;
    }

    /** True if some part of the text differs from the needle in at most so many places. */
    public static boolean partWithin(String needle, String text, int most) {
        for (int distance : row(needle, text, true)) {
            if (distance <= most) {
                return true;
            }
        }
        return false;
    }

    private static int[] row(String needle, String text, boolean anywhere) {
        int[] row = new int[text.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = anywhere ? 0 : j;
        }
        for (int i = 1; i <= needle.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (needle.charAt(i - 1) == text.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row;
    }
}
