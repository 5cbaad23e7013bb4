package dev.fulgurite.detections.link;

import java.util.regex.Pattern;

/// What the parts of computer and account names mean.
public final class Names {

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    private Names() {}

    /// `srv1` of `srv1.contoso.com`; an address stays whole.
    public static String hostLabel(String name) {
        int dot = name.indexOf('.');
        return dot <= 0 || ADDRESS.matcher(name).matches() ? name : name.substring(0, dot);
    }

    /// `contoso\svc` of `contoso.com\svc`.
    static String accountShortForm(String name) {
        int slash = name.indexOf('\\');
        return slash < 0 ? name : hostLabel(name.substring(0, slash)) + name.substring(slash);
    }

    /// `svc` of `contoso\svc`.
    public static String accountLabel(String name) {
        return name.substring(name.indexOf('\\') + 1);
    }
}
