package org.pixelanon.workbench;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DropTargetDragEvent;
import java.awt.dnd.DropTargetDropEvent;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openide.util.lookup.ServiceProvider;
import org.openide.windows.ExternalDropHandler;

/** Opens what is dropped on the window. */
@ServiceProvider(service = ExternalDropHandler.class)
public final class FileDrop extends ExternalDropHandler {

    @Override
    public boolean canDrop(DropTargetDragEvent event) {
        return event.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
    }

    @Override
    public boolean canDrop(DropTargetDropEvent event) {
        return event.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
    }

    @Override
    public boolean handleDrop(DropTargetDropEvent event) {
        event.acceptDrop(DnDConstants.ACTION_COPY);
        List<String> inputs = new ArrayList<>();
        try {
            Object dropped = event.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
            for (Object file : (List<?>) dropped) {
                inputs.add(((File) file).getPath());
            }
        } catch (UnsupportedFlavorException | IOException e) {
            Log.status(String.valueOf(e.getMessage()));
            return false;
        }
        Workbench.find().opening().open(inputs, FileOpening.FIRST_TO_REVIEW);
        return true;
    }
}
