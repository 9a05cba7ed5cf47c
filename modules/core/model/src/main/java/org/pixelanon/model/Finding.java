package org.pixelanon.model;

/** Something that may need hiding, and where it comes from. */
public sealed interface Finding {

    /**
     * Where it is.
     *
     * @return the region
     */
    Region region();

    /**
     * The origin as a word for reports and databases.
     *
     * @return a short lower-case word
     */
    String origin();

    /**
     * Text that was found in the pixels.
     *
     * @param text the text and its place
     */
    record OfText(RecognizedText text) implements Finding {
        @Override
        public Region region() {
            return text.region();
        }

        @Override
        public String origin() {
            return text.recognizer();
        }
    }

    /**
     * A part of the image outside every region of the Sequence of Ultrasound Regions (DICOM PS3.3
     * C.8.5.5).
     *
     * @param region where
     */
    record OfUltrasoundRegion(Region region) implements Finding {
        @Override
        public String origin() {
            return "ultrasound-regions";
        }
    }

    /**
     * A frame that is a scanned form.
     *
     * @param region the whole frame
     */
    record OfForm(Region region) implements Finding {
        @Override
        public String origin() {
            return "forms";
        }
    }

    /**
     * A rectangle of a rule that matches the file.
     *
     * @param region where
     * @param rule what the rule is called
     */
    record OfRule(Region region, String rule) implements Finding {
        @Override
        public String origin() {
            return "rules";
        }
    }

    /**
     * A rectangle that a person drew or listed.
     *
     * @param region where
     * @param origin the list it came from, e.g. {@code csv}, {@code database}, {@code option}
     */
    record OfPerson(Region region, String origin) implements Finding {}
}
