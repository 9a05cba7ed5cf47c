package org.pixelanon.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.TransferHandler.TransferSupport;
import org.junit.jupiter.api.Test;

class FileTransferTest {

    /** Files as dropped from a desktop. */
    private record Dropped(List<File> files) implements Transferable {

        @Override
        public DataFlavor[] getTransferDataFlavors() {
            return new DataFlavor[] {DataFlavor.javaFileListFlavor};
        }

        @Override
        public boolean isDataFlavorSupported(DataFlavor flavor) {
            return flavor.equals(DataFlavor.javaFileListFlavor);
        }

        @Override
        public Object getTransferData(DataFlavor flavor) throws UnsupportedFlavorException {
            if (!isDataFlavorSupported(flavor)) {
                throw new UnsupportedFlavorException(flavor);
            }
            return files;
        }
    }

    private final List<List<String>> opened = new ArrayList<>();
    private final FileTransfer transfer = new FileTransfer(opened::add);

    private boolean drop(Transferable what) {
        return transfer.importData(new TransferSupport(new JPanel(), what));
    }

    @Test
    void files_and_folders_that_are_dropped_are_opened_in_their_order() {
        List<File> files = List.of(new File("/data/b.dcm"), new File("/data/folder"));
        assertThat(drop(new Dropped(files))).isTrue();
        assertThat(opened).containsExactly(List.of("/data/b.dcm", "/data/folder"));
    }

    @Test
    void text_that_is_dropped_is_refused() {
        assertThat(drop(new StringSelection("/data/b.dcm"))).isFalse();
        assertThat(opened).isEmpty();
    }

    @Test
    void dropping_nothing_closes_nothing() {
        assertThat(drop(new Dropped(List.of()))).isFalse();
        assertThat(opened).isEmpty();
    }
}
