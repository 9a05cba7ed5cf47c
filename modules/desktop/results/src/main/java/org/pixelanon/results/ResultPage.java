package org.pixelanon.results;

import java.util.List;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.workbench.results.TaskResult;

/**
 * Results as a self-contained HTML page without scripts, pictures and connections. It contains
 * paths, results and reasons, but no text read from pixels.
 */
@Messages({
    "PAGE_Title=PixelAnon: results",
    "# {0} - files",
    "# {1} - problems",
    "PAGE_Counts={0} results, {1} of them withheld or failed"
})
final class ResultPage {

    private static final String STYLE =
            "body{font:14px sans-serif;margin:2em;color:#000;background:#fff}"
                    + "table{border-collapse:collapse;width:100%}"
                    + "th,td{border:1px solid #888;padding:4px 8px;text-align:left;"
                    + "vertical-align:top;overflow-wrap:anywhere}"
                    + "thead{display:table-header-group}tr{page-break-inside:avoid}"
                    + ".problem td:first-child{font-weight:bold}";

    private ResultPage() {}

    /** The page of some results. */
    static String of(List<TaskResult> results) {
        long problems = results.stream().filter(r -> r.end().isProblem()).count();
        StringBuilder out = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head>");
        out.append("<meta charset=\"utf-8\">")
                .append("<meta http-equiv=\"Content-Security-Policy\"")
                .append(" content=\"default-src 'none'; style-src 'unsafe-inline'\"><title>")
                .append(escaped(Bundle.PAGE_Title()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>")
                .append(escaped(Bundle.PAGE_Title()))
                .append("</h1><p>")
                .append(escaped(Bundle.PAGE_Counts(results.size(), problems)))
                .append("</p>\n<table><thead>");
        row(out, "", "th", ResultModel.columns());
        out.append("</thead><tbody>\n");
        for (TaskResult result : results) {
            String kind = result.end().isProblem() ? " class=\"problem\"" : "";
            row(out, kind, "td", ResultModel.cells(result));
        }
        return out.append("</tbody></table></body></html>\n").toString();
    }

    private static void row(StringBuilder out, String kind, String cell, List<String> words) {
        out.append("<tr").append(kind).append('>');
        for (String word : words) {
            out.append('<').append(cell).append('>');
            out.append(escaped(word)).append("</").append(cell).append('>');
        }
        out.append("</tr>\n");
    }

    /** File names may contain anything, even tags and invisible characters. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            boolean plain =
                                    Character.isLetterOrDigit(c)
                                            || c == ' '
                                            || c == '/'
                                            || c == '.';
                            if (plain) {
                                out.appendCodePoint(c);
                            } else if (!Character.isISOControl(c)) {
                                out.append("&#").append(c).append(';');
                            } else {
                                out.append('\uFFFD');
                            }
                        });
        return out.toString();
    }
}
