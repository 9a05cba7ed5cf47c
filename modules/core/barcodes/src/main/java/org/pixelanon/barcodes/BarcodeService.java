package org.pixelanon.barcodes;

import org.pixelanon.model.engine.EngineSettings;
import org.pixelanon.model.engine.FinderEngine;
import org.pixelanon.model.text.TextFinder;

/** Starts {@link BarcodeFinder}. */
public final class BarcodeService implements FinderEngine {

    /** The name by which users choose it. */
    public static final String NAME = "barcodes";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "finds barcodes, QR codes and PDF417 (ZXing)";
    }

    @Override
    public TextFinder finder(EngineSettings settings) {
        return new BarcodeFinder();
    }
}
