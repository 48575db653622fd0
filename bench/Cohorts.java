import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.answerable.cohort.Actor;
import org.answerable.cohort.CohortDefinition;
import org.answerable.cohort.DatasetDescription;
import org.answerable.cohort.ExtractDescription;
import org.answerable.cohort.LoadReport;
import org.answerable.cohort.Progress;
import org.answerable.cohort.Role;
import org.answerable.cohort.data.DatasetIntake;
import org.answerable.cohort.data.LoadDataset;
import org.answerable.cohort.data.PopulationAreas;
import org.answerable.cohort.definition.CheckDefinition;
import org.answerable.cohort.definition.CheckedDefinition;
import org.answerable.cohort.definition.CohortSql;
import org.answerable.cohort.definition.LongStatement;
import org.answerable.cohort.definition.SqlText;
import org.answerable.cohort.person.LoadExtract;
import org.answerable.cohort.person.PseudonymKey;
import org.answerable.cohort.store.Transactions;
import org.answerable.cohort.synthetic.SyntheticSystem;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Person-level extracts of an invented system: loading them beside a bare copy of the same rows, and counting families with a
 * child under 3 and a contact in a year, by LSOA: the product's statement, the best hand-written one on the same tables, and
 * DuckDB on the same data. Results are compared to the digit before anything is timed.
 */
class Cohorts {

    private static final Actor ANALYST = new Actor("bench", "Bench", "bench", Set.of(Role.ANALYST));
    private static final LocalDate DAY = LocalDate.of(2020, 6, 30);
    private static final LocalDate FROM = LocalDate.of(2019, 4, 1);
    private static final LocalDate TO = LocalDate.of(2020, 4, 1);
    /** The same months as numbers, and the first month of the contacts. */
    private static final int BEGIN = 2019 * 12 + 3;
    private static final int END = 2020 * 12 + 3;
    private static final int FIRST = 2017 * 12 + 5;
    private static final String MET =
            "family_months & ((1::bigint << (LEAST(" + END + ", birth_month + 36) - " + FIRST + ")::int)"
                    + " - (1::bigint << (GREATEST(" + BEGIN + ", birth_month) - " + FIRST + ")::int)) <> 0";
    private static final Clock CLOCK = Clock.systemDefaultZone();

    private final PGSimpleDataSource source = new PGSimpleDataSource();
    private final Path folder;
    private final int runs;

    Cohorts(String url, String user, String password, Path folder, int runs) {
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        this.folder = folder;
        this.runs = runs;
    }

    /**
     * Arguments: JDBC URL, user, password, folder for files, population file, area covered, runs; and, to count again what was
     * loaded before, the references of registrations and contacts.
     */
    public static void main(String[] a) throws Exception {
        Cohorts cohorts = new Cohorts(a[0], a[1], a[2], Path.of(a[3]), Integer.parseInt(a[6]));
        if (a.length > 8) {
            cohorts.count(a[7], a[8]);
        } else {
            cohorts.measure(Path.of(a[4]), a[5]);
        }
    }

