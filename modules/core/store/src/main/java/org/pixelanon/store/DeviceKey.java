package org.pixelanon.store;

/**
 * What makes files similar: text stands at the same places in all of them.
 *
 * @param modality Modality (0008,0060)
 * @param imageType Image Type (0008,0008) as a JSON list
 * @param model model of the machine, or {@code NoModel}
 * @param rows height in pixels
 * @param columns width in pixels
 */
public record DeviceKey(String modality, String imageType, String model, int rows, int columns) {}
