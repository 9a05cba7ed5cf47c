package org.pixelanon.cli.batch;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.pixelanon.cli.option.JudgeOptions;
import org.pixelanon.cli.option.ReaderOptions;
import org.pixelanon.model.Plane;
import org.pixelanon.model.PlaneImage;
import org.pixelanon.model.RecognizedText;
import org.pixelanon.model.TextRecognizer;
import org.pixelanon.pipeline.decide.RecognizerSource;

/**
 * Recognisers that outlive a task, since starting one takes longer than reading a small image.
 * There are never more than concurrent tasks. Thread-safe.
 */
final class RecognizerPool implements RecognizerSource, Closeable {

    private final RecognizerSource source;
    private final Deque<TextRecognizer> idle = new ArrayDeque<>();
    private boolean closed;

    private RecognizerPool(RecognizerSource source) {
        this.source = source;
    }

    /** The recognisers chosen by options. */
    static RecognizerPool of(ReaderOptions reading, JudgeOptions judging) {
        return new RecognizerPool(reading.recognizers(judging));
    }

    @Override
    public TextRecognizer open() throws IOException {
        TextRecognizer ready;
        synchronized (this) {
            ready = idle.poll();
        }
        return new Lent(ready == null ? source.open() : ready);
    }

    private void giveBack(TextRecognizer recognizer) {
        synchronized (this) {
            if (!closed) {
                idle.push(recognizer);
                return;
            }
        }
        recognizer.close();
    }

    @Override
    public void close() {
        Deque<TextRecognizer> all;
        synchronized (this) {
            closed = true;
            all = new ArrayDeque<>(idle);
            idle.clear();
        }
        all.forEach(TextRecognizer::close);
    }

    /** Returned to the pool when its task closes it. */
    private final class Lent implements TextRecognizer {

        private final TextRecognizer recognizer;

        Lent(TextRecognizer recognizer) {
            this.recognizer = recognizer;
        }

        @Override
        public String name() {
            return recognizer.name();
        }

        @Override
        public List<RecognizedText> recognize(Plane plane, List<PlaneImage> views)
                throws IOException {
            return recognizer.recognize(plane, views);
        }

        @Override
        public void close() {
            giveBack(recognizer);
        }
    }
}
