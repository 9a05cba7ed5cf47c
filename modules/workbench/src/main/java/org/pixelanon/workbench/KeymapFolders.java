package org.pixelanon.workbench;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openide.filesystems.FileObject;
import org.openide.filesystems.FileUtil;
import org.openide.modules.OnStart;

/**
 * Keeps the folders in which remapped keys are written. The platform's map of keys listens to them
 * but does not keep them: once they are collected, a key that is changed in the options would do
 * what it did before until the next start.
 */
@OnStart
public final class KeymapFolders implements Runnable {

    private static final List<FileObject> KEPT = new CopyOnWriteArrayList<>();

    @Override
    public void run() {
        // the default profile is an empty folder of our layer, so it is there before any key is
        for (String folder : List.of("Shortcuts", "Keymaps", "Keymaps/NetBeans")) {
            FileObject found = FileUtil.getConfigFile(folder);
            if (found != null) {
                KEPT.add(found);
            }
        }
    }
}
