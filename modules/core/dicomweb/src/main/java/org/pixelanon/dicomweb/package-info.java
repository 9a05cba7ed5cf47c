/** Instances of DICOMweb archives (DICOM PS3.18): QIDO-RS, WADO-RS and STOW-RS. */
@NullMarked
package org.pixelanon.dicomweb;

import org.jspecify.annotations.NullMarked;
