package org.pixelanon.pii;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.pixelanon.pii.text.PlainText;
import org.pixelanon.pii.text.PlainText.Word;

/**
 * One way to read a part of a text as a date.
 *
 * @param year four digits, or 0 to 99 if written with two, or -1 if absent
 * @param month 1 to 12
 * @param day 1 to 31, or -1 if absent
 * @param sure true if nothing but a date is written like this
 */
record WrittenDate(int year, int month, int day, boolean sure) {

    private static final Pattern JOIN = Pattern.compile("[\\s./\\-_,'’\\\\]{1,3}");
    private static final Pattern SPACE = Pattern.compile("\\s*");
    private static final Pattern CHINESE = Pattern.compile("[年月日]");

    /** True if both may be the same day; parts that are not written do not speak against it. */
    boolean isPartOf(int y, int m, int d) {
        boolean sameYear = year < 0 || year == y || (year < 100 && year == y % 100);
        return sameYear && month == m && (day < 0 || day == d);
    }

    /** Every reading of every part of a text. */
    static List<WrittenDate> in(String text) {
        List<WrittenDate> found = new ArrayList<>();
        String plain = PlainText.of(CHINESE.matcher(text).replaceAll("."));
        List<Word> words = new ArrayList<>();
        PlainText.words(plain).forEach(w -> split(w, words));
        for (int i = 0; i < words.size(); i++) {
            compact(words.get(i).text(), found);
            if (i + 1 < words.size() && joins(words.get(i + 1))) {
                pair(words.get(i).text(), words.get(i + 1), found);
                if (i + 2 < words.size() && joins(words.get(i + 2))) {
                    triple(words.get(i).text(), words.get(i + 1), words.get(i + 2), found);
                }
            }
        }
        return found;
    }

    private static boolean joins(Word word) {
        return word.before().isEmpty() || JOIN.matcher(word.before()).matches();
    }

    /** Parts 07MAR1956 into three words. */
    private static void split(Word word, List<Word> words) {
        String text = word.text();
        if (PlainText.realDigits(text) > 0 && text.length() <= 17) {
            for (int from = 0; from <= 4 && from < text.length(); from++) {
                for (int to = text.length(); to >= from + 3 && to >= text.length() - 4; to--) {
                    boolean rest =
                            isNumber(text.substring(0, from)) && isNumber(text.substring(to));
                    if (rest && MonthNames.number(text.substring(from, to)) > 0) {
                        String before = word.before();
                        if (from > 0) {
                            words.add(new Word(text.substring(0, from), before));
                            before = "";
                        }
                        words.add(new Word(text.substring(from, to), before));
                        if (to < text.length()) {
                            words.add(new Word(text.substring(to), ""));
                        }
                        return;
                    }
                }
            }
        }
        words.add(word);
    }

    private static boolean isNumber(String text) {
        return text.isEmpty() || !PlainText.digits(text).isEmpty();
    }

    private static void compact(String word, List<WrittenDate> found) {
        String digits = PlainText.digits(word);
        if (2 * PlainText.realDigits(word) < word.length()) {
            return;
        }
        if (digits.length() == 8 || digits.length() == 14) {
            add(digits, 0, 4, 4, 2, 6, 2, true, found);
            add(digits, 0, 4, 6, 2, 4, 2, true, found);
            add(digits, 4, 4, 2, 2, 0, 2, true, found);
            add(digits, 4, 4, 0, 2, 2, 2, true, found);
        } else if (digits.length() == 6) {
            add(digits, 0, 2, 2, 2, 4, 2, false, found);
            add(digits, 4, 2, 2, 2, 0, 2, false, found);
            add(digits, 4, 2, 0, 2, 2, 2, false, found);
        }
    }

    private static void add(
            String digits,
            int y,
            int yl,
            int m,
            int ml,
            int d,
            int dl,
            boolean sure,
            List<WrittenDate> found) {
        add(
                digits.substring(y, y + yl),
                Integer.parseInt(digits.substring(m, m + ml)),
                digits.substring(d, d + dl),
                sure,
                found);
    }

    private static void pair(String first, Word second, List<WrittenDate> found) {
        int firstMonth = MonthNames.number(first);
        int secondMonth = MonthNames.number(second.text());
        String a = number(first, true);
        String b = number(second.text(), true);
        if (firstMonth > 0 && b.length() == 4) {
            add(b, firstMonth, "", true, found);
        } else if (firstMonth > 0 && !b.isEmpty() && first.length() > 3) {
            add("", firstMonth, b, false, found);
        } else if (secondMonth > 0 && (a.length() == 1 || a.length() == 2)) {
            add("", secondMonth, a, false, found);
        } else if (a.length() == 2
                && b.length() == 4
                && !SPACE.matcher(second.before()).matches()) {
            add(b, Integer.parseInt(a), "", false, found);
        }
    }

    private static void triple(String first, Word second, Word third, List<WrittenDate> found) {
        boolean tight =
                !SPACE.matcher(second.before()).matches()
                        && !SPACE.matcher(third.before()).matches();
        String a = number(first, !tight);
        String c = number(third.text(), !tight);
        int firstMonth = MonthNames.number(first);
        int month = MonthNames.number(second.text());
        String b = number(second.text(), !tight);
        if (month > 0 && !a.isEmpty() && !c.isEmpty()) {
            add(c, month, a, true, found);
            add(a, month, c, true, found);
        } else if (firstMonth > 0 && !b.isEmpty() && !c.isEmpty()) {
            add(c, firstMonth, b, true, found);
        } else if (!a.isEmpty() && !b.isEmpty() && !c.isEmpty()) {
            String all = first + second.text() + third.text();
            if (2 * PlainText.realDigits(all) >= all.length()) {
                boolean sure = a.length() == 4 || c.length() == 4;
                add(a, value(b), c, sure, found);
                add(a, value(c), b, sure, found);
                add(c, value(b), a, sure, found);
                add(c, value(a), b, sure, found);
            }
        }
    }

    private static int value(String digits) {
        return digits.length() > 2 ? 0 : Integer.parseInt(digits);
    }

    /** The digits of a part; a part without any real digit only counts where signs part a date. */
    private static String number(String word, boolean real) {
        if (word.length() > 4
                || ((real || word.length() == 1) && PlainText.realDigits(word) == 0)) {
            return "";
        }
        return PlainText.digits(word);
    }

    private static void add(
            String year, int month, String day, boolean sure, List<WrittenDate> found) {
        int y = year.isEmpty() ? -1 : Integer.parseInt(year);
        int d = day.isEmpty() ? -1 : Integer.parseInt(day);
        boolean possibleYear =
                year.isEmpty()
                        || year.length() == 2
                        || (year.length() == 4 && y >= 1850 && y <= 2150);
        boolean possibleDay = day.isEmpty() || (day.length() <= 2 && d >= 1 && d <= 31);
        if (possibleYear && possibleDay && month >= 1 && month <= 12) {
            found.add(new WrittenDate(y, month, d, sure));
        }
    }
}
