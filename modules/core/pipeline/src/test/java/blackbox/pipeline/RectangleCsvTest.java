package blackbox.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pixelanon.pipeline.PipelineException;
import org.pixelanon.pipeline.format.RectangleCsv;

class RectangleCsvTest {

    @TempDir Path folder;

    @Test
    void a_redaction_list_is_read() throws Exception {
        RectangleCsv csv =
                read(
                        "filename,left,top,right,bottom,frame,overlay\na.dcm,1,2,3,4,0,-1\nb.dcm,0,0,9,9,-1,-1\n");
        assertThat(csv.rows()).hasSize(2);
        assertThat(csv.rows().get(0).sensitive()).isEqualTo(-1);
        assertThat(csv.broken()).isEmpty();
    }

    @Test
    void two_files_with_a_list_keep_the_rectangles_of_both() throws Exception {
        RectangleCsv csv = read("filename,left,top,right,bottom\na.dcm,1,2,3,4\nb.dcm,0,0,9,9\n");
        assertThat(csv.listed()).containsExactly("a.dcm", "b.dcm");
    }

    @Test
    void summary_rows_of_an_ocr_csv_are_no_rectangles_but_their_file_counts_as_listed()
            throws Exception {
        RectangleCsv csv =
                read(
                        "filename,frame,overlay,imagetype,manufacturer,burnedinannotation,ocr_engine,left,top,right,"
                                + "bottom,ocr_text,ner_engine,is_sensitive\r\n"
                                + "a.dcm,0,-1,\"[\"\"ORIGINAL\"\"]\",NoModel,NoBIA,tesseract,1,1,5,5,\"AP, ERECT\",allowlist,0\r\n"
                                + "b.dcm,0,-1,[],NoModel,NoBIA,tesseract,-1,-1,-1,-1,,allowlist,0\r\n");
        assertThat(csv.rows()).hasSize(1);
        assertThat(csv.rows().get(0).sensitive()).isZero();
        assertThat(csv.listed()).containsExactly("a.dcm", "b.dcm");
    }

    @Test
    void a_broken_line_is_told_with_its_number_and_belongs_to_its_file() throws Exception {
        RectangleCsv csv =
                read(
                        "filename,left,top,right,bottom\na.dcm,1,2,3,4\nb.dcm,x,0,9,9\nc.dcm,9,0,3,9\n");
        assertThat(csv.broken().get("b.dcm")).contains("line 3").contains("'left' is not a number");
        assertThat(csv.broken().get("c.dcm")).contains("line 4").contains("inverted");
    }

    @Test
    void a_line_without_file_name_stops_the_run() {
        assertThatThrownBy(() -> read("filename,left,top,right,bottom\n,1,2,3,4\n"))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void a_line_with_too_few_or_too_many_fields_is_told_with_its_number_and_belongs_to_its_file()
            throws Exception {
        RectangleCsv csv =
                read("filename,left,top,right,bottom\na.dcm,1,2,3,4\nb.dcm,1\nc.dcm,1,2,3,4,5\n");
        assertThat(csv.listed()).containsExactly("a.dcm");
        assertThat(csv.broken().get("b.dcm")).contains("line 3: 2 fields instead of 5");
        assertThat(csv.broken().get("c.dcm")).contains("line 4: 6 fields instead of 5");
    }

    @Test
    void a_missing_column_is_named() {
        assertThatThrownBy(() -> read("filename,left,top,right\na.dcm,1,2,3\n"))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("no column 'bottom'");
    }

    private RectangleCsv read(String text) throws Exception {
        Path csv = folder.resolve("rects.csv");
        Files.writeString(csv, text);
        return RectangleCsv.read(csv);
    }
}
