package dev.fulgurite.generator.estate;

/// An account of the Windows domain.
public record Account(String name, String sid) {

    public static final String NETBIOS = "CONTOSO";

    /// The machine itself.
    public static final Account SYSTEM = new Account("system", "S-1-5-18");

    public String domain() {
        return isSystem() ? "NT AUTHORITY" : NETBIOS;
    }

    public boolean isSystem() {
        return sid.equals("S-1-5-18");
    }

    public String qualified() {
        return domain() + "\\" + name;
    }
}
