package org.pixelanon.pii;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pixelanon.pii.text.PlainText;

/** The months as twelve European languages write them, without accents, with look-alikes folded. */
final class MonthNames {

    private static final List<String> NAMES =
            List.of(
                    "JANUARY JAN JANUAR JAENNER JANNER JANVIER JANV ENERO ENE GENNAIO GEN JANEIRO"
                            + " JANUARI TAMMIKUU STYCZEN STYCZNIA STY",
                    "FEBRUARY FEB FEBRUAR FEVRIER FEVR FEV FEBRERO FEBBRAIO FEVEREIRO FEBRUARI"
                            + " HELMIKUU LUTY LUTEGO",
                    "MARCH MAR MAERZ MARZ MRZ MARS MARZO MARCO MAART MRT MARTS MAALISKUU MARZEC"
                            + " MARCA",
                    "APRIL APR AVRIL AVR ABRIL ABR APRILE HUHTIKUU KWIECIEN KWIETNIA KWI",
                    "MAY MAI MAYO MAGGIO MAG MAIO MEI MAJ TOUKOKUU MAJA",
                    "JUNE JUN JUNI JUIN JUNIO GIUGNO GIU JUNHO KESAKUU CZERWIEC CZERWCA CZE",
                    "JULY JUL JULI JUILLET JUIL JULIO LUGLIO LUG JULHO HEINAKUU LIPIEC LIPCA",
                    "AUGUST AUG AOUT AGOSTO AGO AUGUSTUS AUGUSTI ELOKUU SIERPIEN SIERPNIA SIE",
                    "SEPTEMBER SEP SEPT SEPTEMBRE SEPTIEMBRE SETTEMBRE SET SETEMBRO SYYSKUU"
                            + " WRZESIEN WRZESNIA WRZ",
                    "OCTOBER OCT OKTOBER OKT OCTOBRE OCTUBRE OTTOBRE OTT OUTUBRO OUT LOKAKUU"
                            + " PAZDZIERNIK PAZDZIERNIKA PAZ",
                    "NOVEMBER NOV NOVEMBRE NOVIEMBRE NOVEMBRO MARRASKUU LISTOPAD LISTOPADA LIS",
                    "DECEMBER DEC DEZEMBER DEZ DECEMBRE DICIEMBRE DIC DICEMBRE DEZEMBRO DES"
                            + " DESEMBER JOULUKUU GRUDZIEN GRUDNIA GRU");

    private static final Map<String, Integer> NUMBERS = numbers();

    private MonthNames() {}

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            for (String name : NAMES.get(i).split(" ", -1)) {
                numbers.put(PlainText.skeleton(name), i + 1);
            }
        }
        return Map.copyOf(numbers);
    }

    /** The month, 1 to 12, or 0 if a plain word is no month. */
    static int number(String word) {
        return word.length() < 3 ? 0 : NUMBERS.getOrDefault(PlainText.skeleton(word), 0);
    }
}
