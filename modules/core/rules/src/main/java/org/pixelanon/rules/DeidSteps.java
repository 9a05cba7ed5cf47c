package org.pixelanon.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pixelanon.model.PixelRectangle;

/** Reads the lines of a recipe that name parts of the image. */
final class DeidSteps {

    private static final Pattern FOUR =
            Pattern.compile(
                    "\\(?\\s*(-?\\d{1,9})\\s*,\\s*(-?\\d{1,9})\\s*,\\s*(-?\\d{1,9})\\s*,\\s*(-?\\d{1,9})\\s*\\)?");
    private static final String FROM = "from:";

    private DeidSteps() {}

    static Step parse(String word, String text, int number) throws RulesException {
        boolean keep =
                switch (word) {
                    case "coordinates", "ctpcoordinates" -> false;
                    case "keepcoordinates", "ctpkeepcoordinates" -> true;
                    default -> throw new RulesException(number, word + " is not known");
                };
        return new Step(keep, area(word.startsWith("ctp"), text, number));
    }

    private static Step.Area area(boolean asSize, String text, int number) throws RulesException {
        if (text.equalsIgnoreCase("all")) {
            return new Step.Whole();
        }
        if (text.regionMatches(true, 0, FROM, 0, FROM.length())) {
            FieldParser.Read read = FieldParser.read(text.substring(FROM.length()).strip(), number);
            if (!read.rest().isBlank()) {
                throw new RulesException(number, "from: takes one field");
            }
            return new Step.From(read.field());
        }
        Matcher matcher = FOUR.matcher(text);
        if (!matcher.matches()) {
            throw new RulesException(number, "four numbers, all or from:FIELD are expected");
        }
        int[] value = new int[4];
        for (int i = 0; i < 4; i++) {
            value[i] = Integer.parseInt(matcher.group(i + 1));
        }
        return box(value, asSize, number);
    }

    /** Four numbers as a rectangle. */
    static Step.Box box(int[] value, boolean asSize, int number) throws RulesException {
        int width = asSize ? value[2] : value[2] - value[0] + 1;
        int height = asSize ? value[3] : value[3] - value[1] + 1;
        if (width < 1 || height < 1) {
            throw new RulesException(
                    number,
                    asSize
                            ? "width and height must be at least 1"
                            : "inverted rectangle; expected left,top,right,bottom");
        }
        if (value[0] < 0 || value[1] < 0) {
            throw new RulesException(number, "a rectangle must begin at 0,0 or later");
        }
        return new Step.Box(new PixelRectangle(value[0], value[1], width, height), asSize);
    }
}
