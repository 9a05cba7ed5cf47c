package org.pixelanon.pii.token;

/**
 * Some parts of a line that belong together.
 *
 * @param from the first part
 * @param to the part behind the last
 * @param type what they are
 * @param strength what they are worth
 * @param rule the evidence, without the text
 * @param mistakes how many signs were taken for misreadings
 * @param firm whether a number in it is named by a label or a unit, or there is none
 */
record Item(
        int from,
        int to,
        TokenType type,
        Strength strength,
        String rule,
        int mistakes,
        boolean firm) {

    /** The same with another number, in which so many letters were taken for digits. */
    Item upTo(int end, int more) {
        boolean stillFirm = firm && more == 0;
        return new Item(from, end, type, strength, rule, mistakes + more, stillFirm);
    }

    /** What an item is worth for the line it stands on. */
    enum Strength {
        /** Harmless, and confirms what is in doubt. */
        SURE,
        /** As good, and of the body or of what is measured, so that it confirms short words. */
        BODY,
        /** Harmless alone on the line, or beside something sure. */
        MARKER,
        /** A name, too; harmless where nothing else stands on the line. */
        ALONE,
        /** Perhaps initials or a name; harmless beside something sure. */
        UNSURE,
        /** A word of two letters; harmless beside something of the body. */
        SHORT,
        /** Parts others and says nothing. */
        JOIN
    }
}
