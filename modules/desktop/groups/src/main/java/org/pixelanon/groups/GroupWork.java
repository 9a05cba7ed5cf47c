package org.pixelanon.groups;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pixelanon.model.PixelRectangle;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.review.PlaneImages;
import org.pixelanon.review.group.FileGroup;
import org.pixelanon.review.group.GroupComparison;
import org.pixelanon.review.group.GroupPicture;

/** The state of a curator's work on a group. Used on the event thread, except for drawing. */
final class GroupWork {

    /** The picture of a group that is shown. */
    enum Face {
        /** The lightest value of each pixel. */
        MAXIMUM,
        /** How much each pixel varies. */
        VARIANCE,
        /** Where text was found. */
        HEAT;

        /** Made on a worker. */
        BufferedImage draw(GroupPicture of) {
            PlaneImage image =
                    switch (this) {
                        case MAXIMUM -> of.composite().maximum();
                        case VARIANCE -> of.composite().variance();
                        case HEAT -> of.heat().over(of.composite().maximum());
                    };
            return PlaneImages.forScreen(image, false);
        }
    }

    private final FileGroup group;
    private final Map<Face, BufferedImage> faces = new EnumMap<>(Face.class);
    private final List<PixelRectangle> rectangles = new ArrayList<>();
    private @Nullable GroupPicture picture;
    private @Nullable GroupComparison comparison;

    GroupWork(FileGroup group) {
        this.group = group;
    }

    FileGroup group() {
        return group;
    }

    Optional<GroupPicture> picture() {
        return Optional.ofNullable(picture);
    }

    void setPicture(GroupPicture drawn) {
        picture = drawn;
        faces.clear();
        comparison = null;
    }

    /** The same picture with text found since; comparisons remain valid. */
    void setHeat(GroupPicture warmer) {
        picture = warmer;
        faces.remove(Face.HEAT);
    }

    /** Releases the memory of the picture; the rectangles are kept. */
    void forgetPicture() {
        picture = null;
        faces.clear();
    }

    @Nullable BufferedImage face(Face wanted) {
        return faces.get(wanted);
    }

    void setFace(Face face, BufferedImage image) {
        faces.put(face, image);
    }

    List<PixelRectangle> rectangles() {
        return List.copyOf(rectangles);
    }

    /** Changing rectangles invalidates comparisons. */
    void setRectangles(List<PixelRectangle> now) {
        rectangles.clear();
        rectangles.addAll(now);
        comparison = null;
    }

    Optional<GroupComparison> comparison() {
        return Optional.ofNullable(comparison);
    }

    void setComparison(@Nullable GroupComparison found) {
        comparison = found;
    }
}
