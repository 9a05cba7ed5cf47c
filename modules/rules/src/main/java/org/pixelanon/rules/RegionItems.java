package org.pixelanon.rules;

import java.util.ArrayList;
import java.util.List;
import org.pixelanon.dicom.Attributes;
import org.pixelanon.dicom.Tag;
import org.pixelanon.model.PixelRectangle;

/** Regions as items of a sequence state them; corner pixels belong to them (PS3.3 C.8.5.5.1). */
final class RegionItems {

    private RegionItems() {}

    static List<PixelRectangle> of(List<Attributes> items) {
        List<PixelRectangle> out = new ArrayList<>();
        for (Attributes item : items) {
            int left = item.getInt(Tag.RegionLocationMinX0, -1);
            int top = item.getInt(Tag.RegionLocationMinY0, -1);
            int right = item.getInt(Tag.RegionLocationMaxX1, -1);
            int bottom = item.getInt(Tag.RegionLocationMaxY1, -1);
            boolean sound = right < Integer.MAX_VALUE && bottom < Integer.MAX_VALUE;
            if (sound && left >= 0 && top >= 0 && left <= right && top <= bottom) {
                out.add(PixelRectangle.ofInclusive(left, top, right, bottom));
            }
        }
        return out;
    }
}
