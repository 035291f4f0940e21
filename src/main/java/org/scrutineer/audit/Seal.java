package org.scrutineer.audit;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.springframework.stereotype.Component;

/**
 * Makes the hash of an entry and all before it. With a key that is kept outside the ledger, nobody who can write to the
 * ledger alone can make one.
 */
@Component
class Seal {

    private final Optional<byte[]> key;

    Seal(AuditProperties settings) {
        this.key = AuditKey.read(settings);
    }

    boolean isKeyed() {
        return key.isPresent();
    }

    /** Whether it can work out the hash of an entry: one made with a key needs the key. */
    boolean canCheck(AuditEntry entry) {
        return !entry.keyed() || key.isPresent();
    }

    String hash(String before, AuditEntry entry) {
        byte[] sealed = (before + "\n" + entry.canonical()).getBytes(StandardCharsets.UTF_8);
        return entry.keyed()
                ? new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key.orElseThrow()).hmacHex(sealed)
                : DigestUtils.sha256Hex(sealed);
    }
}
