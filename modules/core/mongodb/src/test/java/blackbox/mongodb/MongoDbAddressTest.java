package blackbox.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixelanon.mongodb.MongoDbAddress;
import org.pixelanon.mongodb.MongoDbException;

/** Connection strings: what they may say, and what they must not. */
class MongoDbAddressTest {

    @Test
    void user_and_database_are_read_from_it() throws MongoDbException {
        MongoDbAddress whole = MongoDbAddress.of("mongodb://jane%40x@db.example:27018/scans");
        assertThat(whole.user()).contains("jane@x");
        assertThat(whole.database()).contains("scans");
        MongoDbAddress bare = MongoDbAddress.of("mongodb://db.example");
        assertThat(bare.user()).isEmpty();
        assertThat(bare.database()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://jane:made-up@db.example/scans",
                "mongodb://jane:made-up/@db.example/scans",
                "mongodb+srv://jane:made-up@db.example",
                "mongodb://db.example/?proxyPassword=made-up",
                "mongodb://db.example/?TLSCertificateKeyFilePassword=made-up",
                "mongodb://db.example/?authMechanism=MONGODB-AWS&authMechanismProperties=AWS_SESSION_TOKEN:made-up"
            })
    void a_secret_is_refused_and_never_shown(String text) {
        assertThatThrownBy(() -> MongoDbAddress.of(text))
                .isInstanceOf(MongoDbException.class)
                .hasMessageNotContaining("made-up");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "db.example", "http://db.example", "mongodb://", "mongodb:///scans"})
    void what_is_no_connection_string_is_refused(String text) {
        assertThatThrownBy(() -> MongoDbAddress.of(text)).isInstanceOf(MongoDbException.class);
    }
}
