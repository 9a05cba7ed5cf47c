package blackbox.application;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.event.MouseEvent;
import java.awt.event.MouseMotionAdapter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JWindow;
import javax.swing.SwingUtilities;
import javax.swing.TransferHandler;

/** Stands for the desktop: another program whose little window gives files to whoever drags. */
final class FileSource implements AutoCloseable {

    private static final Rectangle PLACE = new Rectangle(0, 0, 90, 60);

    private final Process process;

    private FileSource(Process process) {
        this.process = process;
    }

    /** Starts it and waits for its window. */
    static FileSource of(Path... files) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-cp", System.getProperty("java.class.path")));
        words.add(FileSource.class.getName());
        Arrays.stream(files).map(Path::toString).forEach(words::add);
        ProcessBuilder builder = new ProcessBuilder(words);
        FileSource source =
                new FileSource(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
        if (!"shown".equals(source.process.inputReader().readLine())) {
            source.close();
            throw new AssertionError("no window to drag from");
        }
        return source;
    }

    /** Drags the files to a place and drops them there. */
    void drag(Hands hands, Point to) {
        hands.drag(new Point((int) PLACE.getCenterX(), (int) PLACE.getCenterY()), to);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /** The other program. */
    public static void main(String[] files) {
        SwingUtilities.invokeLater(() -> show(Arrays.stream(files).map(File::new).toList()));
    }

    private static void show(List<File> files) {
        JWindow window = new JWindow();
        JLabel label = new JLabel("files");
        label.setOpaque(true);
        label.setTransferHandler(new Giving(files));
        label.addMouseMotionListener(
                new MouseMotionAdapter() {
                    @Override
                    public void mouseDragged(MouseEvent event) {
                        label.getTransferHandler().exportAsDrag(label, event, TransferHandler.COPY);
                    }
                });
        window.add(label);
        window.setBounds(PLACE);
        window.setAlwaysOnTop(true);
        window.setVisible(true);
        SwingUtilities.invokeLater(() -> System.out.println("shown"));
    }

    private static final class Giving extends TransferHandler {

        private final transient List<File> files;

        Giving(List<File> files) {
            this.files = files;
        }

        @Override
        public int getSourceActions(JComponent component) {
            return COPY;
        }

        @Override
        protected Transferable createTransferable(JComponent component) {
            return new Files(files);
        }
    }

    private record Files(List<File> files) implements Transferable {

        @Override
        public DataFlavor[] getTransferDataFlavors() {
            return new DataFlavor[] {DataFlavor.javaFileListFlavor};
        }

        @Override
        public boolean isDataFlavorSupported(DataFlavor flavor) {
            return flavor.equals(DataFlavor.javaFileListFlavor);
        }

        @Override
        public Object getTransferData(DataFlavor flavor) {
            return files;
        }
    }
}
