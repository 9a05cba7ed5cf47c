package org.pixelanon.neural;

import java.util.ArrayList;
import java.util.List;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.RecognizedText.Alternative;
import org.pixelanon.model.text.Calibration;
import org.pixelanon.model.text.TextReader;
import org.pixelanon.neural.line.CtcLetters;
import org.pixelanon.neural.line.LineBands;
import org.pixelanon.neural.line.LineBands.Band;
import org.pixelanon.neural.line.LineFrames;
import org.pixelanon.neural.line.LinePreparations;
import org.pixelanon.neural.line.LineReading;

/**
 * Reads lines with a network that returns the likelihood of every character, or of none, at every
 * step along the line. A crop is first cut down to its ink, and read as several lines if there are
 * several. Uncertain lines are read again with more of their surroundings and with wider letters;
 * the reading with the highest confidence is kept, the others are alternatives.
 *
 * <p>Input: a line in its {@link LineShape}. Output: 1 x steps x characters, the first of which
 * stands for none.
 */
public final class NeuralReader implements TextReader {

    private static final int DIMENSIONS = 3;

    /** Confidence from which no other preparation is tried. */
    private static final double SURE = .93;

    private final Network network;
    private final List<String> alphabet;
    private final LineShape shape;
    private final Calibration calibration;

    NeuralReader(Network network, List<String> alphabet, Calibration calibration) {
        this(network, alphabet, LineShape.PPOCR, calibration);
    }

    NeuralReader(Network network, List<String> alphabet, LineShape shape, Calibration calibration) {
        this.network = network;
        this.alphabet = List.copyOf(alphabet);
        this.shape = shape;
        this.calibration = calibration;
    }

    @Override
    public String name() {
        return network.name();
    }

    @Override
    public Reading read(PlaneImage line) throws NeuralException {
        PlaneImage crop = LineFrames.without(line);
        List<Band> bands = LineBands.of(crop);
        if (bands.isEmpty()) {
            return read(List.of(crop));
        }
        List<Reading> lines = new ArrayList<>();
        for (Band band : bands) {
            PlaneImage tight = LinePreparations.tight(crop, band);
            lines.add(read(bands.size() == 1 ? List.of(tight, crop) : List.of(tight)));
        }
        return lines.size() == 1 ? lines.get(0) : Reading.ofLines(lines);
    }

    /**
     * Reads a line.
     *
     * @param crops the same line with more or less of its surroundings; the first is read first
     */
    private Reading read(List<PlaneImage> crops) throws NeuralException {
        List<LineReading> readings = new ArrayList<>();
        LineReading best = LineReading.NOTHING;
        for (int i = 0; i <= crops.size() && best.confidence() < SURE; i++) {
            boolean last = i == crops.size();
            PlaneImage line = crops.get(last ? 0 : i);
            LineReading reading = once(line, last ? LinePreparations.widened(line) : line);
            readings.add(reading);
            if (reading.confidence() > best.confidence()) {
                best = reading;
            }
        }
        return calibrated(best, readings);
    }

    private Reading calibrated(LineReading best, List<LineReading> all) {
        double confidence = calibration.of(best.confidence());
        List<Alternative> others = new ArrayList<>();
        for (LineReading reading : all) {
            double of = calibration.of(reading.confidence());
            others.add(new Alternative(reading.text(), of));
            reading.others()
                    .forEach(o -> others.add(new Alternative(o.text(), o.probability() * of)));
        }
        return new Reading(best.text(), confidence, others);
    }

    /**
     * Reads a line once.
     *
     * @param line as it is on the plane
     * @param prepared the same line, narrower or wider
     */
    private LineReading once(PlaneImage line, PlaneImage prepared) throws NeuralException {
        Tensor output = network.run(shape.tensor(prepared));
        int characters = alphabet.size();
        if (output.shape().length != DIMENSIONS || output.shape()[2] != characters) {
            throw new NeuralException(
                    network.name() + ": has a different number of characters than " + characters);
        }
        double width = shape.width(prepared) * line.width() / prepared.width();
        return LineReading.of(line, CtcLetters.of(output.values(), alphabet, width));
    }

    @Override
    public void close() {
        network.close();
    }
}
