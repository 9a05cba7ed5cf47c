package org.pixelanon.workbench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.swing.Action;
import javax.swing.KeyStroke;
import javax.swing.text.Keymap;
import org.openide.awt.Actions;
import org.openide.filesystems.FileObject;
import org.openide.filesystems.FileUtil;
import org.openide.util.Lookup;
import org.openide.util.Utilities;

/**
 * The current keys of actions. The platform's keymap finds the action of a key but lists neither
 * its keys nor those of an action, so every key in a profile is looked up.
 */
public final class BoundKeys {

    private final Map<String, List<String>> keys = new HashMap<>();

    private BoundKeys(Keymap map) {
        for (String name : named()) {
            KeyStroke[] strokes = Utilities.stringToKeys(name);
            Action action =
                    strokes == null || strokes.length != 1 ? null : map.getAction(strokes[0]);
            if (action != null) {
                List<String> known = keys.computeIfAbsent(nameOf(action), n -> new ArrayList<>());
                String spelled = Actions.keyStrokeToString(strokes[0]);
                if (!known.contains(spelled)) {
                    known.add(spelled);
                }
            }
        }
    }

    /** Names of keys in all profiles, the shortest first. */
    private static Set<String> named() {
        Set<String> names =
                new TreeSet<>(
                        (a, b) ->
                                a.length() == b.length()
                                        ? a.compareTo(b)
                                        : Integer.compare(a.length(), b.length()));
        for (String folder : List.of("Shortcuts", "Keymaps")) {
            FileObject root = FileUtil.getConfigFile(folder);
            if (root != null) {
                for (FileObject binding : Collections.list(root.getData(true))) {
                    names.add(binding.getName());
                }
            }
        }
        return names;
    }

    /**
     * The current keys.
     *
     * @return a snapshot
     */
    public static BoundKeys now() {
        return new BoundKeys(Lookup.getDefault().lookup(Keymap.class));
    }

    /**
     * The name of an action in menus.
     *
     * @param action the action
     * @return its name without the mnemonic character
     */
    static String nameOf(Action action) {
        return Actions.cutAmpersand(String.valueOf(action.getValue(Action.NAME)));
    }

    /**
     * The keys of an action.
     *
     * @param action the action
     * @return as displayed; empty if it has none
     */
    public List<String> of(Action action) {
        return keys.getOrDefault(nameOf(action), List.of());
    }
}
