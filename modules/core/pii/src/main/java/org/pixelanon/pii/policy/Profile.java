package org.pixelanon.pii.policy;

/** What is released, before a user refines it. */
public enum Profile {
    /** What is known to be harmless. */
    SAFE,
    /** That, and ages under 90 on lines that are harmless otherwise. */
    RESEARCH,
    /** Nothing: every text is blanked. */
    ALL
}
