package org.pixelanon.workbench;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.TransferHandler;
import org.openide.util.NbBundle.Messages;

/**
 * Opens files and folders dropped from the desktop. Installed on the whole window, since the
 * platform's own handler covers only the editor area.
 */
@Messages("MSG_DroppedNothing=No files were dropped")
final class FileTransfer extends TransferHandler {

    private final transient Consumer<List<String>> opening;

    /**
     * A handler.
     *
     * @param opening receives the dropped paths in order
     */
    FileTransfer(Consumer<List<String>> opening) {
        this.opening = opening;
    }

    /** The handler of the workbench: replaces the list of files. */
    static FileTransfer intoWorkbench() {
        return new FileTransfer(
                inputs -> Workbench.find().opening().open(inputs, FileOpening.FIRST_TO_REVIEW));
    }

    @Override
    public boolean canImport(TransferSupport support) {
        boolean files = support.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
        if (files && support.isDrop() && (support.getSourceDropActions() & COPY) != 0) {
            // a desktop that offers to move must not delete the files
            support.setDropAction(COPY);
        }
        return files;
    }

    @Override
    public boolean importData(TransferSupport support) {
        return canImport(support) && open(support.getTransferable());
    }

    /**
     * Opens dropped files.
     *
     * @param dropped a list of files
     * @return whether there was one
     */
    boolean open(Transferable dropped) {
        List<String> inputs = new ArrayList<>();
        try {
            Object files = dropped.getTransferData(DataFlavor.javaFileListFlavor);
            for (Object file : (List<?>) files) {
                inputs.add(((File) file).getPath());
            }
        } catch (UnsupportedFlavorException | IOException e) {
            TaskMessages.status(String.valueOf(e.getMessage()));
            return false;
        }
        if (inputs.isEmpty()) {
            TaskMessages.status(Bundle.MSG_DroppedNothing());
            return false;
        }
        opening.accept(inputs);
        return true;
    }
}
