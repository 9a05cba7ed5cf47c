package org.pixelanon.dicom.render;

/** Which values of a frame are displayed from black to white. */
public sealed interface DisplayWindow {

    /** What the file asks for: its first VOI window or table; the full range if it has none. */
    record OfFile() implements DisplayWindow {}

    /** From the lowest to the highest stored value of the file. */
    record FullRange() implements DisplayWindow {}

    /**
     * Between two percentiles of the stored values of the file.
     *
     * @param low percent of values that are black, 0 to 100
     * @param high percent of values that are not white, above low
     */
    record Percentiles(double low, double high) implements DisplayWindow {
        /** Checks the order. */
        public Percentiles {
            if (!(low >= 0 && high > low && high <= 100)) {
                throw new IllegalArgumentException("percentiles " + low + " to " + high);
            }
        }
    }

    /**
     * One of the windows and tables that the file states for all its frames and that show something
     * else than its others, see {@code DicomFile.statedWindows}; the full range if it has none.
     *
     * @param number 0-based, in the order of the file; behind the last follows the first
     */
    record Stated(int number) implements DisplayWindow {
        /** Checks the number. */
        public Stated {
            if (number < 0) {
                throw new IllegalArgumentException("window " + number);
            }
        }
    }

    /**
     * A linear window on the values behind the modality transformation (DICOM PS3.3 C.11.2.1.2).
     *
     * @param center Window Center
     * @param width Window Width, above 0
     */
    record Linear(double center, double width) implements DisplayWindow {
        /** Checks the width. */
        public Linear {
            if (!(width > 0) || !Double.isFinite(center)) {
                throw new IllegalArgumentException("window " + center + " width " + width);
            }
        }
    }

    /**
     * In place of the samples one of the pictures in the bits beside them that no element
     * describes, see {@code DicomFile.undescribed}; black if there is none.
     *
     * @param number 0-based; behind the last follows the first
     */
    record Undescribed(int number) implements DisplayWindow {
        /** Checks the number. */
        public Undescribed {
            if (number < 0) {
                throw new IllegalArgumentException("picture " + number);
            }
        }
    }
}
