package org.pixelanon.codec.jpeg2000;

import com.sun.jna.Callback;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import org.pixelanon.codec.base.CodecException;

/** Decodes codestreams with OpenJPEG, completely or not at all. */
final class Jpeg2000Decoder {

    private static final int CODESTREAM = 0;

    /** Pixels from which more than one thread pays off. */
    private static final long LARGE = 1 << 20;

    private static final int THREADS = 4;

    /** Samples that are copied at once. */
    private static final int PIECE = 1 << 16;

    private final OpenJpeg library;

    Jpeg2000Decoder(OpenJpeg library) {
        this.library = library;
    }

    /** Receives decoded samples. */
    interface Receiver {

        /**
         * Receives some samples of a component, in reading order.
         *
         * @param component 0-based
         * @param first the pixel of the first of them
         */
        void take(int component, int first, int[] samples);
    }

    /**
     * Decodes the components of an image.
     *
     * @param codestream without boxes
     * @param header its header
     * @param receiver receives all samples of all components
     */
    void decode(byte[] codestream, ImageSize header, Receiver receiver) throws CodecException {
        Complaints complaints = new Complaints();
        Pointer codec =
                library.function("opj_create_decompress").invokePointer(new Object[] {CODESTREAM});
        try (OpenJpegStream stream = OpenJpegStream.reading(library, codestream)) {
            complaints.listenTo(library, codec);
            Memory parameters = OpenJpegParameters.zeros(OpenJpegParameters.SIZE);
            library.function("opj_set_default_decoder_parameters")
                    .invokeVoid(new Object[] {parameters});
            require(library, complaints, "opj_setup_decoder", codec, parameters);
            if (header.rows() * header.columns() >= LARGE) {
                int threads = Math.min(THREADS, Runtime.getRuntime().availableProcessors());
                library.function("opj_codec_set_threads").invokeInt(new Object[] {codec, threads});
            }
            PointerByReference read = new PointerByReference();
            require(library, complaints, "opj_read_header", stream.handle(), codec, read);
            try (OpenJpegImage image = new OpenJpegImage(library, read.getValue())) {
                require(library, complaints, "opj_decode", codec, stream.handle(), image.handle());
                require(library, complaints, "opj_end_decompress", codec, stream.handle());
                complaints.requireNone();
                if (!image.agrees(header)) {
                    throw new CodecException("OpenJPEG decoded a different image than stated");
                }
                int pixels = (int) (header.rows() * header.columns());
                for (int i = 0; i < header.components(); i++) {
                    Pointer samples = image.data(i);
                    for (int at = 0; at < pixels; at += PIECE) {
                        int count = Math.min(PIECE, pixels - at);
                        receiver.take(i, at, samples.getIntArray((long) Integer.BYTES * at, count));
                    }
                }
            }
        } finally {
            library.function("opj_destroy_codec").invokeVoid(new Object[] {codec});
        }
    }

    private static void require(
            OpenJpeg library, Complaints complaints, String function, Object... arguments)
            throws CodecException {
        if (library.function(function).invokeInt(arguments) == 0) {
            throw new CodecException("JPEG 2000 frame is damaged" + complaints.last());
        }
    }

    /**
     * The errors that the library reports, some of which it recovers from. Its warnings are
     * ignored: it warns of optional markers, but not of missing tiles.
     */
    private static final class Complaints {

        private boolean any;
        private String last = "";
        private final Listener error = (message, data) -> keep(message);

        void listenTo(OpenJpeg library, Pointer codec) {
            library.function("opj_set_error_handler").invokeInt(new Object[] {codec, error, null});
        }

        private void keep(Pointer message) {
            any = true;
            last = ": " + message.getString(0).strip();
        }

        String last() {
            return last;
        }

        void requireNone() throws CodecException {
            if (any) {
                throw new CodecException("JPEG 2000 frame is damaged" + last);
            }
        }
    }

    /** opj_msg_callback. */
    @FunctionalInterface
    interface Listener extends Callback {
        void invoke(Pointer message, Pointer data);
    }
}
