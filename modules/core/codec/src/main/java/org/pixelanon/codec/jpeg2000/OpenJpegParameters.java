package org.pixelanon.codec.jpeg2000;

import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;

/** Offsets in bytes of fields in opj_cparameters_t of OpenJPEG 2.5 on 64-bit systems. */
final class OpenJpegParameters {

    static final int ALLOCATE_BY_RATE = 20;
    static final int LAYERS = 4796;
    static final int RATES = 4800;
    static final int RESOLUTIONS = 5600;
    static final int BLOCK_WIDTH = 5604;
    static final int BLOCK_HEIGHT = 5608;
    static final int IRREVERSIBLE = 5616;
    static final int REGION_COMPONENT = 5620;
    static final int SUBSAMPLING = 18196;
    static final int COLOUR_TRANSFORM = 18698;

    /** Size of the opaque parameter blocks, with spare room (opj_cparameters_t has 18720). */
    static final int SIZE = 32 << 10;

    private OpenJpegParameters() {}

    /** Returns whether the library's defaults are at the expected offsets. */
    static boolean isLaidOutAsKnown(NativeLibrary library) {
        Memory parameters = zeros(SIZE);
        library.getFunction("opj_set_default_encoder_parameters")
                .invokeVoid(new Object[] {parameters});
        return parameters.getInt(RESOLUTIONS) == 6
                && parameters.getInt(BLOCK_WIDTH) == 64
                && parameters.getInt(BLOCK_HEIGHT) == 64
                && parameters.getInt(IRREVERSIBLE) == 0
                && parameters.getInt(REGION_COMPONENT) == -1
                && parameters.getInt(SUBSAMPLING) == 1
                && parameters.getInt(SUBSAMPLING + 4) == 1;
    }

    /** A block of zeros. */
    static Memory zeros(long bytes) {
        Memory block = new Memory(bytes);
        block.clear();
        return block;
    }
}
