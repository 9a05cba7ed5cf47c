package org.pixelanon.codec;

import com.sun.jna.Callback;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/** Decodes codestreams by OpenJPEG, whole or not at all. */
final class Jpeg2000Decoding {

    private static final int CODESTREAM = 0;

    /** Pixels from which more than one thread pays. */
    private static final long LARGE = 1 << 20;

    private static final int THREADS = 4;

    /** A tile-part number off by one, which the library sets right. */
    private static final String HARMLESS = "Non conformant codestream TPsot==TNsot";

    private final OpenJpeg library;

    Jpeg2000Decoding(OpenJpeg library) {
        this.library = library;
    }

    /**
     * Decodes the components of an image.
     *
     * @param codestream without boxes
     * @param header its header
     * @return the samples of each component
     */
    int[][] decode(byte[] codestream, Jpeg2000Header header) throws CodecException {
        Complaints complaints = new Complaints();
        Pointer codec =
                library.function("opj_create_decompress").invokePointer(new Object[] {CODESTREAM});
        try (OpenJpegStream stream = OpenJpegStream.reading(library, codestream)) {
            complaints.listenTo(library, codec);
            Memory parameters = OpenJpeg.zeros(OpenJpeg.PARAMETERS);
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
                    throw new CodecException("OpenJPEG decoded another image than stated");
                }
                int[][] planes = new int[header.components()][];
                for (int i = 0; i < planes.length; i++) {
                    int pixels = (int) (header.rows() * header.columns());
                    planes[i] = image.data(i).getIntArray(0, pixels);
                }
                return planes;
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
     * What the library says while it decodes. It warns where parts are missing and goes on, but a
     * picture with holes is no picture.
     */
    private static final class Complaints {

        private String last = "";
        private final Listener warning = (message, data) -> keep(message);
        private final Listener error = (message, data) -> keep(message);

        void listenTo(OpenJpeg library, Pointer codec) {
            library.function("opj_set_warning_handler")
                    .invokeInt(new Object[] {codec, warning, null});
            library.function("opj_set_error_handler").invokeInt(new Object[] {codec, error, null});
        }

        private void keep(Pointer message) {
            String text = message.getString(0).strip();
            if (!text.startsWith(HARMLESS)) {
                last = ": " + text;
            }
        }

        String last() {
            return last;
        }

        void requireNone() throws CodecException {
            if (!last.isEmpty()) {
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
