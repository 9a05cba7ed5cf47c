package org.pixelanon.dicom.data;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pixelanon.model.Identity;

/**
 * Gathers what identifies a patient, the staff or the institution: every person name, date and time
 * of all levels, and the attributes of DICOM PS3.15 annex E that say who, where or which case.
 */
public final class IdentityCollector {

    /** These value representations identify wherever they stand, also in private elements. */
    private static final Set<VR> ALWAYS = EnumSet.of(VR.PN, VR.DA, VR.DT, VR.TM);

    /** Words in the keywords of attributes of other representations that identify. */
    private static final List<String> KEYWORD_PARTS =
            List.of(
                    "PatientID",
                    "OtherPatientID",
                    "IssuerOfPatientID",
                    "AccessionNumber",
                    "PatientAddress",
                    "PatientAge",
                    "PatientTelephone",
                    "PatientInsurance",
                    "PatientInstitution",
                    "PatientComments",
                    "PatientReligious",
                    "PatientMotherBirthName",
                    "MilitaryRank",
                    "BranchOfService",
                    "CountryOfResidence",
                    "RegionOfResidence",
                    "Occupation",
                    "Ethnic",
                    "AdmissionID",
                    "ServiceEpisodeID",
                    "Institution",
                    "StationName",
                    "DeviceSerialNumber",
                    "PhysicianID",
                    "Physician",
                    "Operator",
                    "PersonAddress",
                    "PersonTelephone",
                    "PersonTelecom",
                    "Telephone",
                    "Telecom",
                    "StudyID",
                    "RequestedProcedureID",
                    "ScheduledProcedureStepID",
                    "PerformedProcedureStepID",
                    "FillerOrderNumber",
                    "PlacerOrderNumber",
                    "MedicalRecordLocator",
                    "CurrentPatientLocation",
                    "RequestingService",
                    "ResponsibleOrganization",
                    "ClinicalTrial",
                    "DeviceUID",
                    "CassetteID",
                    "PlateID",
                    "DetectorID",
                    "GantryID",
                    "ContainerIdentifier",
                    "SpecimenIdentifier",
                    "Address",
                    "TextValue");

    private static final int SECONDARY_CAPTURE_MODEL = 0x00181018;

    private final List<Identity.Value> values = new ArrayList<>();

    private IdentityCollector() {}

    /** What the tags of all levels say of patient, staff, institution, dates and numbers. */
    public static Identity collect(Attributes attributes) {
        IdentityCollector collector = new IdentityCollector();
        collector.visit(attributes);
        return new Identity(collector.values, device(attributes));
    }

    private static Identity.Device device(Attributes attributes) {
        String model = text(attributes, Tag.ManufacturerModelName);
        return new Identity.Device(
                text(attributes, Tag.Modality),
                text(attributes, Tag.Manufacturer),
                model.isEmpty() ? text(attributes, SECONDARY_CAPTURE_MODEL) : model);
    }

    private static String text(Attributes attributes, int tag) {
        return attributes.getString(tag).orElse("").replaceAll("\\p{Cntrl}", " ").strip();
    }

    private void visit(Attributes attributes) {
        for (Element e : attributes.elements()) {
            if (e.items() != null) {
                e.items().forEach(this::visit);
                continue;
            }
            VR vr = e.effectiveVr();
            if (!vr.isText() || e.available() == 0 || e.available() > 1 << 16) {
                continue;
            }
            String keyword = Dictionary.keyword(e.tag());
            if (ALWAYS.contains(vr) || identifies(keyword)) {
                for (String value : attributes.strings(e)) {
                    if (!value.isEmpty()) {
                        values.add(new Identity.Value(keyword, vr.name(), value));
                    }
                }
            }
        }
    }

    /** Whether an attribute says who, where or which case. */
    public static boolean identifies(String keyword) {
        return !keyword.isEmpty() && KEYWORD_PARTS.stream().anyMatch(keyword::contains);
    }
}
