package org.pixelanon.cli.db;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.pixelanon.cli.option.CsvOptions;
import org.pixelanon.cli.option.TextOutput;
import org.pixelanon.pipeline.format.RowOutput;
import org.pixelanon.store.RegionStore;
import org.pixelanon.store.claims.Claim;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pixelanon db claims}: who has which file. */
@Command(
        name = "claims",
        mixinStandardHelpOptions = true,
        description = "Lists who has which file for review, and until when.",
        footerHeading = "%nExample:%n",
        footer = "  pixelanon db claims postgresql://db.example/review")
final class ClaimsCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of("filename", "person", "since", "until");

    @Mixin DbOption database = new DbOption();

    @Mixin CsvOptions csv = new CsvOptions();

    @Mixin TextOutput out = new TextOutput();

    @Override
    public Integer call() throws IOException {
        out.check(database.keep());
        try (RegionStore store = database.open(RegionStore.Mode.READ)) {
            List<Claim> claims = store.claims().all();
            out.write(
                    writer -> {
                        try (RowOutput rows =
                                RowOutput.of(
                                        RowOutput.Form.CSV, csv.raw(), true, COLUMNS, writer)) {
                            for (Claim claim : claims) {
                                rows.row(
                                        List.of(
                                                claim.filename(),
                                                claim.person(),
                                                claim.since().toString(),
                                                claim.until().toString()));
                            }
                        }
                    });
        }
        return 0;
    }
}
