package org.pixelanon.workbench;

import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;

/** A component that paints itself, and still tells screen readers what it is. */
public abstract class DrawnComponent extends JComponent {

    private final transient AccessibleRole role;

    /**
     * Makes one.
     *
     * @param role what it is for those who do not see it
     */
    protected DrawnComponent(AccessibleRole role) {
        this.role = role;
    }

    @Override
    public final AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext =
                    new AccessibleJComponent() {
                        @Override
                        public AccessibleRole getAccessibleRole() {
                            return role;
                        }
                    };
        }
        return accessibleContext;
    }
}
