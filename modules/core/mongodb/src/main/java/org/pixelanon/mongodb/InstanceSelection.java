package org.pixelanon.mongodb;

import org.bson.conversions.Bson;

/**
 * The documents of one modality.
 *
 * @param name the modality as used in a file name
 * @param collection the collection
 * @param filter the filter
 */
record InstanceSelection(String name, String collection, Bson filter) {}
