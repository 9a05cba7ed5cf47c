package org.pixelanon.tables;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;

/**
 * Draws bars for the most frequent values of each column of a summary, one below the other, black
 * on white.
 */
public final class SummaryPicture {

    private static final int WIDTH = 1000;
    private static final int MARGIN = 24;
    private static final int LABELS = 340;
    private static final int NUMBERS = 110;
    private static final int LINE = 24;
    private static final int BAR = 16;
    private static final int HEAD = 48;

    /** Largest height that viewers can be expected to show; 128 MB in memory. */
    private static final int HIGHEST_PNG = 32_000;

    /** Distinguishable from black text by all kinds of colour vision. */
    private static final Color SKY_BLUE = new Color(0x56B4E9);

    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);

    private SummaryPicture() {}

    /** The file format. */
    public enum Form {
        /** Pixels. */
        PNG,
        /** Scalable Vector Graphics 1.1. */
        SVG;

        /**
         * The form that a file name ends with.
         *
         * @param name of a file
         * @return the form
         * @throws TableException if it has another ending
         */
        public static Form of(String name) throws TableException {
            String lower = name.toLowerCase(Locale.ROOT);
            for (Form form : values()) {
                if (lower.endsWith("." + form.name().toLowerCase(Locale.ROOT))) {
                    return form;
                }
            }
            throw new TableException(name + ": a chart must be .png or .svg");
        }
    }

    /**
     * Draws summaries.
     *
     * @param summaries one for each table
     * @param form the form
     * @param out stays open
     * @throws IOException if it cannot be written
     */
    public static void write(List<TableSummary> summaries, Form form, OutputStream out)
            throws IOException {
        long lines = 0;
        long columns = 0;
        for (TableSummary summary : summaries) {
            columns += summary.columns().size();
            for (ColumnSummary column : summary.columns()) {
                lines += Math.max(1, column.top().size());
            }
        }
        long height = 2 * MARGIN + columns * HEAD + lines * LINE;
        if (height > (form == Form.PNG ? HIGHEST_PNG : Integer.MAX_VALUE)) {
            throw new TableException(
                    "a chart of "
                            + lines
                            + " values is too tall for "
                            + form
                            + ": use fewer "
                            + "columns, fewer values per column, or SVG");
        }
        Dimension size = new Dimension(WIDTH, (int) height);
        if (form == Form.SVG) {
            SVGGraphics2D g = new SVGGraphics2D(document());
            g.setSVGCanvasSize(size);
            draw(summaries, g, size);
            OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            g.stream(writer);
            writer.flush();
            return;
        }
        BufferedImage image =
                new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        draw(summaries, g, size);
        g.dispose();
        if (!ImageIO.write(image, "png", out)) {
            throw new TableException("this Java cannot write PNG");
        }
    }

    private static Document document() throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null);
        } catch (ParserConfigurationException e) {
            throw new TableException("this Java cannot write SVG", e);
        }
    }

    private static void draw(List<TableSummary> summaries, Graphics2D g, Dimension size) {
        g.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, size.width, size.height);
        int y = MARGIN;
        for (TableSummary summary : summaries) {
            for (ColumnSummary column : summary.columns()) {
                y = column(summary, column, g, y);
            }
        }
    }

    private static int column(TableSummary summary, ColumnSummary column, Graphics2D g, int top) {
        g.setColor(Color.BLACK);
        g.setFont(TITLE);
        g.drawString(fit(column.name(), WIDTH - 2 * MARGIN, g), MARGIN, top + 20);
        g.setFont(TEXT);
        String note =
                String.format(
                        Locale.ROOT,
                        "%s: %d rows, %d without a value, %d distinct values",
                        summary.file().getFileName(),
                        column.rows(),
                        column.empty(),
                        column.distinct());
        g.drawString(fit(note, WIDTH - 2 * MARGIN, g), MARGIN, top + 38);
        int y = top + HEAD;
        long most = Math.max(1, column.top().isEmpty() ? 1 : column.top().get(0).rows());
        int room = WIDTH - 2 * MARGIN - LABELS - NUMBERS;
        for (ColumnSummary.Count count : column.top()) {
            int length = Math.max(1, (int) Math.round((double) room * count.rows() / most));
            g.setColor(SKY_BLUE);
            g.fillRect(MARGIN + LABELS, y + (LINE - BAR) / 2, length, BAR);
            g.setColor(Color.BLACK);
            String label = fit(count.value(), LABELS - 12, g);
            int width = g.getFontMetrics().stringWidth(label);
            g.drawString(label, MARGIN + LABELS - 8 - width, y + 17);
            g.drawString(Long.toString(count.rows()), MARGIN + LABELS + length + 6, y + 17);
            y += LINE;
        }
        return Math.max(y, top + HEAD + LINE);
    }

    /** Cuts off text that does not fit. */
    private static String fit(String text, int room, Graphics2D g) {
        FontMetrics metrics = g.getFontMetrics();
        String line = SummaryWriter.shown(text);
        if (metrics.stringWidth(line) <= room) {
            return line;
        }
        int end = Math.min(line.length(), room / 4);
        while (end > 1 && metrics.stringWidth(line.substring(0, end) + "…") > room) {
            end--;
        }
        return line.substring(0, end) + "…";
    }
}
