package org.pixelanon.neural;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.pixelanon.model.Hashes;
import org.pixelanon.natives.NativeFolder;

/** A model that is part of the program; its model card is in the folder models of the project. */
enum BundledModel implements ModelFile {

    /** PP-OCRv4, text detection. */
    DETECTOR_4(
            "ch_PP-OCRv4_det_infer.onnx",
            "d2a7720d45a54257208b1e13e36a8479894cb74155a5efe29462512d42f49da9"),

    /** PP-OCRv3, text detection. */
    DETECTOR_3(
            "ch_PP-OCRv3_det_infer.onnx",
            "3439588c030faea393a54515f51e983d8e155b19a2e8aba7891934c1cf0de526"),

    /** Text detection, trained on drawn text in medical images. */
    LINES_1(
            "pixelanon_lines_1.onnx",
            "35f893d84b6925e6b6ad40d4de72a693f67ca8135d33c23bfce243e68ca38b23"),

    /** Detection of scanned forms, trained on drawn ones (models/forms.md). */
    FORMS_1(
            "pixelanon_forms_1.onnx",
            "f132bb1db250c0da95a1d0a1f33de881f2b621dd6ba6e0ed80d0a622325386c3"),

    /** PP-OCRv4, reading of lines. */
    READER_4(
            "ch_PP-OCRv4_rec_infer.onnx",
            "01963c554a1a00203c5746bca5306fc05a1278a014495383ddd935d0d2ac0415");

    private final String file;
    private final String sha256;
    private final AtomicBoolean intact = new AtomicBoolean();

    BundledModel(String file, String sha256) {
        this.file = file;
        this.sha256 = sha256;
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public String words() {
        return file + " with the right checksum";
    }

    /** The expected checksum, in hexadecimal digits. */
    String sha256() {
        return sha256;
    }

    private String resource() {
        return "/models/" + file;
    }

    @Override
    public Path in(NativeFolder folder) throws IOException {
        folder.file(BundledModel.class, resource(), file);
        return folder.path().resolve(file);
    }

    @Override
    public Optional<String> problem() {
        if (intact.get()) {
            return Optional.empty();
        }
        MessageDigest digest = Hashes.sha256();
        try (InputStream in = BundledModel.class.getResourceAsStream(resource())) {
            if (in == null) {
                return Optional.of(file + ": is missing from the installation");
            }
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            return Optional.of(file + ": cannot be read from the installation");
        }
        if (!Hashes.hex(digest.digest()).equals(sha256)) {
            return Optional.of(file + ": is not the model of this installation");
        }
        intact.set(true);
        return Optional.empty();
    }
}