    private void measure(Path population, String area) throws Exception {
        Transactions transactions = new Transactions(source);
        DatasetIntake intake = new DatasetIntake(transactions, CLOCK, Long.MAX_VALUE);
        LoadReport people;
        try (InputStream in = Files.newInputStream(population)) {
            people = new LoadDataset(intake, CLOCK).load(described(area), "p.csv", in, ANALYST, Progress.NONE);
        }
        SyntheticSystem system =
                new SyntheticSystem(
                        transactions.run(c -> PopulationAreas.youngest(c, people.datasetId(), 3)), DAY, DAY.minusYears(3), 1);
        Path registrations = write("registrations.csv", system.registrations());
        Path contacts = write("contacts.csv", system.contacts());
        System.out.printf(
                "%s: files of %,d and %,d MB%n", area, Files.size(registrations) >> 20, Files.size(contacts) >> 20);

        LoadExtract extracts =
                new LoadExtract(
                        intake, transactions, new PseudonymKey(Optional.of("a key for measurements only, of no worth")), CLOCK);
        // A small load is over before its code is compiled; a server that has run for a while has it compiled.
        int loads = Files.size(contacts) > 100 << 20 ? 1 : 9;
        LoadReport children = null;
        LoadReport seen = null;
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < loads; i++) {
            long begun = System.nanoTime();
            try (InputStream in = Files.newInputStream(registrations)) {
                children = extracts.loadRegistrations(extract(area, "registrations"), "r.csv", in, ANALYST, Progress.NONE);
            }
            double childSeconds = seconds(begun);
            begun = System.nanoTime();
            try (InputStream in = Files.newInputStream(contacts)) {
                seen = extracts.loadContacts(
                        extract(area, "contacts"), children.datasetId(), "c.csv", in, ANALYST, Progress.NONE);
            }
            double contactSeconds = seconds(begun);
            if (!seen.accepted()) {
                throw new IllegalStateException(seen.rejected().toString());
            }
            double bare = bareCopy(registrations, contacts);
            ratios.add(bare / (childSeconds + contactSeconds));
            System.out.printf(
                    "load: %,d registrations in %.1f s, %,d contacts in %.1f s; bare \\copy of both %.1f s; ratio %.2f%n",
                    children.rows(), childSeconds, seen.rows(), contactSeconds, bare, ratios.get(i));
        }
        ratios.sort(null);
        System.out.printf("median ratio of %d: %.2f%n", loads, ratios.get(loads / 2));
        execute("VACUUM ANALYZE cohort.contact_block");
        execute("VACUUM ANALYZE cohort.contact_month");
        execute("VACUUM ANALYZE cohort.contact");
        execute("VACUUM ANALYZE cohort.registration");
        count(children.datasetId(), seen.datasetId());
    }

    private void count(String registrations, String contacts) throws Exception {
        CohortDefinition any = definition(registrations, contacts, FROM, TO);
        CohortDefinition days = definition(registrations, contacts, FROM.plusDays(9), TO.plusDays(4));
        int key = Integer.parseInt(value("SELECT id FROM cohort.dataset WHERE reference = '" + contacts + "'"));
        String byHand = byHand(key);
        String forDuck =
                byHand.replace("cohort.", "")
                        .replace("contact_month_alone WHERE", "contact_month WHERE NOT siblings AND")
                        .replace("contact_month_siblings WHERE", "contact_month WHERE siblings AND");
        try (Connection c = source.getConnection();
                Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            c.setAutoCommit(false);
            CheckedDefinition checked = CheckDefinition.check(any, c);
            LongStatement.prepare(c, Duration.ofMinutes(5), checked.source());
            SqlText months = new CohortSql(checked).byArea();
            SqlText raw = new CohortSql(CheckDefinition.check(days, c)).byArea();
            toDuck(duck, key);
            Map<Integer, String> product = rows(months.prepare(c));
            compare("by hand", product, rows(c.prepareStatement(byHand)));
            compare("by hand, blocks", product, rows(c.prepareStatement(byHandInBlocks(key))));
            compare("DuckDB, months", product, rows(duck.prepareStatement(forDuck)));
            compare("DuckDB, contacts", product, rows(duck.prepareStatement(fromContacts())));
            System.out.printf(
                    "families: %,d of %,d in %,d areas%n", sum(product, 1), sum(product, 0), product.size());
            // In turn, so that what else the machine does falls on both alike.
            time(
                    Map.of(
                            "product, whole months", months.prepare(c),
                            "by hand, whole months", c.prepareStatement(byHand),
                            "by hand, in blocks", c.prepareStatement(byHandInBlocks(key))));
            for (CohortDefinition other : others(registrations, contacts)) {
                time(Map.of(other.title(), new CohortSql(CheckDefinition.check(other, c)).byArea().prepare(c)));
            }
            time(Map.of("product, any window", raw.prepare(c)));
            time(Map.of("DuckDB, whole months", duck.prepareStatement(forDuck)));
            time(Map.of("DuckDB, from the contacts", duck.prepareStatement(fromContacts())));
            System.out.println(months.query().sql());
            explain(c, months);
            explain(c, raw);
        }
    }

    /** The best that we can write by hand on one row a registration. */
    private static String byHand(int key) {
        return "SELECT area_key, count(*) AS eligible, count(*) FILTER (WHERE met) AS members FROM (SELECT area_key, " + MET
                + " AS met FROM cohort.contact_month_alone WHERE " + ofAgeByHand(key) + " UNION ALL " + severalByHand(key)
                + ") u GROUP BY area_key";
    }

    /** The best on registrations in blocks and, for families of several children, one row a registration. */
    private static String byHandInBlocks(int key) {
        String eligible = "latest_on[" + END + "] & lasting_past[" + BEGIN + "] & born_by[" + (END - 1) + "]";
        String seen =
                IntStream.range(BEGIN, END).mapToObj(m -> "(family_seen[" + m + "] & born_by[" + m + "])").collect(Collectors.joining(" | "));
        return "SELECT area_key, sum(e), sum(m) FROM (SELECT area_key, bit_count((" + eligible + ")::bit(64))::int AS e, bit_count(("
                + eligible + " & (" + seen + "))::bit(64))::int AS m FROM cohort.contact_block WHERE dataset_id = " + key
                + " AND NOT siblings UNION ALL SELECT area, 1, met::int FROM (" + severalByHand(key) + ") s) u GROUP BY area_key";
    }

    private static String severalByHand(int key) {
        return "SELECT CAST(max((from_day - DATE '1900-01-01')::bigint * 4294967296 + area_key) % 4294967296 AS int) AS area, bool_or("
                + MET + ") AS met FROM cohort.contact_month_siblings WHERE " + ofAgeByHand(key) + " GROUP BY family_key";
    }

    private static String ofAgeByHand(int key) {
        return "dataset_id = " + key + " AND birth_month BETWEEN " + (BEGIN - 35) + " AND " + (END - 1)
                + " AND from_day < DATE '2020-04-01' AND to_day > DATE '2019-04-01' AND next_day >= DATE '2020-04-01'";
    }

    /** The same question asked of the contacts themselves. */
    private static String fromContacts() {
        return "WITH e AS (SELECT family_key, area_key, birth_month, from_day FROM contact_month WHERE birth_month BETWEEN "
                + (BEGIN - 35) + " AND " + (END - 1) + " AND from_day < DATE '2020-04-01'"
                + " AND to_day > DATE '2019-04-01' AND next_day >= DATE '2020-04-01'),"
                + " met AS (SELECT DISTINCT c.family_key FROM contact c JOIN e ON e.family_key = c.family_key"
                + " WHERE c.day >= DATE '2019-04-01' AND c.day < DATE '2020-04-01' AND c.month - e.birth_month BETWEEN 0 AND 35),"
                + " f AS (SELECT family_key, CAST(max((from_day - DATE '1900-01-01')::bigint * 4294967296 + area_key) % 4294967296 AS int) AS area_key"
                + " FROM e GROUP BY family_key)"
                + " SELECT f.area_key, count(*), count(met.family_key) FROM f LEFT JOIN met USING (family_key) GROUP BY f.area_key";
    }

    private void toDuck(Connection duck, int key) throws Exception {
        Path months = folder.resolve("months.csv");
        Path events = folder.resolve("events.csv");
        copyOut("SELECT dataset_id, family_key, area_key, family_months, from_day, CASE WHEN to_day = 'infinity' THEN '9999-01-01' ELSE to_day END AS to_day, CASE WHEN next_day = 'infinity' THEN '9999-01-01' ELSE next_day END AS next_day, birth_month, siblings FROM cohort.contact_month WHERE dataset_id = " + key, months);
        copyOut("SELECT family_key, day, month FROM cohort.contact WHERE dataset_id = " + key, events);
        try (Statement s = duck.createStatement()) {
            s.execute("SET threads = 2");
            s.execute("CREATE TABLE contact_month AS SELECT * FROM read_csv('" + months + "', header = true)");
            s.execute("CREATE TABLE contact AS SELECT * FROM read_csv('" + events + "', header = true)");
        }
        Files.delete(months);
        Files.delete(events);
    }

    private void copyOut(String query, Path to) throws Exception {
        try (Connection c = source.getConnection();
                var out = Files.newOutputStream(to)) {
            c.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY (" + query + ") TO STDOUT (FORMAT csv, HEADER)", out);
        }
    }

    /** Bare tables of text as wide as the file, and psql's copy. */
    private double bareCopy(Path registrations, Path contacts) throws Exception {
        execute("DROP TABLE IF EXISTS public.bare_r, public.bare_c");
        execute("CREATE TABLE public.bare_r (child text, family text, birth text, lsoa text, a date, b date)");
        execute("CREATE TABLE public.bare_c (child text, family text, service text, day date, mode text)");
        long begun = System.nanoTime();
        psql("\\copy public.bare_r FROM '" + registrations + "' WITH (FORMAT csv, HEADER)");
        psql("\\copy public.bare_c FROM '" + contacts + "' WITH (FORMAT csv, HEADER)");
        double seconds = seconds(begun);
        execute("DROP TABLE public.bare_r, public.bare_c");
        return seconds;
    }

    private void psql(String command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        "psql", "-qX", "-h", "127.0.0.1", "-p", "" + source.getPortNumbers()[0], "-U", source.getUser(),
                        "-d", source.getDatabaseName(), "-c", command);
        builder.environment().put("PGPASSWORD", source.getPassword());
        if (builder.inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException(command);
        }
    }

    private void time(Map<String, PreparedStatement> statements) throws SQLException {
        Map<String, List<Double>> all = new TreeMap<>();
        for (int i = 0; i < runs + 2; i++) {
            for (Map.Entry<String, PreparedStatement> statement : statements.entrySet()) {
                long begun = System.nanoTime();
                rows(statement.getValue());
                if (i >= 2) {
                    all.computeIfAbsent(statement.getKey(), k -> new ArrayList<>()).add((System.nanoTime() - begun) / 1e6);
                }
            }
        }
        all.forEach(
                (what, millis) -> {
                    double[] sorted = millis.stream().mapToDouble(d -> d).sorted().toArray();
                    System.out.printf(
                            "%-28s p50 %7.1f ms   p95 %7.1f ms%n",
                            what, sorted[sorted.length / 2], sorted[(int) Math.ceil(sorted.length * 0.95) - 1]);
                });
    }

    private static Map<Integer, String> rows(PreparedStatement statement) throws SQLException {
        Map<Integer, String> rows = new TreeMap<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.put(row.getInt(1), row.getLong(2) + " " + row.getLong(3));
            }
        }
        return rows;
    }

    private static void compare(String what, Map<Integer, String> one, Map<Integer, String> other) {
        if (!one.equals(other)) {
            throw new IllegalStateException(what + " counts otherwise: " + sum(one, 1) + ", " + sum(other, 1));
        }
    }

    private static long sum(Map<Integer, String> rows, int column) {
        return rows.values().stream().mapToLong(r -> Long.parseLong(r.split(" ")[column])).sum();
    }

    private void explain(Connection c, SqlText sql) throws SQLException {
        try (PreparedStatement plan = new SqlText().add("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) ").add(sql).prepare(c);
                ResultSet row = plan.executeQuery()) {
            while (row.next()) {
                System.out.println(row.getString(1));
            }
        }
    }

    /** Other units, bands and windows of whole months. */
    private static List<CohortDefinition> others(String registrations, String contacts) {
        LocalDate first = LocalDate.of(2017, 7, 1);
        return List.of(
                definition("family 0 to 36, 3 years", "family", 0, 36, registrations, contacts, first, first.plusYears(3)),
                definition("family 7 to 19, 1 year", "family", 7, 19, registrations, contacts, FROM, TO),
                definition("family 7 to 19, 1 month", "family", 7, 19, registrations, contacts, FROM, FROM.plusMonths(1)),
                definition("child 0 to 36, 3 years", "child", 0, 36, registrations, contacts, first, first.plusYears(3)),
                definition("child 0 to 36, 1 year", "child", 0, 36, registrations, contacts, FROM, TO));
    }

    private static CohortDefinition definition(String registrations, String contacts, LocalDate from, LocalDate to) {
        return definition("Families seen", "family", 0, 36, registrations, contacts, from, to);
    }

    private static CohortDefinition definition(
            String title, String unit, int ageFrom, int ageTo, String registrations, String contacts, LocalDate from, LocalDate to) {
        return new CohortDefinition(
                title, unit, new CohortDefinition.Age(ageFrom, ageTo, "at-event"),
                CohortDefinition.Time.window(from, to), List.of(), registrations, contacts,
                List.of(new CohortDefinition.Contact(List.of(), List.of(), 1, null, null, null, null)), List.of());
    }

    private Path write(String name, InputStream in) throws IOException {
        Path file = folder.resolve(name);
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        return file;
    }

    private String value(String sql) throws SQLException {
        try (Connection c = source.getConnection(); Statement s = c.createStatement(); ResultSet row = s.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection c = source.getConnection(); Statement s = c.createStatement()) {
            s.execute(sql);
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static DatasetDescription described(String area) {
        return new DatasetDescription(
                "Population of " + area, "ONS", "ONS mid-year estimates", LocalDate.of(2021, 6, 25), "OGL", "Source: ONS", "PERSON",
                DAY, "AT_SNAPSHOT", "RESIDENT", "LSOA_2011", area, "");
    }

    private static ExtractDescription extract(String area, String what) {
        return new ExtractDescription(
                "Measured " + area + " " + what, "Invented", "Synthetic", DAY, "None", "Invented data", "LSOA_2011", area,
                DAY.minusYears(3), DAY.plusDays(1), "", true);
    }
}
