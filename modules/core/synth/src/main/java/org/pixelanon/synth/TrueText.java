package org.pixelanon.synth;

import org.pixelanon.model.PixelRectangle;

/**
 * A text on a plane.
 *
 * @param box the bounding box of the text, including its rim
 * @param text one line
 * @param sensitive whether it must be hidden
 * @param why the kind of text in a word or two, e.g. {@code birth date}, {@code marker}
 * @param size pixels from the top of capitals to below descenders
 * @param style white, grey, outlined, dark or colour
 * @param background black, speckle or gradient
 */
public record TrueText(
        PixelRectangle box,
        String text,
        boolean sensitive,
        String why,
        int size,
        String style,
        String background) {

    static TrueText of(PlacedText placed) {
        Caption caption = placed.caption();
        return new TrueText(
                placed.box(),
                caption.text(),
                caption.sensitive(),
                caption.why(),
                placed.size(),
                placed.style(),
                placed.background());
    }
}
