package dev.fulgurite.samples;

/// An account of the Windows domain.
record Account(String name, int number) {

    static final String NETBIOS = "CONTOSO";

    String sid() {
        return "S-1-5-21-2817451990-3364094911-1427715682-" + number;
    }

    String qualified() {
        return NETBIOS + "\\" + name;
    }
}
