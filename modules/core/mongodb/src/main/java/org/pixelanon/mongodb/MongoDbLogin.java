package org.pixelanon.mongodb;

/** Credentials for a server. Its text form shows neither. */
public final class MongoDbLogin {

    private final String user;
    private final char[] password;

    /**
     * Creates a login.
     *
     * @param user the name
     * @param password the password; copied
     */
    public MongoDbLogin(String user, char[] password) {
        this.user = user;
        this.password = password.clone();
    }

    String user() {
        return user;
    }

    char[] password() {
        return password.clone();
    }

    @Override
    public String toString() {
        return "a user with a password";
    }
}
