package org.pixelanon.workbench;

import java.awt.Frame;
import java.io.IOException;
import java.util.prefs.Preferences;
import javax.swing.RootPaneContainer;
import org.openide.modules.OnStop;
import org.openide.util.NbPreferences;
import org.openide.windows.OnShowing;
import org.openide.windows.TopComponent;
import org.openide.windows.WindowManager;
import org.pixelanon.workbench.banner.Banner;
import org.pixelanon.workbench.results.ResultsWindow;

/** Tasks when the main window appears and when the application ends. */
final class Startup {

    private static final String SIZED = "mainWindowSized";

    private Startup() {}

    /** Prepares the window. */
    @OnShowing
    public static final class Showing implements Runnable {
        @Override
        public void run() {
            TypingKeys.install();
            maximizeOnce();
            workbench().resume();
            ResultsWindow.follow();
            WindowManager.getDefault().invokeWhenUIReady(Startup::putBanner);
            WindowManager.getDefault().invokeWhenUIReady(Startup::focusOnImage);
            WindowManager.getDefault().invokeWhenUIReady(Startup::takeDroppedFiles);
        }
    }

    private static void putBanner() {
        if (WindowManager.getDefault().getMainWindow() instanceof RootPaneContainer window) {
            Banner banner = new Banner(workbench().notices(), OpenActions::chooseInstead);
            Banner.above(window.getContentPane(), banner);
        }
    }

    private static void takeDroppedFiles() {
        if (WindowManager.getDefault().getMainWindow() instanceof RootPaneContainer window) {
            window.getRootPane().setTransferHandler(FileTransfer.intoWorkbench());
        }
    }

    /**
     * Review keys that Swing also uses, such as Tab, need the focus on the image. It is requested
     * again, because an earlier request may be lost before the window is visible.
     */
    private static void focusOnImage() {
        Frame window = WindowManager.getDefault().getMainWindow();
        if (!window.isFocused()) {
            window.requestFocus();
        }
        TopComponent image = WindowManager.getDefault().findTopComponent("PlaneTopComponent");
        if (image != null) {
            image.open(); // a saved layout without it would leave the area empty
            image.requestActive();
        }
    }

    /** The image needs the whole screen; a size chosen before is kept. */
    private static void maximizeOnce() {
        Preferences preferences = NbPreferences.forModule(Startup.class);
        if (!preferences.getBoolean(SIZED, false)) {
            preferences.putBoolean(SIZED, true);
            WindowManager.getDefault().getMainWindow().setExtendedState(Frame.MAXIMIZED_BOTH);
        }
    }

    /** Finishes pending database work and saves the last choices. */
    @OnStop
    public static final class Stopping implements Runnable {
        @Override
        public void run() {
            workbench().session().close();
            try {
                workbench().places().close();
            } catch (IOException e) {
                // nothing is lost: the files there had no name
                System.getLogger(Startup.class.getName())
                        .log(System.Logger.Level.WARNING, "a connection could not be closed", e);
            }
            SavedPreferences.of(NbPreferences.root());
        }
    }

    private static Workbench workbench() {
        return Workbench.find();
    }
}
