package org.pixelanon.workbench;

import java.awt.datatransfer.DataFlavor;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DropTargetDragEvent;
import java.awt.dnd.DropTargetDropEvent;
import org.openide.util.lookup.ServiceProvider;
import org.openide.windows.ExternalDropHandler;

/** Opens what is dropped on the image; elsewhere {@link FileTransfer} does. */
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
        boolean opened = FileTransfer.intoWorkbench().open(event.getTransferable());
        return opened;
    }
}
