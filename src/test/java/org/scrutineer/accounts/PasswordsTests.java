package org.scrutineer.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordsTests {

    private final PasswordEncoder encoder = new AccountsConfig().encoder();
    private final Passwords passwords = new Passwords(encoder);

    private Optional<String> refused(String password) {
        return passwords.refused(password, List.of("scrutineer", "northamptonshire", "Fay", "Example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "otter lamp gravel sunday",
                "  spaces around stay as typed  ",
                "żółw 🐢 über den Fluss",
                "x7#kQp2!vLm9@Tr4",
            })
    void areTakenWhateverTheirCharacters(String password) {
        assertThat(refused(password)).isEmpty();
        assertThat(passwords.match(password, Optional.of(passwords.encoded(password))))
                .isTrue();
    }

    @Test
    void areTakenUpTo200Characters() {
        assertThat(refused("otter lamp gravel sunday ".repeat(8))).isEmpty();
        assertThat(refused("otter lamp gravel sunday ".repeat(9)))
                .hasValue("The password has 225 characters. Choose one of at most 200.");
    }

    @Test
    void areLong() {
        assertThat(refused("otter lamp grav")).isEmpty();
        assertThat(refused("otter lamp gra"))
                .hasValue(
                        "The password has 14 characters. Choose one of 15 or more, such as four words that do not belong"
                                + " together.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "123456789012345",
                "qwertyuiopasdfgh",
                "aaaaaaaaaaaaaaaaaaaa",
                "Password1234567",
                "scrutineerscrutineer",
                "NorthamptonshireFay1",
            })
    void areNotThoseThatAttackersTryFirst(String password) {
        assertThat(refused(password))
                .hasValue(
                        "The password is easy to guess: it is used by many, or made of a pattern or of names and words"
                                + " known here. Choose another, such as four words that do not belong together.");
    }

    @Test
    void areKeptAsHashesThatTakeMemoryToMake() {
        assertThat(passwords.encoded("otter lamp gravel sunday")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void matchNothingWhereThereIsNone() {
        assertThat(passwords.match("of an account that there is not", Optional.empty()))
                .isFalse();
    }
}
