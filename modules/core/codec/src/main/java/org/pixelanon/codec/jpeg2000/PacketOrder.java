package org.pixelanon.codec.jpeg2000;

import java.util.Comparator;
import java.util.List;
import org.pixelanon.codec.base.CodecException;

/** The progression orders of packets (ISO 15444-1 annex B.12). */
final class PacketOrder {

    private static final int LAYER_RESOLUTION_COMPONENT_POSITION = 0;
    private static final int RESOLUTION_LAYER_COMPONENT_POSITION = 1;
    private static final int RESOLUTION_POSITION_COMPONENT_LAYER = 2;
    private static final int POSITION_COMPONENT_RESOLUTION_LAYER = 3;

    private static final Comparator<Precinct> BY_RESOLUTION =
            Comparator.comparingInt(Precinct::resolution);
    private static final Comparator<Precinct> BY_COMPONENT =
            Comparator.comparingInt(Precinct::component);
    private static final Comparator<Precinct> BY_POSITION =
            Comparator.comparingLong(Precinct::y).thenComparingLong(Precinct::x);
    private static final Comparator<Precinct> BY_INDEX = Comparator.comparingInt(Precinct::index);

    private PacketOrder() {}

    /** Receives the precinct of the next packet. */
    interface Packet {
        void of(Precinct precinct) throws CodecException;
    }

    /** Iterates over the packets of a sequence that have not yet occurred. */
    static void forEach(
            CodingStyle.Progression stretch, int layers, List<Precinct> precincts, Packet packet)
            throws CodecException {
        int end = Math.min(layers, stretch.endLayer());
        List<Precinct> sorted =
                precincts.stream()
                        .filter(p -> contains(stretch, p))
                        .sorted(order(stretch.order()))
                        .toList();
        switch (stretch.order()) {
            case LAYER_RESOLUTION_COMPONENT_POSITION -> byLayer(sorted, end, packet);
            case RESOLUTION_LAYER_COMPONENT_POSITION -> {
                int from = 0;
                for (int i = 1; i <= sorted.size(); i++) {
                    boolean last = i == sorted.size();
                    if (last || sorted.get(i).resolution() != sorted.get(from).resolution()) {
                        byLayer(sorted.subList(from, i), end, packet);
                        from = i;
                    }
                }
            }
            default -> {
                for (Precinct precinct : sorted) {
                    while (precinct.nextLayer() < end) {
                        packet.of(precinct);
                    }
                }
            }
        }
    }

    private static void byLayer(List<Precinct> precincts, int end, Packet packet)
            throws CodecException {
        for (int layer = 0; layer < end; layer++) {
            for (Precinct precinct : precincts) {
                if (precinct.nextLayer() <= layer) {
                    packet.of(precinct);
                }
            }
        }
    }

    private static boolean contains(CodingStyle.Progression stretch, Precinct precinct) {
        return precinct.resolution() >= stretch.firstResolution()
                && precinct.resolution() < stretch.endResolution()
                && precinct.component() >= stretch.firstComponent()
                && precinct.component() < stretch.endComponent();
    }

    private static Comparator<Precinct> order(int order) {
        return switch (order) {
            case LAYER_RESOLUTION_COMPONENT_POSITION, RESOLUTION_LAYER_COMPONENT_POSITION ->
                    BY_RESOLUTION.thenComparing(BY_COMPONENT).thenComparing(BY_INDEX);
            case RESOLUTION_POSITION_COMPONENT_LAYER ->
                    BY_RESOLUTION
                            .thenComparing(BY_POSITION)
                            .thenComparing(BY_COMPONENT)
                            .thenComparing(BY_INDEX);
            case POSITION_COMPONENT_RESOLUTION_LAYER ->
                    BY_POSITION
                            .thenComparing(BY_COMPONENT)
                            .thenComparing(BY_RESOLUTION)
                            .thenComparing(BY_INDEX);
            default ->
                    BY_COMPONENT
                            .thenComparing(BY_POSITION)
                            .thenComparing(BY_RESOLUTION)
                            .thenComparing(BY_INDEX);
        };
    }
}
