package org.pixelanon.dicom.blank;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pixelanon.dicom.data.Attributes;
import org.pixelanon.dicom.data.Dictionary;
import org.pixelanon.dicom.data.Element;
import org.pixelanon.dicom.data.IdentityCollector;
import org.pixelanon.dicom.data.Tag;
import org.pixelanon.dicom.data.VR;
import org.pixelanon.dicom.redact.DeidentificationTags;
import org.pixelanon.model.Identity;

/**
 * What becomes of the elements in a blank copy, at every level; described in {@code docs/blank.md},
 * which a test compares with this. Unknown elements are removed.
 */
final class BlankProfile {

    /** What becomes of one element. */
    enum Action {
        KEEP,
        REMOVE,
        /** The element stays, without value, because many kinds of image must have it. */
        EMPTY,
        HASH_UIDS,
        HASH_NAMES,
        HASH_ID,
        /** A sequence is written again, item by item. */
        ITEMS,
        /** Bits of an overlay are cleared. */
        CLEAR
    }

    static final int PATIENT_ID = 0x00100020;
    static final int ACCESSION_NUMBER = 0x00080050;
    private static final int PATIENT_BIRTH_DATE = 0x00100030;
    private static final int PATIENT_SEX = 0x00100040;

    private static final int PATIENT_GROUP = 0x0010;
    private static final int SHORTEST_NAME = 3;

    /** From here on a sign can be half a name. */
    private static final int FIRST_IDEOGRAPH = 0x2E80;

    /** Groups that say who: patient, trial subject, visit. */
    private static final Set<Integer> REMOVED_GROUPS =
            Set.of(PATIENT_GROUP, 0x0012, 0x0032, 0x0038);

    /**
     * Pictures, sound, signals and documents beside the image; copies of earlier values; keys and
     * signatures of what is no longer so; ranges of pixels that are gone.
     */
    private static final Set<Integer> REMOVED =
            Set.of(
                    Tag.IconImageSequence,
                    Tag.EncapsulatedDocument,
                    Tag.SpectroscopyData,
                    Tag.ExtendedOffsetTable,
                    Tag.ExtendedOffsetTableLengths,
                    Tag.DataSetTrailingPadding,
                    Tag.SmallestImagePixelValue,
                    Tag.LargestImagePixelValue,
                    DeidentificationTags.DIGITAL_SIGNATURES,
                    DeidentificationTags.MAC_PARAMETERS,
                    0x54000100, // Waveform Sequence
                    0x04000500, // Encrypted Attributes Sequence
                    0x04000550, // Modified Attributes Sequence
                    0x04000561); // Original Attributes Sequence

    /** Tables of colours and grey values, without which a picture of these pixels means nothing. */
    private static final Set<Integer> GROUPS_WITH_TABLES = Set.of(0x0028);

    private static final Set<VR> BYTES =
            EnumSet.of(VR.OB, VR.OW, VR.OD, VR.OF, VR.OL, VR.OV, VR.UN);
    private static final Set<VR> FREE_TEXT = EnumSet.of(VR.LT, VR.ST, VR.UT);
    private static final Set<VR> SHORT_TEXT = EnumSet.of(VR.LO, VR.SH, VR.UC, VR.AE, VR.UR);

    /** Keywords of UIDs that tell a kind of thing, the same in all hospitals. */
    private static final List<String> UIDS_OF_KINDS =
            List.of(
                    "ClassUID",
                    "SOPClass",
                    "TransferSyntax",
                    "CodingScheme",
                    "MappingResource",
                    "ContextUID",
                    "ContextGroup",
                    "TemplateExtension");

    private final Set<String> terms = new HashSet<>();

    /**
     * The profile for a file.
     *
     * @param identity what the file says of its patient and staff
     */
    BlankProfile(Identity identity) {
        for (Identity.Value value : identity.values()) {
            if (value.vr().equals(VR.PN.name())) {
                for (String word : value.value().split("[\\^=\\s,.]+", -1)) {
                    addTerm(word);
                }
            } else if (value.keyword().contains("PatientID")
                    || value.keyword().contains("Accession")) {
                addTerm(value.value());
            }
        }
    }

    private void addTerm(String word) {
        boolean letters = word.chars().allMatch(c -> c < FIRST_IDEOGRAPH);
        if (word.length() >= (letters ? SHORTEST_NAME : 2)) {
            terms.add(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether a text holds a word of a name or a number of the patient. */
    boolean tells(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return terms.stream().anyMatch(upper::contains);
    }

    /** What becomes of an element of a data set or of an item. */
    Action of(Attributes in, Element e) {
        int group = Tag.group(e.tag());
        boolean overlay = group >> 8 == 0x60;
        if ((e.tag() & 0xFFFF) == 0 || Tag.isPrivate(e.tag()) || group >> 8 == 0x50) {
            return Action.REMOVE;
        }
        if (overlay && (e.tag() & 0xFFFF) == Tag.OVERLAY_DATA) {
            return Action.CLEAR;
        }
        if (e.tag() == PATIENT_ID || e.tag() == ACCESSION_NUMBER) {
            return Action.HASH_ID;
        }
        if (e.tag() == PATIENT_BIRTH_DATE || e.tag() == PATIENT_SEX) {
            return Action.EMPTY;
        }
        if (e.tag() == Tag.DeidentificationMethod) {
            return Action.KEEP;
        }
        VR vr = e.effectiveVr();
        if (vr == VR.PN || Dictionary.vr(e.tag()) == VR.PN && vr.isText()) {
            return Action.HASH_NAMES;
        }
        if (REMOVED_GROUPS.contains(group) || REMOVED.contains(e.tag())) {
            return Action.REMOVE;
        }
        if (e.items() != null || vr == VR.SQ) {
            return Action.ITEMS;
        }
        if (e.fragments() != null || BYTES.contains(vr)) {
            return GROUPS_WITH_TABLES.contains(group) ? Action.KEEP : Action.REMOVE;
        }
        if (vr == VR.UI) {
            return Action.HASH_UIDS;
        }
        return text(in, e, vr);
    }

    private Action text(Attributes in, Element e, VR vr) {
        if (FREE_TEXT.contains(vr)
                || vr.isText() && IdentityCollector.identifies(Dictionary.keyword(e.tag()))) {
            return Action.EMPTY;
        }
        boolean tells = SHORT_TEXT.contains(vr) && in.strings(e).stream().anyMatch(this::tells);
        return tells ? Action.EMPTY : Action.KEEP;
    }

    /** Whether a UID tells a kind of thing: registered by DICOM, or by the meaning of its tag. */
    static boolean isKind(int tag, String uid) {
        String keyword = Dictionary.keyword(tag);
        return uid.startsWith("1.2.840.10008.")
                || UIDS_OF_KINDS.stream().anyMatch(keyword::contains);
    }
}
