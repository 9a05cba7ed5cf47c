package org.pixelanon.remote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;
import org.openide.util.NbBundle.Messages;
import org.pixelanon.model.source.FileSource;
import org.pixelanon.model.source.SourceUrl;
import org.pixelanon.sources.SourceException;
import org.pixelanon.sources.profile.SourceProfile;
import org.pixelanon.sources.remote.Sources;
import org.pixelanon.workbench.source.RemotePlaces;

/** Asks for the connection settings of a bucket or archive, which are those of the command line. */
@Messages({
    "LBL_ProfileName=Name",
    "HINT_ProfileName=name of this profile",
    "LBL_Endpoint=Endpoint",
    "HINT_Endpoint=https://HOST; empty for Amazon S3",
    "LBL_Region=Region",
    "HINT_Region=us-east-1",
    "LBL_For=Only for",
    "HINT_For=s3://BUCKET/; empty for all buckets",
    "LBL_PathStyle=Bucket name in the path (most stores other than Amazon)",
    "LBL_AllowHttp=Allow unencrypted HTTP: anyone on the network can read it",
    "LBL_AccessKey=Access key",
    "LBL_SecretKey=Secret key",
    "LBL_SessionToken=Session token",
    "LBL_BaseUrl=Address",
    "LBL_Token=Token",
    "LBL_User=Or user",
    "LBL_UserKey=Password",
    "LBL_Authorities=Certificates",
    "HINT_Authorities=PEM file of trusted certificates; empty for Java's own",
    "MSG_NameMissing=Enter a profile name without commas",
    "MSG_AddressMissing=Enter the address of the DICOMweb service: https://HOST/PATH",
    "MSG_Half=Enter both access key and secret key, or both user and password"
})
final class LoginPanel {

    private static final String ALLOW_HTTP = "allow-http";

    private final PlaceKind kind;
    private final Rows rows = new Rows();
    private final JTextField name = field("remote.name", Bundle.HINT_ProfileName());
    private final JTextField place;
    private final Map<String, JTextComponent> texts = new LinkedHashMap<>();
    private final List<JTextComponent> wiped = new ArrayList<>();
    private final Map<String, JCheckBox> switches = new LinkedHashMap<>();
    private final JLabel problem = Rows.problem("remote.loginproblem");

    LoginPanel(PlaceKind kind) {
        this.kind = kind;
        boolean bucket = kind == PlaceKind.BUCKET;
        place = field("remote.for", bucket ? Bundle.HINT_For() : Bundle.HINT_Archive());
        rows.add(Bundle.LBL_ProfileName(), name);
        if (bucket) {
            text("endpoint", Bundle.LBL_Endpoint(), Bundle.HINT_Endpoint());
            text("region", Bundle.LBL_Region(), Bundle.HINT_Region());
            rows.add(Bundle.LBL_For(), place);
            box("path-style", Bundle.LBL_PathStyle());
            box(ALLOW_HTTP, Bundle.LBL_AllowHttp());
            wiped.add(text("key-id", Bundle.LBL_AccessKey(), ""));
            secret("secret-key", Bundle.LBL_SecretKey());
            secret("session-token", Bundle.LBL_SessionToken());
        } else {
            rows.add(Bundle.LBL_BaseUrl(), place);
            secret("token", Bundle.LBL_Token());
            wiped.add(text("user", Bundle.LBL_User(), ""));
            secret("password", Bundle.LBL_UserKey());
            text("ca", Bundle.LBL_Authorities(), Bundle.HINT_Authorities());
            box(ALLOW_HTTP, Bundle.LBL_AllowHttp());
        }
        problem.setVisible(false);
        rows.words(problem);
    }

    private static JTextField field(String name, String hint) {
        JTextField field = new JTextField(34);
        field.setName(name);
        field.putClientProperty("JTextField.placeholderText", hint);
        return field;
    }

    private JTextField text(String setting, String label, String hint) {
        JTextField field = field("remote." + setting, hint);
        texts.put(setting, field);
        rows.add(label, field);
        return field;
    }

    private void secret(String setting, String label) {
        JPasswordField field = new JPasswordField(34);
        field.setName("remote." + setting);
        texts.put(setting, field);
        wiped.add(field);
        rows.add(label, field);
    }

    private void box(String setting, String label) {
        JCheckBox box = new JCheckBox(label);
        box.setName("remote." + setting);
        switches.put(setting, box);
        rows.add(box);
    }

    JComponent component() {
        return rows.component();
    }

    /** Shows a problem. */
    void say(String words) {
        problem.setText(words);
        problem.setVisible(!words.isEmpty());
    }

    /** Clears typed secrets. */
    void wipe() {
        wiped.forEach(field -> field.setText(""));
    }

    /**
     * The typed profile.
     *
     * @throws IllegalArgumentException if it is not valid; the message says why
     */
    SourceProfile profile(RemotePlaces places) {
        String called = name.getText().strip();
        if (called.isEmpty() || called.indexOf(',') >= 0) {
            throw new IllegalArgumentException(Bundle.MSG_NameMissing());
        }
        Map<String, String> settings = new TreeMap<>();
        texts.forEach(
                (setting, field) -> {
                    String typed = typed(field);
                    if (!typed.isEmpty()) {
                        settings.put(setting, typed);
                    }
                });
        switches.forEach(
                (setting, box) -> {
                    if (box.isSelected()) {
                        settings.put(setting, "true");
                    }
                });
        boolean half =
                settings.containsKey("key-id") != settings.containsKey("secret-key")
                        || settings.containsKey("user") != settings.containsKey("password");
        if (half) {
            throw new IllegalArgumentException(Bundle.MSG_Half());
        }
        String url = url(places);
        String scheme = url.isEmpty() ? "s3" : url.substring(0, url.indexOf(':'));
        return new SourceProfile(called, scheme, url, settings);
    }

    private static String typed(JTextComponent field) {
        if (!(field instanceof JPasswordField secret)) {
            return field.getText().strip();
        }
        char[] typed = secret.getPassword();
        String text = new String(typed).strip();
        java.util.Arrays.fill(typed, ' ');
        return text;
    }

    /** The beginning of the URLs for which it is valid. */
    private String url(RemotePlaces places) {
        String typed = place.getText().strip();
        if (typed.isEmpty() && kind == PlaceKind.BUCKET) {
            return "";
        }
        if (typed.isEmpty()) {
            throw new IllegalArgumentException(Bundle.MSG_AddressMissing());
        }
        SourceUrl url;
        try {
            url = Sources.parsed(kind.address(typed));
        } catch (SourceException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        Optional<String> refusal =
                places.kind(url.scheme().toLowerCase(Locale.ROOT))
                        .map((FileSource source) -> source.refusal(url))
                        .orElse(Optional.of(kind.hint()));
        if (refusal.isPresent() || !kind.has(url.scheme())) {
            throw new IllegalArgumentException(typed + ": " + refusal.orElse(kind.hint()));
        }
        String text = url.toString();
        return kind == PlaceKind.BUCKET ? text : text.replaceFirst("/studies(/.*)?$", "");
    }
}
