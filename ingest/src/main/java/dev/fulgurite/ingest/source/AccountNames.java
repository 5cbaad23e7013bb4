package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.event.AccountIdentity;

/// Accounts written as one text: `DOMAIN\name`.
final class AccountNames {

    private AccountNames() {}

    static AccountIdentity of(String sid, String written) {
        String text = written.strip();
        int slash = text.indexOf('\\');
        return slash < 0
                ? new AccountIdentity(sid, "", text)
                : new AccountIdentity(sid, text.substring(0, slash), text.substring(slash + 1));
    }
}
