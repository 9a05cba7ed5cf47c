package blackbox.application;

import java.awt.AWTException;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Keys and mouse of the display, as a person moves them, and its picture. */
final class Hands {

    private static final int PAUSE_MILLIS = 25;
    private static final int STEPS = 8;
    private static final int LOOK_MILLIS = 300;
    private static final int MOST_LOOKS = 100;

    private final Robot robot;

    Hands() throws AWTException {
        robot = new Robot();
        robot.setAutoDelay(PAUSE_MILLIS);
    }

    /** Presses a key together with others that are held meanwhile. */
    void press(int key, int... held) {
        for (int other : held) {
            robot.keyPress(other);
        }
        robot.keyPress(key);
        robot.keyRelease(key);
        for (int other : held) {
            robot.keyRelease(other);
        }
    }

    void shift(int key) {
        press(key, KeyEvent.VK_SHIFT);
    }

    /** Steps through the planes of the file until each was on screen. */
    void seeAll(RunningWorkbench workbench) {
        workbench.await(
                "all planes seen",
                s -> {
                    boolean all = !s.value("open").contains("PLANE");
                    if (!all) {
                        press(KeyEvent.VK_N);
                    }
                    return all;
                });
    }

    void control(int key) {
        press(key, KeyEvent.VK_CONTROL);
    }

    /** Types lower-case letters, digits and blanks. */
    void type(String text) {
        text.chars().forEach(c -> press(KeyEvent.getExtendedKeyCodeForChar(c)));
    }

    void click(Point at) {
        click(at, InputEvent.BUTTON1_DOWN_MASK);
    }

    /** Clicks on the middle of a button, as soon as it is on screen. */
    void press(RunningWorkbench workbench, String button) {
        Rectangle at =
                workbench
                        .await(button, s -> !s.value("component." + button).isEmpty())
                        .place("component." + button);
        click(new Point(at.x + at.width / 2, at.y + at.height / 2));
    }

    void rightClick(Point at) {
        click(at, InputEvent.BUTTON3_DOWN_MASK);
    }

    private void click(Point at, int button) {
        robot.mouseMove(at.x, at.y);
        robot.mousePress(button);
        robot.mouseRelease(button);
    }

    void drag(Point from, Point to) {
        robot.mouseMove(from.x, from.y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        for (int i = 1; i <= STEPS; i++) {
            robot.mouseMove(
                    from.x + (to.x - from.x) * i / STEPS, from.y + (to.y - from.y) * i / STEPS);
        }
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }

    /** How bright the first pixel of a place is: the mean of its colours, 0 to 255. */
    int brightness(Rectangle of) {
        int rgb = picture(of).getRGB(0, 0);
        return ((rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF)) / 3;
    }

    BufferedImage picture(Rectangle of) {
        return robot.createScreenCapture(of);
    }

    /** A picture of a part of the screen once it differs from another and moves no more. */
    BufferedImage pictureAfter(BufferedImage before, Rectangle of) {
        BufferedImage last = before;
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            robot.delay(LOOK_MILLIS);
            BufferedImage now = picture(of);
            if (same(now, last) && !same(now, before)) {
                return now;
            }
            last = now;
        }
        throw new AssertionError("the screen does not change, or does not come to rest");
    }

    private static boolean same(BufferedImage a, BufferedImage b) {
        int[] first = a.getRGB(0, 0, a.getWidth(), a.getHeight(), null, 0, a.getWidth());
        int[] second = b.getRGB(0, 0, b.getWidth(), b.getHeight(), null, 0, b.getWidth());
        return Arrays.equals(first, second);
    }
}
