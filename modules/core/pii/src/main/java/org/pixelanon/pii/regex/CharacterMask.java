package org.pixelanon.pii.regex;

/**
 * Which letters a text must and may contain to match an expression, as {@link LetterBits}. A cheap
 * test before the expensive one.
 *
 * @param required bits that every match has
 * @param allowed bits that a match may have
 */
record CharacterMask(long required, long allowed) {

    /** Both masks of a shape. */
    static CharacterMask of(RegexNode shape) {
        if (shape instanceof RegexNode.One one) {
            long bits = one.characters().mask();
            return new CharacterMask(Long.bitCount(bits) == 1 ? bits : 0, bits);
        }
        if (shape instanceof RegexNode.Sequence sequence) {
            long required = 0;
            long allowed = 0;
            for (RegexNode part : sequence.parts()) {
                CharacterMask mask = of(part);
                required |= mask.required;
                allowed |= mask.allowed;
            }
            return new CharacterMask(required, allowed);
        }
        if (shape instanceof RegexNode.Choice choice) {
            long required = LetterBits.ALL;
            long allowed = 0;
            for (RegexNode option : choice.options()) {
                CharacterMask mask = of(option);
                required &= mask.required;
                allowed |= mask.allowed;
            }
            return new CharacterMask(required, allowed);
        }
        RegexNode.Repeat repeat = (RegexNode.Repeat) shape;
        CharacterMask body = of(repeat.body());
        return new CharacterMask(repeat.min() > 0 ? body.required : 0, body.allowed);
    }

    /** Whether a text of such {@link LetterBits} may match. */
    boolean allows(long bits) {
        return bits == LetterBits.ALL || ((required & ~bits) == 0 && (bits & ~allowed) == 0);
    }
}
