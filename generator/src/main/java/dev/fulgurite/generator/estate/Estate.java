package dev.fulgurite.generator.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Who and what there is. It grows with the square root of the number of events, so that a larger
/// estate has more machines and more to tell of each. All names are invented; callers come from
/// addresses kept for documentation (RFC 5737), machines have private ones.
///
/// @param clashing pairs of hosts that share a computer name
public record Estate(
        String tenant,
        String workspace,
        List<Host> hosts,
        List<Caller> callers,
        List<Account> people,
        List<Account> services,
        List<Clash> clashing) {

    /// Two machines of one name.
    public record Clash(Host first, Host second) {}

    private static final String DOMAIN = "corp.contoso.com";
    private static final String OTHER_DOMAIN = "lab.contoso.com";
    private static final List<String> ROLES =
            List.of("web", "sql", "app", "files", "build", "jump", "erp", "mail");
    private static final List<String> GIVEN =
            List.of(
                    "Alice", "Bob", "Carol", "Dave", "Erin", "Frank", "Grace", "Heidi", "Ivan",
                    "Judy", "Mallory", "Nina", "Olaf", "Peggy", "Rupert", "Sybil", "Trent", "Uma",
                    "Victor", "Wendy");
    private static final List<String> SURNAMES =
            List.of(
                    "Arden", "Brandt", "Cho", "Dorn", "Ek", "Falk", "Gray", "Holm", "Iqbal", "Jong",
                    "Kerr", "Lund", "Marsh", "Nunez", "Okoro", "Prins", "Quist", "Rossi", "Sato",
                    "Tamm");

    /// Windows cuts computer names to this length.
    private static final int LONGEST_COMPUTER = 15;

    private static final long TICKS_A_SECOND = 10_000_000;

    /// The estate of a seed, fit for so many events.
    ///
    /// @param clashes how many pairs of machines share a name
    /// @param skewSeconds how far a host's clock is off at most, either way
    public static Estate of(long seed, long events, int clashes, double skewSeconds) {
        double root = Math.sqrt((double) events);
        int hosts = Math.max(2 * clashes, Math.max(8, (int) (root * 0.3)));
        int people = Math.max(12, (int) (root * 3));
        Chance chance = Chance.of(seed, "estate");
        String tenant = chance.guid();
        String workspace = chance.guid();
        List<Host> made = hosts(chance, hosts, clashes, skewSeconds);
        List<Clash> clashing = new ArrayList<>();
        for (int i = 0; i < clashes; i++) {
            clashing.add(new Clash(made.get(2 * i), made.get(2 * i + 1)));
        }
        return new Estate(
                tenant,
                workspace,
                made,
                callers(chance, Math.max(10, people / 20)),
                accounts(chance, people, "S-1-5-21-2817451990-3364094911-1427715682-", 1100, ""),
                accounts(
                        chance,
                        Math.max(4, people / 50),
                        "S-1-5-21-2817451990-3364094911-1427715682-",
                        100_000,
                        "svc_"),
                clashing);
    }

    private static List<Host> hosts(Chance chance, int count, int clashes, double skewSeconds) {
        List<String> subscriptions = List.of(chance.guid(), chance.guid(), chance.guid());
        List<Host> hosts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean second = i % 2 == 1 && i < 2 * clashes;
            Host first = second ? hosts.get(i - 1) : null;
            String name = first == null ? name(i) : first.vmName();
            // The machines of a clash are both in Azure; of the others one in ten is not.
            boolean inAzure = i < 2 * clashes || i % 10 != 9;
            String computer = name.substring(0, Math.min(LONGEST_COMPUTER, name.length()));
            hosts.add(
                    new Host(
                            i,
                            inAzure ? name : "",
                            computer.toLowerCase(Locale.ROOT),
                            second ? OTHER_DOMAIN : DOMAIN,
                            inAzure ? subscriptions.get(i / 2 % 3) : "",
                            inAzure ? (second ? "rg-lab" : "rg-" + ROLES.get(i % 8)) : "",
                            "10." + (i >> 16 & 0xFF) + "." + (i >> 8 & 0xFF) + "." + (i & 0xFF),
                            chance.hex(40),
                            skew(chance, skewSeconds),
                            i % 4 == 3,
                            chance.percent(30)));
        }
        return hosts;
    }

    /// Some are in capitals in Azure, some too long for Windows.
    private static String name(int number) {
        String role = ROLES.get(number % ROLES.size());
        return switch (number % 5) {
            case 0 -> String.format(Locale.ROOT, "%s%05d", role, number).toUpperCase(Locale.ROOT);
            case 1 -> String.format(Locale.ROOT, "c%05d-%s-production", number, role);
            default -> String.format(Locale.ROOT, "%s%05d", role, number);
        };
    }

    private static long skew(Chance chance, double seconds) {
        long most = (long) (seconds * 1000);
        long milliseconds = most == 0 ? 0 : Math.floorMod(chance.next(), 2 * most + 1) - most;
        return milliseconds * (TICKS_A_SECOND / 1000);
    }

    private static List<Caller> callers(Chance chance, int count) {
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String address = "198.51.100." + (1 + i % 250);
            if (i % 5 == 4) {
                callers.add(new Caller.Program(chance.guid(), chance.guid(), address));
            } else {
                String given = GIVEN.get(i % GIVEN.size());
                String surname = SURNAMES.get(i / GIVEN.size() % SURNAMES.size());
                String upn =
                        String.format(
                                Locale.ROOT,
                                "%s.%s%d@contoso.com",
                                given.toLowerCase(Locale.ROOT),
                                surname.toLowerCase(Locale.ROOT),
                                i);
                callers.add(new Caller.Person(upn, chance.guid(), given, surname, address));
            }
        }
        return callers;
    }

    private static List<Account> accounts(
            Chance chance, int count, String authority, int firstNumber, String prefix) {
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = prefix + chance.oneOf(GIVEN).toLowerCase(Locale.ROOT) + i;
            accounts.add(new Account(name, authority + (firstNumber + i)));
        }
        return accounts;
    }
}
