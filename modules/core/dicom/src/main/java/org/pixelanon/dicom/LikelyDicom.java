package org.pixelanon.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.pixelanon.dicom.data.DicomException;
import org.pixelanon.dicom.data.PlainFile;

/** Tells DICOM files from others in mixed folders. */
public final class LikelyDicom {

    private static final int PREAMBLE = 128;
    private static final byte[] MARK = {'D', 'I', 'C', 'M'};

    private LikelyDicom() {}

    /**
     * Tells cheaply whether a file is worth opening: the mark of a Part 10 file is looked at first.
     *
     * @param path the file
     * @return false only for what is plainly not DICOM; what is damaged or cannot be read is likely
     */
    public static boolean test(Path path) {
        if (PlainFile.refusal(path).isPresent()) {
            return true; // opened by name, it says why not; nothing waits for a pipe
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] head = in.readNBytes(PREAMBLE + MARK.length);
            if (head.length == PREAMBLE + MARK.length
                    && Arrays.equals(head, PREAMBLE, head.length, MARK, 0, MARK.length)) {
                return true;
            }
        } catch (IOException e) {
            return true;
        }
        try (DicomFile file = DicomFile.open(path)) {
            return true;
        } catch (DicomException e) {
            return !e.isNotDicom();
        } catch (IOException e) {
            return true;
        }
    }
}
