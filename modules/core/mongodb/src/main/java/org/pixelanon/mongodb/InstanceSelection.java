package org.pixelanon.mongodb;

import org.bson.conversions.Bson;

/**
 * The documents of one modality.
 *
 * @param name the modality as it may stand in a file name
 * @param collection where they are
 * @param filter which of the collection
 */
record InstanceSelection(String name, String collection, Bson filter) {}
