package org.pixelanon.workbench;

import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;

/** A component that paints itself and still has an accessible role. */
public abstract class DrawnComponent extends JComponent {

    private final transient AccessibleRole role;

    /**
     * Creates the component.
     *
     * @param role its accessible role
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
