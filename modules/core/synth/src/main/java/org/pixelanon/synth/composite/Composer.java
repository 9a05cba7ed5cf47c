package org.pixelanon.synth.composite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.synth.Chance;

/** Arranges texts on a plane as on screens: blocks, tables, letters, captions, large words. */
final class Composer {
    private static final int FEWEST = 8;
    private static final int MOST = 14;
    private static final int TRIES = 24;

    /** On screens, three of four texts are about the picture, one is about a person. */
    private static final TextClass[] CORNER =
            mixed(
                    List.of(
                            TextClass.NAME,
                            TextClass.ID,
                            TextClass.DATE,
                            TextClass.TIME,
                            TextClass.AGE,
                            TextClass.INSTITUTION,
                            TextClass.ADDRESS,
                            TextClass.PHONE),
                    List.of(
                            TextClass.TECHNIQUE,
                            TextClass.TECHNIQUE,
                            TextClass.PROBE,
                            TextClass.BRAND,
                            TextClass.SCREEN,
                            TextClass.ANATOMY,
                            TextClass.MEASUREMENT));

    private static final TextClass[] FREE =
            mixed(
                    List.of(
                            TextClass.NAME,
                            TextClass.DATE,
                            TextClass.ADDRESS,
                            TextClass.TIME,
                            TextClass.INSTITUTION,
                            TextClass.PHONE),
                    List.of(
                            TextClass.ANATOMY,
                            TextClass.SCREEN,
                            TextClass.MARKER,
                            TextClass.MEASUREMENT,
                            TextClass.TECHNIQUE,
                            TextClass.ANATOMY));

    private static final TextClass[] TABLE =
            mixed(
                    List.of(TextClass.ID, TextClass.DATE, TextClass.TIME, TextClass.AGE),
                    List.of(TextClass.MEASUREMENT));

    private static final TextClass[] SHORT =
            mixed(
                    List.of(
                            TextClass.TIME,
                            TextClass.AGE,
                            TextClass.DATE,
                            TextClass.ID,
                            TextClass.NAME),
                    List.of(TextClass.MARKER, TextClass.MEASUREMENT, TextClass.SCREEN));

    private static final TextClass[] LOGO = {
        TextClass.BRAND, TextClass.BRAND, TextClass.BRAND, TextClass.INSTITUTION
    };

    private final Sheet sheet;
    private final Pen pen;
    private final PhraseBook book;
    private final Looks looks;
    private final Chance chance;
    private final Things things;
    private final int wanted;

    Composer(Sheet sheet, PhraseBook book, Typefaces typefaces, Chance chance) {
        this.sheet = sheet;
        this.pen = new Pen(sheet);
        this.book = book;
        this.looks = new Looks(typefaces, sheet.channels == 3, chance);
        this.chance = chance;
        this.things = new Things(sheet, chance);
        this.wanted = chance.between(FEWEST, MOST);
    }

    /** A choice in which one of four texts is about a person. */
    private static TextClass[] mixed(List<TextClass> ofPersons, List<TextClass> ofPictures) {
        List<TextClass> all = new ArrayList<>();
        for (int i = 0; i < ofPictures.size(); i++) {
            all.addAll(ofPersons);
        }
        for (int i = 0; i < 3 * ofPersons.size(); i++) {
            all.addAll(ofPictures);
        }
        return all.toArray(TextClass[]::new);
    }

    List<TrueBox> compose() {
        List<Runnable> tasks = new ArrayList<>();
        decorate(tasks);
        tasks.add(this::corner);
        tasks.add(this::large);
        tasks.add(this::large);
        add(tasks, 2, this::corner);
        add(tasks, 3, this::table);
        add(tasks, 3, this::letters);
        add(tasks, 1, () -> free(chance.of(90, 270)));
        add(tasks, 1, () -> free(chance.of(90, 270)));
        add(tasks, 1, () -> free(180));
        add(tasks, 1, () -> free(slanted()));
        add(tasks, 3, this::upsideDown);
        add(tasks, 2, this::large);
        while (!tasks.isEmpty() && pen.written().size() < wanted) {
            tasks.remove(chance.below(tasks.size())).run();
        }
        for (int i = 0; i < TRIES && pen.written().size() < wanted; i++) {
            free(0);
        }
        return pen.written();
    }

    private void add(List<Runnable> tasks, int oneIn, Runnable task) {
        if (chance.oneIn(oneIn)) {
            tasks.add(task);
        }
    }

