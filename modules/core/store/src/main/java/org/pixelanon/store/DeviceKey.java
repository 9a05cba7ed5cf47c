package org.pixelanon.store;

/**
 * The key of similar files, which have text at the same places.
 *
 * @param modality Modality (0008,0060)
 * @param imageType Image Type (0008,0008) as a JSON list
 * @param model model of the machine, or {@code NoModel}
 * @param rows height in pixels
 * @param columns width in pixels
 */
public record DeviceKey(String modality, String imageType, String model, int rows, int columns) {}
