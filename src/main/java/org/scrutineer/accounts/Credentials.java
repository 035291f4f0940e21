package org.scrutineer.accounts;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.binary.Base32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What accounts sign in with here: passwords, the secrets of one-time codes, and codes for recovery. */
@Repository
class Credentials {

    private static final int RECOVERY_CODES = 8;

    /** 120 bits: too many to be guessed from their hashes. */
    private static final int RECOVERY_BYTES = 15;

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Secrets secrets;

    Credentials(JdbcClient jdbc, Passwords passwords, Secrets secrets) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.secrets = secrets;
    }

    /**
     * Gives an account all of them in place of those before.
     *
     * @param codeSecret what one-time codes are made from
     * @param usedStep the time step of the code that showed that they are set up
     * @return codes for whoever loses the second factor; they cannot be shown again
     */
    List<String> set(String account, String password, byte[] codeSecret, long usedStep) {
        jdbc.sql("update account set password = ?, code_secret = ?, code_step = ? where name = ?")
                .params(passwords.encoded(password), secrets.encrypted(codeSecret, account), usedStep, account)
                .update();
        deleteRecoveryCodes(account);
        List<String> made = new ArrayList<>();
        for (int code = 0; code < RECOVERY_CODES; code++) {
            String text = new Base32().encodeToString(secrets.bytes(RECOVERY_BYTES));
            jdbc.sql("insert into recovery_code (account, code_hash) values (?, ?)")
                    .params(account, Secrets.hash(text))
                    .update();
            made.add(text.replaceAll("(.{4})(?=.)", "$1-"));
        }
        return made;
    }

    void setPassword(String account, String password) {
        jdbc.sql("update account set password = ? where name = ?")
                .params(passwords.encoded(password), account)
                .update();
    }

    /** Takes all of them away. */
    void clear(String account) {
        jdbc.sql("update account set password = null, code_secret = null, code_step = null where name = ?")
                .param(account)
                .update();
        deleteRecoveryCodes(account);
    }

    private void deleteRecoveryCodes(String account) {
        jdbc.sql("delete from recovery_code where account = ?").param(account).update();
    }
}