    /** Draws the things of the screen first, because text lies on top of them. */
    private void decorate(List<Runnable> tasks) {
        if (!chance.oneIn(3)) {
            List<Things.Anchor> anchors = things.ruler();
            tasks.add(() -> rulerNumbers(anchors));
        }
        for (int i = chance.below(3); i > 0; i--) {
            List<Things.Anchor> anchors = things.calliper();
            tasks.add(() -> captions(anchors, TextClass.MEASUREMENT));
        }
        if (!chance.oneIn(3)) {
            List<Things.Anchor> anchors = things.ecg();
            tasks.add(() -> captions(anchors, chance.of(CORNER)));
        }
        if (!chance.oneIn(6)) {
            List<Things.Anchor> anchors = things.logo();
            tasks.add(() -> captions(anchors, chance.of(LOGO)));
        }
        // the last two fit in the fewest places, so they must not come last
        while (tasks.size() > 1 && chance.oneIn(2)) {
            tasks.remove(tasks.size() - 1).run();
        }
    }

    private int slanted() {
        int degrees = chance.between(4, 40);
        return chance.oneIn(2) ? degrees : -degrees;
    }

    /** A block of lines in a corner. */
    private void corner() {
        block(chance.oneIn(2), chance.oneIn(2), 0);
    }

    private void upsideDown() {
        block(chance.oneIn(2), chance.oneIn(2), 180);
    }

    private void block(boolean right, boolean low, int turn) {
        Look look = looks.pick(Math.max(7, sheet.height / 22)).turned(turn);
        int lines = chance.between(2, 4);
        int margin = chance.between(4, 20);
        int spacing = chance.between(5, 9);
        int y = margin + (look.style() == Style.BOXED ? 4 : 0);
        List<Phrase> phrases = new ArrayList<>();
        int longest = longest(look, 0.45);
        for (int i = 0; i < lines; i++) {
            phrases.add(book.phrase(chance.of(CORNER), longest));
        }
        paper(look, right, low, margin, phrases);
        for (int missed = 0; !phrases.isEmpty() && missed < 6; ) {
            Optional<Ready> ready = ready(phrases.get(0), look, sheet.width * 6 / 10);
            if (ready.isEmpty()) {
                return;
            }
            Lettering text = ready.get().text;
            int width = text.right() - text.left();
            int height = text.bottom() - text.top();
            int x = right ? sheet.width - margin - 2 - width : margin + 2;
            boolean done = put(ready.get(), x, low ? sheet.height - y - height : y);
            missed += done ? 0 : 1;
            if (done) {
                phrases.remove(0);
            }
            y += Math.max(height, look.capital()) + Math.max(6, look.capital() * spacing / 10);
        }
    }

    /** Light paper under a whole block of dark letters on dark ground. */
    private void paper(Look look, boolean right, boolean low, int margin, List<Phrase> lines) {
        if (look.style() != Style.DARK) {
            return;
        }
        int longest = lines.stream().mapToInt(p -> p.text().length()).max().orElse(1);
        int width = Math.min(sheet.width, margin + 20 + longest * look.capital() * 9 / 10);
        int high = margin * 2 + lines.size() * look.capital() * 12 / 5 + 20;
        int height = Math.min(sheet.height, high);
        boolean across = chance.oneIn(3);
        lay(
                new PixelRectangle(
                        across || !right ? 0 : sheet.width - width,
                        low ? sheet.height - height : 0,
                        across ? sheet.width : width,
                        height));
    }

    private void lay(PixelRectangle paper) {
        if (Ground.of(sheet, paper).mean() < 140) {
            pen.lay(paper, chance.between(150, 250));
        }
    }

    /** Names of quantities, and their values in a second column. */
    private void table() {
        Look look = looks.pick(Math.max(7, sheet.height / 30));
        int rows = chance.between(2, 4);
        int pitch = look.capital() * 9 / 5 + (look.style() == Style.PLAIN ? 4 : 10);
        int gap = look.capital() * chance.between(7, 10);
        for (int i = 0; i < TRIES; i++) {
            int x = chance.below(sheet.width);
            int y = chance.below(Math.max(1, sheet.height - pitch * rows));
            if (look.style() == Style.DARK) {
                paperAt(x - 6, y - 6, gap * 2, pitch * rows + 8);
            }
            int before = pen.written().size();
            for (int row = 0; row < rows; row++) {
                int top = y + row * pitch;
                ready(book.label(), look, gap - 4).ifPresent(r -> put(r, x, top));
                int from = x + gap;
                TextClass kind = chance.of(TABLE);
                ready(book.phrase(kind, 8), look, sheet.width / 3)
                        .ifPresent(r -> put(r, from, top));
            }
            if (pen.written().size() > before) {
                return;
            }
        }
    }

    private void paperAt(int x, int y, int width, int height) {
        int left = Math.max(0, x);
        int top = Math.max(0, y);
        int right = Math.min(sheet.width, x + width);
        int bottom = Math.min(sheet.height, y + height);
        if (right > left && bottom > top) {
            lay(new PixelRectangle(left, top, right - left, bottom - top));
        }
    }

