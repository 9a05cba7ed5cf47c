package blackbox.pii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.model.Identity;
import org.pixelanon.model.Identity.Device;
import org.pixelanon.pii.AllowList;
import org.pixelanon.pii.AllowListCheck;
import org.pixelanon.pii.AllowListCheck.Remark;
import org.pixelanon.pii.PiiException;
import org.pixelanon.pii.TextTemplate;

/** Allow-lists with remarks, with lines for one device, and without lines that release names. */
class BoundAllowListTest {

    private static final Device SONO = new Device("US", "Acme; Sons", "Sono 3");
    private static final Device OTHER = new Device("US", "Acme; Sons", "Sono 4");

    @TempDir private Path folder;

    private static Identity of(Device device) {
        return new Identity(List.of(), device);
    }

    @Test
    void lines_behind_a_device_release_text_of_its_files_alone() throws PiiException {
        AllowList list =
                AllowList.of(
                        List.of(
                                "# for all",
                                "Blend",
                                TextTemplate.deviceLine(SONO),
                                "# kept 3 times",
                                "Blend factor [0-9]",
                                "# device: any",
                                "Smooth"));
        assertThat(list.judge("Blend", of(OTHER))).isPresent();
        assertThat(list.judge("Smooth", Identity.NONE)).isPresent();
        assertThat(list.judge("Blend factor 3", of(SONO)))
                .hasValueSatisfying(o -> assertThat(o.reason().detail()).isEqualTo("line 5"));
        assertThat(list.judge("Blend factor 3", of(OTHER))).isEmpty();
        assertThat(list.judge("Blend factor 3", Identity.NONE)).isEmpty();
        assertThat(list.judge("# for all", Identity.NONE)).isEmpty();
    }

    @Test
    void a_line_that_names_no_device_is_refused() {
        for (String device : List.of("Sono 3", "Modality=US", "Modality=US; Colour=red", "")) {
            assertThatThrownBy(() -> AllowList.of(List.of("Blend", "# device: " + device)))
                    .hasMessageStartingWith(
                            "allow-list: line 2: names no device: write # device: ");
        }
    }

    @Test
    void a_check_passes_over_remarks() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "# (\n# device: any\nBlend\n");
        assertThat(AllowListCheck.check(file)).isEmpty();
    }

    @Test
    void strictly_read_lines_that_release_names_are_left_out_and_told() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("a.txt"),
                        "LIVER\nMaria\n[A-Z]+\nMARIA JOSE\nblend [0-9]\n(?i)anna\nSm[iy]th\n");
        AllowList list = AllowList.strict(file);
        assertThat(list.ignored()).extracting(Remark::line).containsExactly(2, 3, 4, 6, 7);
        assertThat(list.ignored().get(0).what()).isEqualTo("matches a possible name");
        assertThat(list.judge("Maria", Identity.NONE)).isEmpty();
        assertThat(list.judge("SPLEEN", Identity.NONE)).isEmpty();
        assertThat(list.judge("blend 3", Identity.NONE))
                .hasValueSatisfying(o -> assertThat(o.reason().detail()).isEqualTo("line 5"));
        assertThat(AllowList.read(file).ignored()).isEmpty();
        assertThat(AllowList.read(file).judge("Maria", Identity.NONE)).isPresent();
    }
}
