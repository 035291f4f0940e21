package org.scrutineer.accounts;

import java.util.Set;

/** What the audit trail tells of accounts and of signing in: all that whoever looks after accounts sees of it. */
public final class AccountActions {

    /** As entries name them. */
    public static final Set<String> ALL = Set.of(
            "account-link-made",
            "account-made",
            "account-set-up",
            "account-changed",
            "account-disabled",
            "account-enabled",
            "account-reset",
            "openid-met",
            "access-denied",
            "password-changed",
            "recovery-code-used",
            "sign-in-failed",
            "sign-in-locked",
            "signed-in",
            "signed-out",
            "signed-out-elsewhere");

    private AccountActions() {}
}
