package org.pixelanon.pii;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parts of keywords, and words of values that identify nobody. */
final class TagWords {

    static final List<String> NUMBERED = List.of("ID", "UID", "Number", "Identifier", "Telephone");
    static final List<String> NAMED =
            List.of(
                    "Institution",
                    "Physician",
                    "Name",
                    "Address",
                    "Operator",
                    "Department",
                    "Person",
                    "Performing",
                    "Requesting",
                    "Referring",
                    "Responsible",
                    "Organization",
                    "Station",
                    "Residence",
                    "Service",
                    "Location",
                    "Occupation");

    /** Words that tell no institution from another, beside the standard's harmless terms. */
    static final Set<String> COMMON =
            Set.of(
                    "THE",
                    "AND",
                    "FOR",
                    "VON",
                    "DER",
                    "DES",
                    "DEL",
                    "UNIT",
                    "ROOM",
                    "DEPT",
                    "DEPARTMENT",
                    "RADIOLOGY",
                    "RADIOLOGIE",
                    "IMAGING",
                    "SCANNER",
                    "MOBILE",
                    "CENTRE",
                    "CENTER",
                    "PORT",
                    "LEFT",
                    "RIGHT",
                    "RAY",
                    "MEDICAL",
                    "CARDIOLOGY",
                    "HEALTHCARE");

    /** Views that are written like initials and stand on too many images to be taken for them. */
    static final Set<String> VIEWS = Set.of("AP", "PA", "LT", "RT", "CC", "ML");

    static final Map<String, String> UMLAUTS =
            Map.of(
                    "Ä", "Ae", "ä", "ae", "Ö", "Oe", "ö", "oe", "Ü", "Ue", "ü", "ue", "Å", "Aa",
                    "å", "aa", "ø", "oe");

    static final Set<String> TITLES =
            Set.of(
                    "MRS", "MISS", "PROF", "HERR", "FRAU", "MME", "MLLE", "SIR", "REV", "III",
                    "PHD");

    private TagWords() {}
}
