package org.pixelanon.workbench.banner;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Container;
import java.awt.FlowLayout;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import org.openide.util.NbBundle.Messages;

/** A line above all views with a problem and remedies; hidden if there is none. */
@Messages({
    "BTN_Again=Try again",
    "BTN_OtherDatabase=Choose another database…",
    "BTN_OtherFiles=Choose a folder…",
    "BTN_Close=Close",
    "A11Y_Banner=What is wrong"
})
public final class Banner extends JPanel {

    private static final int DARK = 128;
    private static final Color LIGHT_BACK = new Color(0xFFF3CD);
    private static final Color LIGHT_WORDS = new Color(0x3D2E00);
    private static final Color DARK_BACK = new Color(0x4D3B00);
    private static final Color DARK_WORDS = new Color(0xFFE9A8);

    private final transient Notices notices;
    private final transient Consumer<Notices.Kind> choose;
    private final JTextArea words = new JTextArea();
    private final JButton again = new JButton(Bundle.BTN_Again());
    private final JButton other = new JButton();
    private final JButton close = new JButton(Bundle.BTN_Close());

    /**
     * Shows what is wrong.
     *
     * @param notices says it
     * @param choose lets the person choose something else
     */
    public Banner(Notices notices, Consumer<Notices.Kind> choose) {
        super(new BorderLayout(12, 0));
        this.notices = notices;
        this.choose = choose;
        setName("banner");
        setBorder(BorderFactory.createEmptyBorder(4, 12, 4, 8));
        words.setName("banner-words");
        words.getAccessibleContext().setAccessibleName(Bundle.A11Y_Banner());
        words.setEditable(false);
        words.setOpaque(false);
        words.setLineWrap(true);
        words.setWrapStyleWord(true);
        words.setFont(UIManager.getFont("Label.font"));
        words.setBorder(BorderFactory.createEmptyBorder(4, 0, 4, 0));
        add(words, BorderLayout.CENTER);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 4, 0));
        buttons.setOpaque(false);
        button(buttons, again, "again", () -> notices.shown().ifPresent(n -> n.again().run()));
        button(buttons, other, "other", this::chooseOther);
        button(buttons, close, "close", notices::close);
        add(buttons, BorderLayout.EAST);
        addComponentListener(
                new ComponentAdapter() {
                    @Override
                    public void componentResized(ComponentEvent event) {
                        revalidate(); // the number of lines depends on the width
                    }
                });
        notices.addListener(this::refresh);
        refresh();
    }

    private static void button(JPanel bar, JButton button, String name, Runnable task) {
        button.setName("banner-" + name);
        button.addActionListener(event -> task.run());
        bar.add(button);
    }

    private void chooseOther() {
        notices.shown().map(Notices.Notice::kind).ifPresent(choose);
    }

    private void refresh() {
        Optional<Notices.Notice> shown = notices.shown();
        setVisible(shown.isPresent());
        shown.ifPresent(this::show);
    }

    private void show(Notices.Notice notice) {
        boolean dark = isDark(UIManager.getColor("Panel.background"));
        setBackground(dark ? DARK_BACK : LIGHT_BACK);
        words.setForeground(dark ? DARK_WORDS : LIGHT_WORDS);
        words.setText(notice.text());
        close.setVisible(notice.closes());
        other.setText(
                notice.kind() == Notices.Kind.DATABASE
                        ? Bundle.BTN_OtherDatabase()
                        : Bundle.BTN_OtherFiles());
        revalidate();
    }

    private static boolean isDark(Color color) {
        return (color.getRed() + color.getGreen() + color.getBlue()) / 3 < DARK;
    }

    /**
     * Adds a banner above all views of a window.
     *
     * @param content the content of the window
     * @param banner the banner
     */
    public static void above(Container content, Banner banner) {
        if (content.getLayout() instanceof BorderLayout layout
                && layout.getLayoutComponent(BorderLayout.NORTH) == null) {
            content.add(banner, BorderLayout.NORTH);
            content.revalidate();
        } else {
            throw new IllegalStateException("no place for a banner");
        }
    }
}
