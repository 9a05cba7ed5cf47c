package org.pixelanon.pii.process;

/**
 * A program's answer about one text.
 *
 * @param id the number of the question, from 0
 * @param sensitive whether it found something that must be hidden
 * @param type what it found, as the program calls it; empty if it does not say
 * @param error why it cannot work, before it was shown any text of a file; else empty
 */
record Answer(long id, boolean sensitive, String type, String error) {}
