package org.pixelanon.dicomweb;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.pixelanon.dicomweb.DicomJsonReader.DataSet;
import org.pixelanon.model.source.SourceUrl;

/** Stores one instance by STOW-RS (PS3.18 10.5) and reads the archive's response. */
final class InstanceStore {

    private static final String FAILED = "00081198";
    private static final String FAILURE_REASON = "00081197";
    private static final String REFERENCED = "00081199";
    private static final String INSTANCE = "00081155";
    private static final String WARNING_REASON = "00081196";
    private static final String OTHER_FAILURES = "0008119A";
    private static final int LONGEST_ANSWER = 8 << 20;
    private static final int CONFLICT = 409;

    private final DicomWebClient client;
    private final DicomWebPlace place;

    InstanceStore(DicomWebClient client, DicomWebPlace place) {
        this.client = client;
        this.place = place;
    }

    /** Sends a file; returns if the archive confirms it without warnings. */
    void store(Path file, List<String> instance) throws IOException {
        SourceUrl url = place.urlOf(instance);
        String boundary = "pixelanon-" + UUID.randomUUID();
        byte[] head =
                ("--" + boundary + "\r\nContent-Type: application/dicom\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        AtomicLong sent = new AtomicLong();
        HttpRequest request =
                client.request(place.at("studies"), SearchPage.JSON)
                        .header(
                                "Content-Type",
                                "multipart/related; type=\"application/dicom\"; boundary="
                                        + boundary)
                        .POST(
                                BodyPublishers.fromPublisher(
                                        BodyPublishers.ofInputStream(
                                                () -> body(head, file, tail, sent)),
                                        head.length + Files.size(file) + tail.length))
                        .build();
        DicomWebClient.Held held = new DicomWebClient.Held(LONGEST_ANSWER);
        DicomWebClient.Answer answer;
        try {
            answer = client.ask(url, "store", request, Set.of(CONFLICT), sent, () -> held);
        } catch (DicomWebClient.TooLong e) {
            throw new DicomWebException(url, "the archive's answer is incomplete", e);
        }
        judge(url, answer.status(), held, instance.get(2));
    }

    private static InputStream body(byte[] head, Path file, byte[] tail, AtomicLong sent) {
        try {
            InputStream whole =
                    new SequenceInputStream(
                            Collections.enumeration(
                                    List.of(
                                            new ByteArrayInputStream(head),
                                            Files.newInputStream(file),
                                            new ByteArrayInputStream(tail))));
            return new FilterInputStream(whole) {
                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    sent.set(System.nanoTime());
                    return super.read(into, offset, length);
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void judge(SourceUrl url, int status, DicomWebClient.Held held, String instance)
            throws DicomWebException {
        List<DataSet> said;
        try {
            said = DicomJsonReader.read(held.bytes());
        } catch (IOException e) {
            throw new DicomWebException(
                    url, "the archive does not report the result (" + status + ")", e);
        }
        boolean has = false;
        for (DataSet set : said) {
            List<DataSet> failed = set.sequence(FAILED);
            if (!failed.isEmpty()) {
                throw new DicomWebException(
                        url,
                        "the archive did not store it: "
                                + failure(failed.get(0).first(FAILURE_REASON)));
            }
            if (!set.sequence(OTHER_FAILURES).isEmpty()) {
                throw new DicomWebException(url, "the archive did not store it");
            }
            for (DataSet stored : set.sequence(REFERENCED)) {
                String warning = stored.first(WARNING_REASON);
                if (!warning.isEmpty() && !warning.equals("0")) {
                    throw new DicomWebException(url, "the archive changed it: " + warning(warning));
                }
                has |= stored.first(INSTANCE).equals(instance);
            }
        }
        if (!has) {
            throw new DicomWebException(
                    url, "the archive does not confirm that it stored it (" + status + ")");
        }
    }

    /** PS3.18 I.2.2. */
    private static String failure(String reason) {
        int code = number(reason);
        String words =
                switch (code) {
                    case 0x0110 -> "it could not process it";
                    case 0x0111 -> "it already has an instance with this UID";
                    case 0x0112, 0x0122 -> "it does not accept this SOP class";
                    case 0x0124 -> "this user may not store";
                    case 0xC000, 0xC122, 0xC123 -> "it does not understand it";
                    default ->
                            switch (code >> 8) {
                                case 0xA7 -> "it is out of space";
                                case 0xA9 -> "its elements do not fit its SOP class";
                                default ->
                                        code >> 12 == 0xC
                                                ? "it does not understand it"
                                                : "it failed";
                            };
                };
        return words + " (" + shown(code) + ")";
    }

    private static String warning(String reason) {
        int code = number(reason);
        String words =
                switch (code) {
                    case 0xB000 -> "it changed values";
                    case 0xB006 -> "it left elements out";
                    case 0xB007 -> "its elements do not fit its SOP class";
                    default -> "it reports a warning";
                };
        return words + " (" + shown(code) + ")";
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }

    private static String shown(int code) {
        return code < 0 ? "no reason given" : String.format(java.util.Locale.ROOT, "%04X", code);
    }
}
