package dev.fulgurite.samples;

import dev.fulgurite.generator.estate.Caller;
import java.util.List;
import java.util.Locale;

/// Who and what there is at Contoso. All names are invented, all addresses are those kept for
/// documentation (RFC 5737).
final class Estate {

    static final String DOMAIN = "corp.contoso.com";
    static final String TENANT = Dice.guid("tenant contoso");
    static final String PRODUCTION = Dice.guid("subscription production");
    static final String DEVELOPMENT = Dice.guid("subscription development");

    static final String SHOP = "rg-shop-prod";
    static final String DATA = "rg-data-prod";
    static final String DEV = "rg-dev";

    static final Caller.Person ALICE = person("alice", "Alice", "Arden", "198.51.100.24");
    static final Caller.Person BOB = person("bob", "Bob", "Brandt", "198.51.100.25");
    static final Caller.Person CAROL = person("carol", "Carol", "Cho", "198.51.100.61");
    static final Caller.Person MALLORY = person("mallory", "Mallory", "Marsh", "198.51.100.77");
    static final Caller.Program SCHEDULER = program("Contoso VM scheduler");
    static final Caller.Program POLICY = program("Contoso policy assignment");
    static final Caller.Program BACKUP = program("Contoso backup");

    /// The web servers of the shop: Azure has the names in capitals, Windows has not.
    static final Machine WEB1 = Machine.inAzure("SHOP-WEB01", SHOP, "192.0.2.11");

    static final Machine WEB2 = Machine.inAzure("SHOP-WEB02", SHOP, "192.0.2.12");
    static final Machine SQL1 = Machine.inAzure("data-sql01", DATA, "192.0.2.21");

    /// Its name is too long for Windows, which knows it by another.
    static final Machine REPORTS =
            new Machine("finance-reporting-frontend", "finrepfe01", DATA, "192.0.2.22");

    /// Where administrators work from; nobody uses Run Command on it.
    static final Machine JUMP = Machine.inAzure("jump01", SHOP, "192.0.2.31");

    static final List<Machine> BUILDERS =
            List.of(
                    Machine.inAzure("dev-build01", DEV, "192.0.2.41"),
                    Machine.inAzure("dev-build02", DEV, "192.0.2.42"));

    /// The file server of finance, in Contoso's own cellar.
    static final Machine FILES = Machine.onPremises("fin-files01", "192.0.2.201");

    static final List<Machine> MAINTAINED = List.of(WEB1, WEB2, SQL1, REPORTS);
    static final List<Machine> WATCHED = List.of(WEB1, WEB2, SQL1, REPORTS, JUMP, FILES);

    static final Account ALICE_ADMIN = new Account("alice.adm", 1121);
    static final Account BOB_ADMIN = new Account("bob.adm", 1122);
    static final Account BACKUP_SERVICE = new Account("svc_backup", 1604);
    static final Account SQL_SERVICE = new Account("svc_sql", 1607);

    private Estate() {}

    static String resource(String group, String type, String name) {
        String subscription = group.equals(DEV) ? DEVELOPMENT : PRODUCTION;
        return String.format(
                Locale.ROOT,
                "/subscriptions/%s/resourceGroups/%s/providers/%s/%s",
                subscription,
                group,
                type,
                name);
    }

    private static Caller.Person person(String name, String given, String surname, String ip) {
        String upn = name + "@contoso.com";
        return new Caller.Person(upn, Dice.guid("person " + upn), given, surname, ip);
    }

    static Caller.Program program(String name) {
        return new Caller.Program(
                Dice.guid("program " + name), Dice.guid("application " + name), "");
    }
}
