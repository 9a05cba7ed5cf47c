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

/** What a curator did with a group so far. Used on the event thread, but for drawing. */
final class GroupWork {

    /** Which picture of a group is shown. */
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

    /** The same picture with text that was found since; what was compared still holds. */
    void setHeat(GroupPicture warmer) {
        picture = warmer;
        faces.remove(Face.HEAT);
    }

    /** Gives up the memory of the picture; the rectangles stay. */
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

    /** What was compared with other rectangles says nothing about these. */
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