    /** Letters that mark the sides, in the middle of edges or in a corner. */
    private void letters() {
        Look look = looks.pick(Math.max(8, sheet.height / 12));
        int away = chance.between(6, 40);
        int count = chance.between(1, 4);
        for (int i = 0; i < count; i++) {
            Optional<Ready> ready = ready(book.letter(), look, sheet.width / 3);
            if (ready.isPresent()) {
                int width = ready.get().width();
                int height = ready.get().height();
                int side = chance.below(4);
                int x =
                        side == 0
                                ? away
                                : side == 1 ? sheet.width - away - width : middle(sheet.width);
                int y =
                        side == 2
                                ? away
                                : side == 3 ? sheet.height - away - height : middle(sheet.height);
                if (look.style() == Style.DARK) {
                    paperAt(x - 8, y - 8, width + 16, height + 16);
                }
                put(ready.get(), x, y);
            }
        }
    }

    private static int middle(int length) {
        return length / 2;
    }

    private void rulerNumbers(List<Things.Anchor> anchors) {
        Look look = looks.pick(14);
        int step = chance.of(1, 5, 10);
        int first = chance.below(3);
        for (int i = first; i < Math.min(anchors.size(), first + 3); i++) {
            Phrase number = new Phrase(TextClass.MEASUREMENT, "" + i * step);
            at(number, look, anchors.get(i));
        }
    }

    private void captions(List<Things.Anchor> anchors, TextClass kind) {
        Look look = looks.pick(20);
        int count = chance.between(2, anchors.size());
        for (int i = 0; i < count; i++) {
            at(book.phrase(kind, longest(look, 0.4)), look, anchors.get(i));
        }
    }

    private void at(Phrase phrase, Look look, Things.Anchor anchor) {
        Optional<Ready> ready = ready(phrase, look, sheet.width / 2);
        if (ready.isPresent()) {
            int width = ready.get().width();
            int x =
                    anchor.side() > 0
                            ? anchor.x()
                            : anchor.side() < 0 ? anchor.x() - width : anchor.x() - width / 2;
            int inside = Math.max(4, Math.min(sheet.width - width - 4, x));
            put(ready.get(), inside, anchor.y() - ready.get().height() / 2);
        }
    }

    private void large() {
        Look look = looks.large(Math.max(26, sheet.height / 6));
        anywhere(book.phrase(chance.of(SHORT), longest(look, 0.8)), look);
    }

    private void free(int turn) {
        Look look = looks.pick(Math.max(7, sheet.height / 20)).turned(turn);
        anywhere(book.phrase(chance.of(FREE), longest(look, 0.6)), look);
    }

    private void anywhere(Phrase phrase, Look first) {
        Look look = first;
        for (int i = 0; i < TRIES; i++) {
            Optional<Ready> ready = ready(phrase, look, sheet.width - 8);
            if (ready.isEmpty()) {
                return;
            }
            int x = 4 + chance.below(Math.max(1, sheet.width - ready.get().width() - 8));
            int y = 4 + chance.below(Math.max(1, sheet.height - ready.get().height() - 8));
            if (look.style() == Style.DARK && i > TRIES / 2) {
                int around = look.capital() * 2 / 3 + 6;
                boolean across = chance.oneIn(2);
                paperAt(
                        across ? 0 : x - around,
                        y - around,
                        across ? sheet.width : ready.get().width() + 2 * around,
                        ready.get().height() + 2 * around);
            }
            if (put(ready.get(), x, y)) {
                return;
            }
            look = i % 6 == 5 ? looks.smaller(look) : look;
        }
    }

    /** How many letters fit into a part of the width. */
    private int longest(Look look, double part) {
        int along = look.turn() % 180 == 0 ? sheet.width : sheet.height;
        double letters = along * part / (look.capital() * 0.85);
        return (int) Math.max(1, letters);
    }

    /** A drawn text. */
    private record Ready(Phrase phrase, Look look, Lettering text) {
        int width() {
            return text.right() - text.left();
        }

        int height() {
            return text.bottom() - text.top();
        }
    }

    /** Draws a text in a font that has its letters, up to a width. */
    private Optional<Ready> ready(Phrase phrase, Look first, int widest) {
        Look look = first;
        for (int i = 0; i < 12; i++) {
            Optional<Lettering> text = Pen.letter(phrase, look);
            if (text.isPresent() && text.get().right() - text.get().left() <= widest) {
                return Optional.of(new Ready(phrase, look, text.get()));
            }
            look = text.isPresent() ? looks.smaller(look) : looks.other(look);
        }
        return Optional.empty();
    }

    private boolean put(Ready ready, int x, int y) {
        return pen.write(ready.phrase, ready.look, ready.text, x, y);
    }
}
