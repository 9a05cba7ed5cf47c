package org.pixelanon.codec.jpeg2000;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import org.pixelanon.codec.base.CodecException;

/** Encodes images losslessly with OpenJPEG: reversible wavelet 5/3, one tile, one layer. */
final class Jpeg2000Encoder {

    /** Bytes of opj_image_comptparm. */
    private static final int COMPONENT_PARAMETERS = 36;

    private static final int MOST_RESOLUTIONS = 6;
    private static final int RGB = 1;
    private static final int GREY = 2;
    private static final int CODESTREAM = 0;

    private final OpenJpeg library;

    Jpeg2000Encoder(OpenJpeg library) {
        this.library = library;
    }

    /**
     * Encodes the components of an image.
     *
     * @param header the header of the codestream
     * @param planes the samples of each component
     */
    byte[] encode(ImageSize header, int[][] planes) throws CodecException {
        OpenJpegImage image = created(header);
        Pointer codec =
                library.function("opj_create_compress").invokePointer(new Object[] {CODESTREAM});
        int expected = planes.length * planes[0].length + 4096;
        try (OpenJpegStream stream = OpenJpegStream.writing(library, expected)) {
            for (int i = 0; i < planes.length; i++) {
                image.data(i).write(0, planes[i], 0, planes[i].length);
            }
            Memory parameters = parameters(header);
            boolean done =
                    succeeds("opj_setup_encoder", codec, parameters, image.handle())
                            && succeeds(
                                    "opj_start_compress", codec, image.handle(), stream.handle())
                            && succeeds("opj_encode", codec, stream.handle())
                            && succeeds("opj_end_compress", codec, stream.handle());
            if (!done) {
                throw new CodecException("OpenJPEG cannot encode the frame");
            }
            return stream.written();
        } finally {
            image.close();
            library.function("opj_destroy_codec").invokeVoid(new Object[] {codec});
        }
    }

    private OpenJpegImage created(ImageSize header) throws CodecException {
        Memory components =
                OpenJpegParameters.zeros(
                        (long) COMPONENT_PARAMETERS * Math.max(1, header.components()));
        for (int i = 0; i < header.components(); i++) {
            int at = i * COMPONENT_PARAMETERS;
            components.setInt(at, 1);
            components.setInt(at + 4, 1);
            components.setInt(at + 8, (int) header.columns());
            components.setInt(at + 12, (int) header.rows());
            components.setInt(at + 24, header.precision());
            components.setInt(at + 28, header.precision());
            components.setInt(at + 32, header.signed() ? 1 : 0);
        }
        int space = header.components() < 3 ? GREY : RGB;
        Pointer image =
                library.function("opj_image_create")
                        .invokePointer(new Object[] {header.components(), components, space});
        if (image == null) {
            throw new CodecException("OpenJPEG has not enough memory for the frame");
        }
        OpenJpegImage created = new OpenJpegImage(library, image);
        created.area((int) header.columns(), (int) header.rows());
        return created;
    }

    private Memory parameters(ImageSize header) {
        Memory parameters = OpenJpegParameters.zeros(OpenJpegParameters.SIZE);
        library.function("opj_set_default_encoder_parameters")
                .invokeVoid(new Object[] {parameters});
        parameters.setInt(OpenJpegParameters.LAYERS, 1);
        parameters.setFloat(OpenJpegParameters.RATES, 0);
        parameters.setInt(OpenJpegParameters.ALLOCATE_BY_RATE, 1);
        long shorter = Math.min(header.columns(), header.rows());
        int halvings = Long.SIZE - 1 - Long.numberOfLeadingZeros(shorter);
        parameters.setInt(OpenJpegParameters.RESOLUTIONS, Math.min(MOST_RESOLUTIONS, halvings + 1));
        parameters.setByte(
                OpenJpegParameters.COLOUR_TRANSFORM, (byte) (header.colourTransform() ? 1 : 0));
        return parameters;
    }

    private boolean succeeds(String function, Object... arguments) {
        return library.function(function).invokeInt(arguments) != 0;
    }
}
