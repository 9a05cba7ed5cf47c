package org.pixelanon.workbench;

import java.awt.Component;
import java.awt.Container;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.Action;
import javax.swing.JFrame;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.SwingUtilities;
import javax.swing.text.Keymap;
import org.openide.filesystems.FileChangeAdapter;
import org.openide.filesystems.FileEvent;
import org.openide.filesystems.FileObject;
import org.openide.filesystems.FileUtil;
import org.openide.modules.OnStart;
import org.openide.util.Lookup;
import org.openide.util.RequestProcessor;
import org.openide.windows.WindowManager;

/**
 * Makes changed keys take effect at once.
 *
 * <p>The platform's keymap listens to the folders of keys but does not hold references to them;
 * once they are collected, changes would take effect only after a restart. Menu items read a new
 * key only when their menu is opened; until then the old one would still work.
 */
@OnStart
public final class KeymapFolders extends FileChangeAdapter implements Runnable {

    private static final RequestProcessor LATER = new RequestProcessor(KeymapFolders.class);

    /**
     * The options dialog writes several files, and the platform's keymap must be notified first.
     */
    private static final int SETTLED_MS = 200;

    private static final List<FileObject> KEPT = new CopyOnWriteArrayList<>();

    private final RequestProcessor.Task refresh =
            LATER.create(() -> SwingUtilities.invokeLater(KeymapFolders::dropFormerKeys));

    @Override
    public void run() {
        // the default profile is an empty folder in the layer, so it exists before any key
        for (String folder : List.of("Shortcuts", "Keymaps", "Keymaps/NetBeans")) {
            FileObject found = FileUtil.getConfigFile(folder);
            if (found != null) {
                found.addFileChangeListener(this);
                KEPT.add(found);
            }
        }
    }

    private static void dropFormerKeys() {
        Keymap map = Lookup.getDefault().lookup(Keymap.class);
        if (WindowManager.getDefault().getMainWindow() instanceof JFrame window
                && window.getJMenuBar() != null) {
            dropFormerKeys(window.getJMenuBar(), map);
        }
    }

    private static void dropFormerKeys(Container menu, Keymap map) {
        Component[] items =
                menu instanceof JMenu opened ? opened.getMenuComponents() : menu.getComponents();
        for (Component component : items) {
            if (component instanceof JMenu inner) {
                dropFormerKeys(inner, map);
            } else if (component instanceof JMenuItem item && item.getAccelerator() != null) {
                Action action = map.getAction(item.getAccelerator());
                if (action == null || !BoundKeys.nameOf(action).equals(item.getText())) {
                    item.setAccelerator(null);
                }
            }
        }
    }

    private void changed() {
        refresh.schedule(SETTLED_MS);
    }

    @Override
    public void fileDataCreated(FileEvent event) {
        changed();
    }

    @Override
    public void fileChanged(FileEvent event) {
        changed();
    }

    @Override
    public void fileDeleted(FileEvent event) {
        changed();
    }
}
